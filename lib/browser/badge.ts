import { browser } from 'wxt/browser';

/** State of the toolbar button. */
export type BadgeState =
  | { kind: 'none' }
  | { kind: 'running'; count: number }
  /** Done since the popup was last open, which leads to their comparison. */
  | { kind: 'done'; count: number }
  /** Shapes of answers are recorded. */
  | { kind: 'recording' }
  /** A job failed or needs the person, and the popup has not been opened since then. */
  | { kind: 'attention' };

const RUNNING_COLOR = '#5546e8';
const DONE_COLOR = '#0b7245';
const ATTENTION_COLOR = '#b3261e';

const COLORS: Record<BadgeState['kind'], string> = {
  none: RUNNING_COLOR,
  running: RUNNING_COLOR,
  done: DONE_COLOR,
  recording: ATTENTION_COLOR,
  attention: ATTENTION_COLOR,
};

/** Shows a state on the toolbar button. */
export async function showBadge(state: BadgeState, title: string): Promise<void> {
  const text = textOf(state);
  const color = COLORS[state.kind];
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
    case 'done':
      return String(state.count);
    case 'recording':
      return 'REC';
    case 'attention':
      return '!';
    default:
      return '';
  }
}
