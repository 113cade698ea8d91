import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStories, type Stories, type View } from '@/scripts/pictures/stories';
import { cutOff, tooFaint, tooSmall, walkByTab, withoutName } from './support/accessibility';
import { axeFaults } from './support/axe';
import { lostInForcedColours } from './support/forced-colours';

/** WCAG 2.2 AA on every page and state: by axe, and by what axe leaves open. */
let stories: Stories;

beforeAll(async () => {
  stories = await openStories();
});

afterAll(() => stories.close());

/** Long histories repeat the rows of the others. */
const MANY_OF_THE_SAME = ['fifty', 'five-thousand'];

/** Longest that one story may take, ms: a page that hangs must cost neither the others nor the hour. */
const STORY_MS = 30_000;

/** Everything that is wrong in any story, by story. Each is loaded once, for all that is looked at. */
async function inEveryStory(
  view: View,
  look: (page: Page) => Promise<string[]>,
  names = stories.names.filter((name) => !MANY_OF_THE_SAME.includes(name)),
  options?: Parameters<Stories['newPage']>[0],
): Promise<Record<string, string[]>> {
  const faults: Record<string, string[]> = {};
  let page = await stories.newPage(options);
  for (const name of names) {
    const found = await within(
      STORY_MS,
      stories.show(page, name, view).then(() => look(page)),
    );
    if (found === undefined || found.length > 0) faults[name] = found ?? ['hangs'];
    if (found === undefined) {
      await page.context().close();
      page = await stories.newPage(options);
    }
  }
  await page.context().close();
  return faults;
}

/** What a promise comes to, or undefined when it takes longer. */
function within<T>(ms: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout>;
  const tooLong = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  // What fails after that is the page that was closed.
  promise.catch(() => {});
  return Promise.race([promise, tooLong]).finally(() => clearTimeout(timer));
}

describe.each(['en', 'zh-CN'] as const)('every page and state in %s', (language) => {
  it('has names, contrast and targets, and passes axe, in light and dark', async () => {
    const look = async (page: Page) => {
      const light = [
        ...(await withoutName(page)),
        ...(await tooFaint(page)),
        ...(await tooSmall(page)),
        ...(await axeFaults(page)),
      ];
      await stories.turn(page, { colorScheme: 'dark' });
      const dark = [...(await tooFaint(page)), ...(await axeFaults(page, 'colours'))];
      return [...light, ...dark.map((fault) => `dark: ${fault}`)];
    };
    expect(await inEveryStory({ language }, look)).toEqual({});
  }, 240_000);
});

// The popup is left out: its window is as wide as it asks, also at 200 %. The panel shows the same.
it('loses nothing at 320 px, the width of 640 at 200 %', async () => {
  const names = stories.names.filter((name) => /^(options|welcome|compare|panel)/.test(name));
  const size = { width: 320, height: 640 };
  expect(await inEveryStory({ size }, cutOff, names)).toEqual({});
}, 120_000);

/** What is wrong on the way of the Tab key through a page. */
async function lostOnTheWay(page: Page): Promise<string[]> {
  const { stops, missed, unseen } = await walkByTab(page);
  const isInOrder = stops.every((at, index) => index === 0 || at > (stops[index - 1] ?? 0));
  return [
    ...missed.map((name) => `${name} is not reached`),
    ...unseen,
    ...(isInOrder ? [] : [`the order is ${stops}`]),
  ];
}

it('is reached by the Tab key everywhere, in order and in sight, without a trap', async () => {
  // The toast lies in a closed shadow root, where a page's script sees no focus.
  const names = stories.names.filter((name) => !name.startsWith('toast'));
  expect(await inEveryStory({}, lostOnTheWay, names)).toEqual({});
}, 240_000);

describe('in forced colours', () => {
  it('shows what is chosen, how far it is, and its icons', async () => {
    const names = stories.names.filter((name) => !/^(toast|fifty|five-thousand)/.test(name));
    const options = { forcedColors: 'active' } as const;
    expect(await inEveryStory({}, lostInForcedColours, names, options)).toEqual({});
  }, 240_000);

  it('shows where the keyboard is', async () => {
    const names = [
      'mixed',
      'selection',
      'search-hit',
      'options',
      'welcome-start',
      'compare-folded',
    ];
    const options = { forcedColors: 'active' } as const;
    expect(await inEveryStory({}, lostOnTheWay, names, options)).toEqual({});
  }, 120_000);
});
