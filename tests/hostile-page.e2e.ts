import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import { LOCAL_HOST, PRIVATE_SERVICE_HOST } from '@/simulator/pages/hostile-page';
import { correlation } from '@/simulator/pictures/correlation';
import { PICTURES } from '@/simulator/pictures/pictures';
import { answerPrompt, button, clearRows, untilDone, untilRowSays } from './support/history';
import { cookiesIn, requestsNamingUs, requestsTo } from './support/requests';

/** A page that wants private pictures of its visitor (simulator/pages/hostile-page.ts), in Chromium. */

let stage: Stage;
let page: Page;
let popup: Page;
/** How many requests there were before the test. */
let before = 0;

beforeAll(async () => {
  await PICTURES.harbour.make();
  await PICTURES.city.make();
  stage = await openStage({ simulator: { processingMs: 300 } });
  popup = await stage.openPopup();
  // The victim is a member of everything.
  await (await stage.openGallery()).goto('https://members.example/join');
  page = await stage.openGallery('/hostile');
});

afterEach(() => clearRows(popup));

afterAll(async () => {
  expect(stage.simulator.violations).toEqual([]);
  await stage.close();
});

/** Requests to a host since the click; the page had loaded everything before. */
const sinceClick = (host: string) => requestsTo(stage.simulator, host, before);

const cookiesSentTo = (host: string) => cookiesIn(sinceClick(host));

async function ask(selector: string): Promise<void> {
  await page.bringToFront();
  await page.waitForLoadState('networkidle');
  before = stage.simulator.requests.length;
  await stage.upscale(page, selector);
}

/** What reached the service is the harmless picture that was shown. */
async function expectHarmless(): Promise<void> {
  await untilDone(popup);
  const bytes = stage.simulator.uploads.at(-1)?.bytes ?? Buffer.alloc(0);
  expect(await correlation(await PICTURES.harbour.make(), bytes)).toBeGreaterThan(0.95);
}

async function expectNothingSent(says: RegExp): Promise<void> {
  const uploads = stage.simulator.uploads.length;
  await untilRowSays(popup, says);
  expect(stage.simulator.uploads).toHaveLength(uploads);
}

describe.each(['as installed', 'with all sites allowed'])('a hostile page, %s', (state) => {
  it(`begins ${state}`, async () => {
    if (state === 'as installed') return;
    await ask('#shows-members');
    await untilRowSays(popup, /members\.example/);
    await answerPrompt(stage, button(popup, 'Allow on all sites'), 'allow');
    // The person has allowed this one host in this one row.
    await untilDone(popup);
    await expect
      .poll(() => popup.evaluate(() => chrome.permissions.contains({ origins: ['https://*/*'] })))
      .toBe(true);
  });

  it.each([
    ['#names-service', PRIVATE_SERVICE_HOST],
    ['#names-local', LOCAL_HOST],
  ])('%s: what it merely names is not asked for at all', async (selector, host) => {
    await ask(selector);
    await expectHarmless();
    expect(sinceClick(host)).toEqual([]);
  });

  it('what it names on another site is asked for as by a stranger', async () => {
    await ask('#names-members');
    await expectHarmless();
    expect(cookiesSentTo('members.example')).toBe(0);
  });

  it('a lazy picture of its members is asked for as by a stranger', async () => {
    await ask('#lazy-members');
    // Its host refuses strangers; where that leaves the placeholder, that is too small.
    await expectNothingSent(/members\.example|too small/);
    expect(cookiesSentTo('members.example')).toBe(0);
  });

  it('a lazy picture of the own network is not asked for', async () => {
    await ask('#lazy-local');
    // Of the address, or of the stand-in that is shown in its place.
    await expectNothingSent(/own network|too small/);
    expect(sinceClick(LOCAL_HOST)).toEqual([]);
  });

  it('a shown picture of the service gets no login', async () => {
    await ask('#shows-service');
    await expectNothingSent(/pictures\.jianying\.com/);
    expect(sinceClick(PRIVATE_SERVICE_HOST).length).toBeGreaterThan(0);
    expect(cookiesSentTo(PRIVATE_SERVICE_HOST)).toBe(0);
    const told = sinceClick(PRIVATE_SERVICE_HOST).map(({ sender: { referer = '' } }) => referer);
    expect(told.filter((referer) => referer.includes('jimeng'))).toEqual([]);
  });
});

it('with all sites allowed, cookies of another site wait for leave in the row', async () => {
  await ask('#shows-members');
  await expectNothingSent(/does not send it to anonymous visitors/);
  expect(cookiesSentTo('members.example')).toBe(0);
  expect(await popup.getByRole('button', { name: /all sites/ }).count()).toBe(0);
  await button(popup, 'Allow members.example').click();
  await untilDone(popup);
});

it('what a public address leads to in the own network is not sent', async () => {
  await ask('#shows-moved');
  await expectNothingSent(/own network/);
});

it('no request of the extension has named it', () => {
  expect(requestsNamingUs(stage.simulator)).toEqual([]);
});
