import { env } from 'node:process';
import { describe } from 'vitest';
import { findFirefox } from '@/scripts/browsers/browser';
import { openFirefox } from './journeys/firefox';
import { runJourneys } from './journeys/run';

const isMissing = findFirefox() === undefined;
if (isMissing && env.CI)
  throw new Error('No Firefox found; run "tsx scripts/browsers/browser.ts ensure".');
if (isMissing)
  process.stdout.write('journeys: Firefox: skipped, because there is no Firefox here\n');

// Chromium goes on all of them with every change; a Firefox takes twice as long to start.
const SHARE = 3;

describe.skipIf(isMissing)('Firefox', () =>
  runJourneys('Firefox', openFirefox, {}, undefined, SHARE),
);
