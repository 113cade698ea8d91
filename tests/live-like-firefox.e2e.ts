import { describe } from 'vitest';
import { findFirefox } from '@/scripts/browsers/browser';
import { openFirefox } from './journeys/firefox';
import { liveLike } from './journeys/live-like';
import { runJourneys } from './journeys/run';

/** The main journey; those of `live-like.e2e.ts` take no other way in Firefox. */
const MAIN = liveLike.slice(0, 1);

// `firefox.e2e.ts` says so if there is none, and fails in CI.
describe.skipIf(findFirefox() === undefined)('Firefox', () =>
  runJourneys('Firefox, live-like', openFirefox, {}, { 'a service like the live one': MAIN }),
);
