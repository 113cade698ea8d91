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

describe.skipIf(isMissing)('Firefox', () => runJourneys('Firefox', openFirefox));
