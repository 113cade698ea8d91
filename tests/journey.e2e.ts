import { openChromium } from './journeys/chromium';
import { runJourneys } from './journeys/run';

runJourneys('Chromium', openChromium, {
  'the network, gone and back':
    'Playwright takes no network away from a service worker; tests/popup.e2e.ts breaks the connections instead',
  'access to the service taken back: asks for that, and not for a sign-in':
    'nothing but its own settings page withholds the required hosts; lib/browser/access/session.test.ts does it',
});
