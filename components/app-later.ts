import { lazily } from './lazily';

/** Parts of the popup that are seldom on its first screen: their code must not delay it. */
const read = () => import('./later-parts');

export const AccessNotice = lazily(async () => (await read()).AccessNotice);
export const Announcer = lazily(async () => (await read()).Announcer);
export const CreditsPill = lazily(async () => (await read()).CreditsPill);
export const EmptyState = lazily(async () => (await read()).EmptyState);
export const FullNotice = lazily(async () => (await read()).FullNotice);
export const HistoryBar = lazily(async () => (await read()).HistoryBar);
export const HistoryNotice = lazily(async () => (await read()).HistoryNotice);
export const JoinedBar = lazily(async () => (await read()).JoinedBar);
export const ReachNotice = lazily(async () => (await read()).ReachNotice);
export const RowMenu = lazily(async () => (await read()).RowMenu);
export const SelectionBar = lazily(async () => (await read()).SelectionBar);
export const SignInNotice = lazily(async () => (await read()).SignInNotice);
export const UndoBar = lazily(async () => (await read()).UndoBar);

/** Reads them all, so that none is waited for later. */
export async function loadLater(): Promise<void> {
  await Promise.all(
    [
      AccessNotice,
      Announcer,
      CreditsPill,
      EmptyState,
      FullNotice,
      HistoryBar,
      HistoryNotice,
      JoinedBar,
      ReachNotice,
      RowMenu,
      SelectionBar,
      SignInNotice,
      UndoBar,
    ].map(({ load }) => load()),
  );
}
