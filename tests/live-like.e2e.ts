import { openChromium } from './journeys/chromium';
import { liveLike } from './journeys/live-like';
import { runJourneys } from './journeys/run';

runJourneys('Chromium, live-like', openChromium, {}, { 'a service like the live one': liveLike });
