/** What a click on a case of the gallery came to, and how often each happened. */
import sharp from 'sharp';
import type { AnyCase } from '@/simulator/pages/any-cases';
import { correlation } from '@/simulator/pictures/correlation';
import { PICTURES, type PictureName } from '@/simulator/pictures/pictures';

/** How a person asks for the picture of a case. */
export type Way = 'menu' | 'shortcut';
export type Rest = 'asleep' | 'awake';

/**
 * `best`: the expected picture, at least as large as expected. `right`: the expected picture, but
 * smaller. `wrong`: another picture was read without a question. `asks`: the chooser opened, or the row
 * asks something. `nothing`: no row in time, or one that failed.
 */
const OUTCOMES = ['best', 'right', 'wrong', 'asks', 'nothing'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Result {
  id: string;
  way: Way;
  rest: Rest;
  outcome: Outcome;
  /** What was seen, for whoever looks into it. */
  why: string;
}

/** What a click left behind. */
export type Seen =
  | { picture: Uint8Array; isLarge: boolean }
  | { question: string }
  /** No picture was read. */
  | { nothing: string }
  /** The bench itself could not ask, or look. */
  | { broken: string };

/** Correlation with the expected picture. A crop of the screen has the page's scale and rounding. */
const LIKE = 0.95;
const LIKE_ON_SCREEN = 0.8;
/** Of a picture that is large enough already, px. */
const LARGE = 2_000;

/** @returns the outcome, and what was seen */
export async function judge(one: AnyCase, seen: Seen): Promise<{ outcome: Outcome; why: string }> {
  const { expect, needs } = one;
  if ('broken' in seen) return { outcome: 'nothing', why: `the bench failed: ${seen.broken}` };
  if ('nothing' in seen) {
    return { outcome: 'sentence' in expect ? 'best' : 'nothing', why: seen.nothing };
  }
  if ('question' in seen) {
    const isExpected =
      'sentence' in expect ||
      (needs !== undefined && seen.question === 'permission') ||
      ('picture' in expect && expect.chooser) ||
      ('alreadyLarge' in expect && seen.question === 'already-large');
    return { outcome: isExpected ? 'best' : 'asks', why: seen.question };
  }
  const { width, height } = await sharp(seen.picture).metadata();
  const size = `${width}x${height}`;
  if ('sentence' in expect) return { outcome: 'wrong', why: `read ${await nearest(seen.picture)}` };
  if ('alreadyLarge' in expect) {
    const isLarge = seen.isLarge || Math.max(width, height) >= LARGE;
    return { outcome: isLarge ? 'best' : 'right', why: size };
  }
  const name = 'screen' in expect ? expect.screen : expect.picture;
  const like = await likeness(name, seen.picture);
  if (like <= ('screen' in expect ? LIKE_ON_SCREEN : LIKE)) {
    const other = await nearest(seen.picture);
    return { outcome: 'wrong', why: `${size}, ${like.toFixed(2)} like ${name}; rather ${other}` };
  }
  const least = 'picture' in expect ? (expect.width ?? PICTURES[name].width) : 0;
  return { outcome: width >= least ? 'best' : 'right', why: `${size}, expected ${least} wide` };
}

/** The name of the picture that is most like this one, with the correlation. */
async function nearest(picture: Uint8Array): Promise<string> {
  let best = { name: 'none', like: 0 };
  for (const name of Object.keys(PICTURES) as PictureName[]) {
    const like = await likeness(name, picture);
    if (like > best.like) best = { name, like };
  }
  return `${best.name} (${best.like.toFixed(2)})`;
}

async function likeness(name: PictureName, picture: Uint8Array): Promise<number> {
  // Some of the pictures are broken on purpose.
  return correlation(await PICTURES[name].make(), picture).catch(() => 0);
}

/** One line a way and a rest, and then every case that is not best. */
export function report(browser: string, results: readonly Result[]): string {
  const lines = [`${browser}        cases  right   best  wrong   asks nothing`];
  for (const way of ['menu', 'shortcut'] as const) {
    for (const rest of ['asleep', 'awake'] as const) {
      const these = results.filter((each) => each.way === way && each.rest === rest);
      if (these.length === 0) continue;
      const count = (...outcomes: Outcome[]) =>
        these.filter(({ outcome }) => outcomes.includes(outcome)).length;
      const shares = [count('best', 'right'), count('best')].map(
        (found) => `${((100 * found) / these.length).toFixed(1)}%`,
      );
      const cells = [...shares, count('wrong'), count('asks'), count('nothing')];
      const name = `${way} ${rest}`.padEnd(browser.length + 8);
      lines.push(name + [these.length, ...cells].map((cell) => `${cell}`.padStart(7)).join(''));
    }
  }
  for (const { id, way, rest, outcome, why } of results) {
    if (outcome !== 'best') lines.push(`${outcome}: ${id} by ${way} ${rest}: ${why}`);
  }
  return `${lines.join('\n')}\n`;
}
