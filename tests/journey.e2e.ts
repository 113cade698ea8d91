import { openChromium } from './journeys/chromium';
import { runJourneys } from './journeys/run';

runJourneys('Chromium', openChromium, {
  'the network, gone and back':
    'Playwright takes no network away from a service worker; tests/popup.e2e.ts breaks the connections instead',
});
