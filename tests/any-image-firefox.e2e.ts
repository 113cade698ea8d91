import { env } from 'node:process';
import { describe } from 'vitest';
import { findFirefox } from '@/scripts/browsers/browser';
import { openFirefox } from './any-image/firefox';
import { runTable } from './any-image/run';

const isMissing = findFirefox() === undefined;
if (isMissing && env.CI)
  throw new Error('No Firefox found; run "tsx scripts/browsers/browser.ts ensure".');
if (isMissing)
  process.stdout.write('any image: Firefox: skipped, because there is no Firefox here\n');

describe.skipIf(isMissing)('any image on any page, in Firefox', () =>
  runTable('Firefox', openFirefox),
);
