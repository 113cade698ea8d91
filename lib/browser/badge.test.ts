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
  [{ kind: 'done', count: 3 }, '3'],
  [{ kind: 'attention' }, '!'],
  [{ kind: 'recording' }, 'REC'],
])('%o shows "%s" and says it in words', async (state, text) => {
  await showBadge({ kind: 'running', count: 99 }, 'before');
  await showBadge(state, 'in words');
  expect(await shown()).toMatchObject({ text, title: 'in words' });
});

it('has different colours for running, done and failed jobs', async () => {
  const colours = new Set<string>();
  for (const state of [
    { kind: 'running', count: 1 },
    { kind: 'done', count: 1 },
    { kind: 'attention' },
  ] as const) {
    await showBadge(state, '');
    colours.add((await shown()).background);
  }
  expect(colours.size).toBe(3);
});
