import { env } from 'node:process';
import { describe } from 'vitest';
import { ANY_CASES, type AnyCase } from '@/simulator/pages/any-cases';
import { openChromium } from './any-image/chromium';
import { drawCases } from './any-image/draw-cases';
import { runTable } from './any-image/run';
import { isLiveLike } from './support/live-like';

/** Cases of `npm test` in which a picture is found and sent in the document itself. */
const DRAWN = 10;
const seed = Number(env.ANY_SEED ?? Date.now() % 1_000_000);
const isFull = env.ANY === 'all' || isLiveLike;
if (!isFull) process.stdout.write(`any image: Chromium: seed ${seed} (ANY_SEED repeats it)\n`);

/** Cases that end in another way, or happen in another document: the other half with the next seed. */
const special = ANY_CASES.filter(isSpecial).filter((_, at) => at % 2 === seed % 2);

function isSpecial({ expect, frames, page }: AnyCase): boolean {
  return !('picture' in expect) || [frames, page].some(Boolean);
}

describe('any image on any page, in Chromium', () =>
  runTable(
    'Chromium',
    openChromium,
    isFull ? ANY_CASES : drawCases(seed, (one) => special.includes(one), DRAWN),
  ));
