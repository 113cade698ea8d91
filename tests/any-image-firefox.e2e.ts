import { env } from 'node:process';
import { describe } from 'vitest';
import { findFirefox } from '@/scripts/browsers/browser';
import { ANY_CASES } from '@/simulator/pages/any-cases';
import { openFirefox, someCases } from './any-image/firefox';
import { runTable } from './any-image/run';

const isMissing = findFirefox() === undefined;
if (isMissing && env.CI)
  throw new Error('No Firefox found; run "tsx scripts/browsers/browser.ts ensure".');
if (isMissing)
  process.stdout.write('any image: Firefox: skipped, because there is no Firefox here\n');

/** Cases of `npm test` that go the same way as in Chromium. */
const DRAWN = 6;
const seed = Number(env.ANY_SEED ?? Date.now() % 1_000_000);
const isFull = env.ANY === 'all';
if (!isFull) process.stdout.write(`any image: Firefox: seed ${seed} (ANY_SEED repeats it)\n`);

describe.skipIf(isMissing)('any image on any page, in Firefox', () =>
  runTable('Firefox', openFirefox, isFull ? ANY_CASES : someCases(seed, DRAWN)),
);
