/**
 * Clicks every case of the gallery's pages, and counts what is found, in Chromium and in Firefox:
 * `tsx scripts/bench/bench-finder-pages.ts [--browser=chromium|firefox] [--case=ID[,ID]] [--way=menu|shortcut]
 * [--rest=asleep|awake] [--first-use] [--build=FOLDER] [--no-page-entry]`. `--build` is a folder with `chrome-mv3` and
 * `firefox-mv3`, default `.output`; `--no-page-entry` is for builds whose menu has our entry on images only.
 * `--first-use` opens each page anew and, in Chromium, takes away what remembers where a menu was opened.
 */
import { join } from 'node:path';
import { exit, stderr, stdout } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { backgroundMessages } from '@/lib/i18n/all-messages';
import { ANY_CASES, type AnyCase } from '@/simulator/pages/any-cases';
import { grantedBuild } from './finder-build';
import { openChromiumHand } from './finder-chromium';
import { openFirefoxHand } from './finder-firefox';
import type { FinderHand } from './finder-hand';
import { judge, type Rest, type Result, report, type Seen, type Way } from './finder-outcome';
import { type BenchRow, readBenchRows, removeBenchRows, wake } from './finder-rows';

const BROWSERS = {
  Chromium: { open: openChromiumHand, folder: 'chrome-mv3' },
  Firefox: { open: openFirefoxHand, folder: 'firefox-mv3' },
} as const;
const WAYS: readonly Way[] = ['menu', 'shortcut'];
const RESTS: readonly Rest[] = ['asleep', 'awake'];

/** How long nothing may be seen of a click, and how long a row may take to read its picture, ms. */
const ROW_MS = 5_000;
const READ_MS = 12_000;
const STEP_MS = 200;

const { finder: words } = backgroundMessages('en');

async function tryCase(hand: FinderHand, one: AnyCase, way: Way, rest: Rest): Promise<Seen> {
  try {
    await hand.show(one);
    if (rest === 'awake') await wake(hand.popup);
    await hand.ask(one, way, rest);
    const seen = await look(hand, one);
    // The chooser or pick mode may be open. A dialog of the page would close, so it opens anew each time.
    if (!('picture' in seen)) hand.press('Escape');
    return seen;
  } catch (error) {
    // A menu and its submenu may be open.
    for (const _ of [1, 2, 3]) hand.press('Escape');
    return { broken: `${error}`.split('\n')[0] ?? '' };
  }
}

/** Waits until it is clear what a click came to. */
async function look(hand: FinderHand, one: AnyCase): Promise<Seen> {
  let row: BenchRow | undefined;
  for (
    const start = Date.now();
    Date.now() < start + (row ? READ_MS : ROW_MS);
    await pause(STEP_MS)
  ) {
    [row] = await readBenchRows(hand.popup);
    if (row) {
      const seen = seenIn(row);
      if (seen) return seen;
      continue;
    }
    const said = await hand.wordsOn(one);
    if (said.includes(words.title)) return { question: 'chooser' };
    if (said.includes(words.nothing)) return { nothing: 'no image here' };
  }
  return { nothing: row ? `row stays ${row.stage}` : 'nothing in time' };
}

/** Undefined while the row is still at work. */
function seenIn({ input, reason, stage, error }: BenchRow): Seen | undefined {
  const isLarge = reason === 'already-large';
  if (input) return { picture: Buffer.from(input, 'base64'), isLarge };
  if (stage === 'failed') return { nothing: `row failed: ${error}` };
  // Until somebody signs in is where a row that has read its picture stays.
  return reason && reason !== 'sign-in' ? { question: reason } : undefined;
}

const { values } = parseArgs({
  options: {
    browser: { type: 'string' },
    case: { type: 'string' },
    way: { type: 'string' },
    rest: { type: 'string' },
    build: { type: 'string' },
    'no-page-entry': { type: 'boolean', default: false },
    'first-use': { type: 'boolean', default: false },
  },
});
const isMeant = (wish: string | undefined) => (name: string) =>
  wish === undefined || wish.toLowerCase().split(',').includes(name.toLowerCase());
const output = values.build ?? fileURLToPath(new URL('../../.output', import.meta.url));
const hasPageEntry = !values['no-page-entry'];

for (const browser of ['Chromium', 'Firefox'] as const) {
  if (!isMeant(values.browser)(browser)) continue;
  const { open, folder } = BROWSERS[browser];
  const build = grantedBuild(join(output, folder));
  const hand = await open(build.folder, values['first-use']);
  const results: Result[] = [];
  try {
    for (const rest of RESTS.filter(isMeant(values.rest))) {
      for (const way of WAYS.filter(isMeant(values.way))) {
        for (const one of ANY_CASES.filter(({ id }) => isMeant(values.case)(id))) {
          const menu = hand.menuOf(one);
          if (one.cannot?.[browser] || (way === 'menu' && menu === 'none')) continue;
          const hasEntry = way === 'shortcut' || menu === 'image' || hasPageEntry;
          let seen: Seen = { nothing: 'no entry in the menu' };
          if (hasEntry) seen = await tryCase(hand, one, way, rest);
          // On a busy machine a submenu sometimes does not open.
          if ('broken' in seen) seen = await tryCase(hand, one, way, rest);
          const result = { id: one.id, way, rest, ...(await judge(one, seen)) };
          results.push(result);
          stderr.write(`${way} ${rest} ${one.id}: ${result.outcome} (${result.why})\n`);
          await clear(hand);
        }
      }
    }
  } finally {
    stdout.write(report(browser, results));
    await hand.close();
    build.remove();
  }
}
exit(0);

async function clear({ popup }: FinderHand): Promise<void> {
  const rows = await readBenchRows(popup);
  await removeBenchRows(
    popup,
    rows.map(({ id }) => id),
  );
}
