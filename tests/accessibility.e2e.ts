import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStories, type Stories } from '@/scripts/stories';
import { cutOff, tooFaint, tooSmall, walkByTab, withoutName } from './support/accessibility';
import { axeFaults } from './support/axe';

/** WCAG 2.2 AA on every page and state: by axe, and by what axe leaves open. */
let stories: Stories;
let page: Page;

beforeAll(async () => {
  stories = await openStories();
  page = await stories.newPage();
});

afterAll(() => stories.close());

/** Long histories repeat the rows of the others. */
const MANY_OF_THE_SAME = ['fifty', 'five-thousand'];

/** Everything that is wrong in any story, by story. */
async function inEveryStory(
  view: Parameters<Stories['show']>[2],
  look: (page: Page) => Promise<string[]>,
  names = stories.names.filter((name) => !MANY_OF_THE_SAME.includes(name)),
): Promise<Record<string, string[]>> {
  const faults: Record<string, string[]> = {};
  for (const name of names) {
    await stories.show(page, name, view);
    const found = await look(page);
    if (found.length > 0) faults[name] = found;
  }
  return faults;
}

describe.each(['light', 'dark'] as const)('every page and state, %s', (colorScheme) => {
  it.each(['en', 'zh-CN'] as const)(
    'has names, contrast and targets in %s',
    async (language) => {
      const faults = await inEveryStory({ colorScheme, language }, async (shown) => [
        ...(await withoutName(shown)),
        ...(await tooFaint(shown)),
        ...(await tooSmall(shown)),
      ]);
      expect(faults).toEqual({});
    },
    300_000,
  );

  it('passes axe', async () => {
    expect(await inEveryStory({ colorScheme }, axeFaults)).toEqual({});
  }, 300_000);
});

// The popup is left out: its window is as wide as it asks, also at 200 %. The panel shows the same.
it('loses nothing at 320 px, the width of 640 at 200 %', async () => {
  const names = stories.names.filter((name) => /^(options|welcome|compare|panel)/.test(name));
  const size = { width: 320, height: 640 };
  expect(await inEveryStory({ size }, cutOff, names)).toEqual({});
}, 300_000);

it('is reached by the Tab key everywhere, in order and in sight, without a trap', async () => {
  // The toast lies in a closed shadow root, where a page's script sees no focus.
  const names = stories.names.filter((name) => !name.startsWith('toast'));
  const walk = async (shown: Page) => {
    const { stops, missed, unseen } = await walkByTab(shown);
    const isInOrder = stops.every((at, index) => index === 0 || at > (stops[index - 1] ?? 0));
    return [
      ...missed.map((name) => `${name} is not reached`),
      ...unseen,
      ...(isInOrder ? [] : [`the order is ${stops}`]),
    ];
  };
  expect(await inEveryStory({}, walk, names)).toEqual({});
}, 300_000);
