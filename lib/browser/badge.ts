import { browser } from 'wxt/browser';

/** State of the toolbar button. */
export type BadgeState =
  | { kind: 'none' }
  | { kind: 'running'; count: number }
  /** Shapes of answers are recorded. */
  | { kind: 'recording' }
  /** A job failed or needs the person, and the popup has not been opened since then. */
  | { kind: 'attention' };

const RUNNING_COLOR = '#5546e8';
const ATTENTION_COLOR = '#b3261e';

/** Shows a state on the toolbar button. */
export async function showBadge(state: BadgeState, title: string): Promise<void> {
  const text = textOf(state);
  const isStriking = state.kind === 'attention' || state.kind === 'recording';
  const color = isStriking ? ATTENTION_COLOR : RUNNING_COLOR;
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color }),
    browser.action.setBadgeTextColor({ color: '#ffffff' }),
    browser.action.setTitle({ title }),
  ]);
}

function textOf(state: BadgeState): string {
  switch (state.kind) {
    case 'running':
      return String(state.count);
    case 'recording':
      return 'REC';
    case 'attention':
      return '!';
    default:
      return '';
  }
}
