import { env } from 'node:process';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStories, type Stories, type View } from '@/scripts/pictures/stories';
import { cutOff, lostOnTheWay, tooFaint, tooSmall, withoutName } from './support/accessibility';
import { axeFaults } from './support/axe';
import { lostInForcedColours } from './support/forced-colours';

/** WCAG 2.2 AA on every page and state: by axe, and by what axe leaves open. */
let stories: Stories;

beforeAll(async () => {
  stories = await openStories();
});

afterAll(() => stories.close());

/** Before a release, Chinese is looked at as English is. */
const isLong = env.ACCESSIBILITY === 'all';

/** Long histories repeat the rows of the others. */
const MANY_OF_THE_SAME = ['fifty', 'five-thousand', 'batch-large-open'];

/** One of so many stories is looked at once more, others with each seed; before a release all. */
const SHARE = 3;
const seed = Number(env.ACCESSIBILITY_SEED ?? Date.now() % 1_000_000);
const drawn = (names: readonly string[]) =>
  names.filter((_, index) => isLong || index % SHARE === seed % SHARE);

/** What is looked at in full: a half, the other one with the next seed; before a release all. */
const halfOf = (names: readonly string[]) =>
  names.filter((_, index) => isLong || index % 2 === seed % 2);

/** Longest that one story may take, ms: a page that hangs must cost neither the others nor the hour. */
const STORY_MS = 45_000;

/** Everything that is wrong in any story, by story. Each is loaded once, for all that is looked at. */
async function inEveryStory(
  view: View,
  look: (page: Page, name: string) => Promise<string[]>,
  names: readonly string[],
  options?: Parameters<Stories['newPage']>[0],
): Promise<Record<string, string[]>> {
  const faults: Record<string, string[]> = {};
  let page = await stories.newPage(options);
  for (const name of names) {
    const found = await within(
      STORY_MS,
      stories.show(page, name, view).then(() => look(page, name)),
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

/** Everything that depends on words and colours. */
async function visualFaults(page: Page): Promise<string[]> {
  const light = [
    ...(await withoutName(page)),
    ...(await tooFaint(page)),
    ...(await tooSmall(page)),
    ...(await axeFaults(page)),
  ];
  await stories.turn(page, { colorScheme: 'dark' });
  const dark = [...(await tooFaint(page)), ...(await axeFaults(page, 'colours'))];
  return [...light, ...dark.map((fault) => `dark: ${fault}`)];
}

describe('every page and state', () => {
  it('in English has names, contrast and targets, loses nothing at 320 px, and is reached by Tab', async () => {
    // The popup is left out: its window is as wide as it asks, also at 200 %. The panel shows the same.
    const isNarrow = (name: string) => /^(options|welcome|compare|panel|picker|reader)/.test(name);
    // The toast lies in a closed shadow root, where a page's script sees no focus.
    const isWalked = (name: string) => !name.startsWith('toast');
    const look = async (page: Page, name: string) => {
      const faults = await visualFaults(page);
      await stories.turn(page, { colorScheme: 'light' });
      const size = page.viewportSize();
      if (size && isNarrow(name)) {
        // The width of 640 px at 200 %.
        await stories.turn(page, { size: { width: 320, height: 640 } });
        faults.push(...(await cutOff(page)).map((fault) => `320 px: ${fault}`));
        await stories.turn(page, { size });
      }
      // In order and in sight, without a trap.
      if (isWalked(name)) faults.push(...(await lostOnTheWay(page)));
      return faults;
    };
    const names = halfOf(stories.names.filter((name) => !MANY_OF_THE_SAME.includes(name)));
    expect(await inEveryStory({}, look, names), `ACCESSIBILITY_SEED=${seed}`).toEqual({});
  }, 480_000);

  // The colours and the markup are those of the English pages.
  it('in Chinese has names and targets', async () => {
    const look = isLong
      ? visualFaults
      : async (page: Page) => [...(await withoutName(page)), ...(await tooSmall(page))];
    const names = drawn(stories.names.filter((name) => !MANY_OF_THE_SAME.includes(name)));
    const found = await inEveryStory({ language: 'zh-CN' }, look, names);
    expect(found, `ACCESSIBILITY_SEED=${seed}`).toEqual({});
  }, 240_000);
});

describe('in forced colours', () => {
  it('shows what is chosen, how far it is, and its icons', async () => {
    const names = drawn(
      stories.names.filter((name) => !/^(toast|fifty|five-thousand|batch-large)/.test(name)),
    );
    const options = { forcedColors: 'active' } as const;
    const found = await inEveryStory({}, lostInForcedColours, names, options);
    expect(found, `ACCESSIBILITY_SEED=${seed}`).toEqual({});
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
