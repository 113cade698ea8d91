import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type BadgeState, showBadge } from './badge';

beforeEach(() => fakeBrowser.reset());

async function shown() {
  const { action } = fakeBrowser;
  return {
    text: await action.getBadgeText({}),
    title: await action.getTitle({}),
    background: (await action.getBadgeBackgroundColor({})).join(),
  };
}

it.each<[BadgeState, string]>([
  [{ kind: 'none' }, ''],
  [{ kind: 'running', count: 12 }, '12'],
  [{ kind: 'attention' }, '!'],
  [{ kind: 'recording' }, 'REC'],
])('%o shows "%s" and says it in words', async (state, text) => {
  await showBadge({ kind: 'running', count: 99 }, 'before');
  await showBadge(state, 'in words');
  expect(await shown()).toMatchObject({ text, title: 'in words' });
});

it('has different colours for running and failed jobs', async () => {
  await showBadge({ kind: 'running', count: 1 }, '');
  const running = (await shown()).background;
  await showBadge({ kind: 'attention' }, '');
  expect((await shown()).background).not.toBe(running);
});
