/** Parts of the popup that are seldom on its first screen, as one file (app-later.ts). */
export { AccessNotice } from './access-notice';
export { Announcer } from './announcer';
export { CreditsPill } from './credits-pill';
export { EmptyState } from './empty-state';
export { FullNotice } from './full-notice';
export { HistoryBar } from './history-bar';
export { HistoryNotice } from './history-notice';
export { JoinedBar } from './joined-bar';
export { ReachNotice } from './reach-notice';
export { RowMenu } from './row-menu';
export { SelectionBar } from './selection-bar';
export { SignInNotice } from './sign-in-notice';
export { UndoBar } from './undo-bar';
