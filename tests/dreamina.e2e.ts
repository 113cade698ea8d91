import { readFile } from 'node:fs/promises';
import { env } from 'node:process';
import type { Page } from 'playwright';
import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import { openStage, type Stage, type StageOptions } from '@/scripts/browsers/stage';
import { STAGE_SESSIONS } from '@/scripts/browsers/stage-sessions';
import { correlation } from '@/simulator/pictures/correlation';
import { PICTURES } from '@/simulator/pictures/pictures';
import { CLUSTERS, type ClusterId, listedCluster } from '@/simulator/wire/clusters';
import { readShownRows, writePageConsent } from './support/database';
import {
  answerPrompt,
  button,
  clearRows,
  closeQuestion,
  rows,
  untilRowSays,
} from './support/history';
import { noisePng } from './support/noise';
import { requestsNamingUs } from './support/requests';

/** The way of a person with an account at Dreamina, in a real browser. */

const SITE = 'https://dreamina.capcut.com/';
const CONTINUE = 'Continue through the Dreamina page';
const PATIENCE = { timeout: 40_000, interval: 100 };

const isFull = env.KILLS === 'all';

let stage: Stage;
let popup: Page;

async function begin(options: StageOptions = {}): Promise<void> {
  const simulator = { processingMs: 500, ...options.simulator };
  stage = await openStage({ site: 'dreamina', ...options, simulator });
  popup = await stage.openPopup();
}

afterEach(async () => {
  const found = {
    violations: stage.simulator.violations,
    names: requestsNamingUs(stage.simulator),
  };
  await stage.close();
  expect(found).toEqual({ violations: [], names: [] });
});

const inCluster = (cluster: ClusterId) => ({
  sessions: [STAGE_SESSIONS.jimeng, { session: STAGE_SESSIONS.dreamina, cluster }],
});
const sitePages = () => stage.context.pages().filter((page) => page.url().startsWith(SITE));
const orders = () => stage.simulator.requests.filter(({ endpoint }) => endpoint === 'generate');

/** The clusters whose hosts got a request, apart from the page, whose host both clusters share. */
function askedClusters(): string[] {
  const ids = stage.simulator.requests
    .filter(({ url }) => !url.startsWith(SITE))
    .map(({ url }) => listedCluster(new URL(url).hostname)?.id);
  return [...new Set(ids)].filter((id) => id !== undefined).sort();
}

const stateOf = async (name: string) => {
  const row = (await readShownRows(popup)).find((each) => each.name === name);
  return row?.failure?.code ?? row?.waiting?.reason ?? row?.stage;
};
const until = (name: string) => expect.poll(() => stateOf(name), PATIENCE);

async function agreeToPage(): Promise<void> {
  await closeQuestion(stage, popup);
  await popup.getByRole('button', { name: CONTINUE }).click(PATIENCE);
  await popup.getByRole('button', { name: 'Agree' }).click();
}

const pollsOf = async (name: string) =>
  (await readShownRows(popup)).find((each) => each.name === name)?.polls;

/** Agrees without the question, for tests that are about something else. */
const agree = () => writePageConsent(popup, { at: 1, isForAll: false }, 'dreamina');

let width = 300;
async function choose(name: string): Promise<void> {
  // No two alike, or the second would be offered from the history.
  width += 1;
  const file = { name: `${name}.png`, mimeType: 'image/png', buffer: await noisePng(width) };
  await popup.locator('input[type=file]').setInputFiles(file);
}

/** Saves the newest row. @returns its file */
async function save(): Promise<Buffer> {
  await popup.bringToFront();
  await button(rows(popup).first(), 'Save').click();
  await untilRowSays(popup, /Saved/);
  return readFile(stage.savedFiles().at(-1) ?? '');
}

async function expectHarbour(bytes: Buffer): Promise<void> {
  const { width, height } = await sharp(bytes).metadata();
  expect([width, height]).toEqual([2880, 2160]);
  expect(await correlation(await PICTURES.harbour.make(), bytes)).toBeGreaterThan(0.95);
}

describe('from the install to the saved file', () => {
  it('in the cluster SG: the page is opened in the background, and closed when it has been idle', async () => {
    // The welcome page asks for Dreamina, and the real prompt is answered.
    await begin({ allowed: [] });
    const gallery = await stage.openGallery();
    await stage.upscale(gallery, '#harbour');
    await untilRowSays(popup, /goes through Dreamina’s (own )?page/);
    expect(sitePages()).toHaveLength(0);
    expect(orders()).toHaveLength(0);

    await agreeToPage();
    await until('harbour').toBe('done');
    expect(sitePages()).toHaveLength(1);
    // In the background: the popup stays in front.
    expect(await popup.evaluate(() => document.visibilityState)).toBe('visible');
    expect(orders().map(({ sender }) => sender)).toMatchObject([
      { origin: 'https://dreamina.capcut.com', namesExtension: false },
    ]);
    expect(orders()[0]?.sender.cookies).toBeGreaterThan(0);
    await expectHarbour(await save());
    expect(askedClusters()).toEqual(['dreamina-sg']);
    expect(stage.simulator.submissions).toMatchObject([{ tool: 'smart-hd', target: '2k' }]);

    const worker = await stage.worker();
    await worker.evaluate(() => chrome.alarms.create('page', { when: Date.now() }));
    await expect.poll(() => sitePages().length, PATIENCE).toBe(0);
  });

  it('in the cluster US: an open page of the person is used, and stays; foreign hosts are asked for by name', async () => {
    const abroad = { uploadHosts: 'foreign', resultHost: 'foreign' } as const;
    await begin({ simulator: { ...inCluster('dreamina-us'), abroad } });
    const own = await stage.context.newPage();
    await own.goto(`${SITE}ai-tool/home`);
    const gallery = await stage.openGallery();
    await stage.upscale(gallery, '#harbour');
    const [uploadHost = ''] = CLUSTERS['dreamina-us'].foreignUploadHosts;
    await untilRowSays(popup, new RegExp(`Dreamina wants this image at ${uploadHost}`));
    expect(stage.simulator.uploads).toEqual([]);
    await answerPrompt(stage, button(rows(popup).first(), `Allow ${uploadHost}`), 'allow');
    await untilRowSays(popup, /goes through Dreamina’s (own )?page/);
    await agreeToPage();
    const [resultHost = ''] = CLUSTERS['dreamina-us'].foreignResultHosts;
    await untilRowSays(popup, new RegExp(`Dreamina keeps the result on ${resultHost}`), 30_000);
    await answerPrompt(stage, button(rows(popup).first(), `Allow ${resultHost}`), 'allow');
    await until('harbour').toBe('done');
    await expectHarbour(await save());
    expect(sitePages()).toHaveLength(1);
    expect(own.isClosed()).toBe(false);
    expect(stage.simulator.submissions).toHaveLength(1);
    expect(askedClusters()).toEqual(['dreamina-us']);
  });
});

describe('the agreement in the settings', () => {
  it('lets a waiting image go on, and is taken back at once: the page closes, and the next image waits', async () => {
    await begin();
    const options = await stage.context.newPage();
    await options.goto(`chrome-extension://${stage.extensionId}/options.html`);
    const toggle = options.getByRole('switch', { name: 'Send orders through Dreamina’s page' });
    await expect.poll(() => toggle.getAttribute('aria-checked'), PATIENCE).toBe('false');
    await choose('first');
    await until('first').toBe('page-consent');
    await toggle.click();
    await options.getByRole('button', { name: 'Agree' }).click();
    await until('first').toBe('done');
    expect(await toggle.getAttribute('aria-checked')).toBe('true');
    expect(sitePages()).toHaveLength(1);

    await toggle.click();
    await expect.poll(() => sitePages().length, PATIENCE).toBe(0);
    await choose('second');
    await until('second').toBe('page-consent');
    expect(await toggle.getAttribute('aria-checked')).toBe('false');
    expect(sitePages()).toHaveLength(0);
    expect(orders()).toHaveLength(1);
  });
});

describe('with an account at both sites', () => {
  it('the header says where new images go, and each image stays at its site', async () => {
    await begin({ allowed: ['jimeng', 'dreamina'] });
    await stage.signIn(undefined, 'jimeng');
    await agree();
    await popup.reload();
    const header = popup.getByRole('button', { name: /^New images go to Dreamina/ });
    await header.waitFor();
    await choose('abroad');
    await until('abroad').toBe('done');
    expect(askedClusters()).toContain('dreamina-sg');
    const orderedAbroad = stage.simulator.requests.length;

    await header.click();
    await popup.getByRole('button', { name: /^New images go to Jimeng/ }).waitFor();
    await choose('inland');
    await until('inland').toBe('done');
    const sites = (await readShownRows(popup)).map(({ name, site }) => `${name} ${site}`);
    expect(sites.sort()).toEqual(['abroad dreamina', 'inland jimeng']);
    const later = stage.simulator.requests
      .slice(orderedAbroad)
      .filter(({ endpoint }) => endpoint !== 'credits' && endpoint !== 'account')
      .map(({ url }) => new URL(url).hostname);
    expect(later.filter((host) => listedCluster(host)?.site === 'dreamina')).toEqual([]);
    const accounts = stage.simulator.submissions.map(({ account }) => account);
    expect(accounts).toEqual(['dreamina-sg', 'main']);
    // Both rows name their site, since there are two.
    await expect.poll(() => popup.getByRole('listitem').allTextContents()).toHaveLength(2);
    const words = await popup.getByRole('listitem').allTextContents();
    expect(words.map((each) => /Jimeng|Dreamina/.exec(each)?.[0]).sort()).toEqual([
      'Dreamina',
      'Jimeng',
    ]);
  });
});

describe('what comes in between', () => {
  it('signed out and in; another account in another cluster; a tab that closes or leaves; a worker that dies', async () => {
    await begin();
    await agree();
    stage.simulator.addSession('session-of-another', 'another', { cluster: 'dreamina-us' });

    await stage.signOut();
    await choose('signed out');
    await until('signed out').toBe('sign-in');
    await stage.signIn();
    await until('signed out').toBe('done');

    // No account has ordered yet, so it starts again in the cluster of the other one.
    stage.simulator.faults.add({ at: 'put', effect: { kind: 'delay', ms: 1_000 } });
    await choose('other account');
    const puts = () => stage.simulator.requests.filter(({ endpoint }) => endpoint === 'put');
    await expect.poll(() => puts().length, PATIENCE).toBe(2);
    await stage.signIn('session-of-another');
    await until('other account').toBe('done');
    await stage.signIn();

    for (const [name, leave] of [
      ['closed', (page: Page) => page.close()],
      ['left', (page: Page) => page.goto('https://gallery.example/')],
    ] as const) {
      const before = orders().length;
      const effect = { kind: 'hang', when: 'after' } as const;
      stage.simulator.faults.add({ at: 'generate', effect });
      await choose(name);
      await expect.poll(() => orders().length, PATIENCE).toBe(before + 1);
      for (const page of sitePages()) await leave(page);
      await until(name).toBe('done');
    }

    for (const at of ['history', 'generate'] as const) {
      const before = stage.simulator.requests.length;
      const isReached = () =>
        stage.simulator.requests.slice(before).some(({ endpoint }) => endpoint === at);
      for (const page of sitePages()) await page.close();
      stage.simulator.faults.add({ at, effect: { kind: 'delay', ms: 1_000 } });
      await choose(`killed ${at}`);
      await expect.poll(isReached, { ...PATIENCE, interval: 10 }).toBe(true);
      await stage.killWorker();
      await popup.reload();
      await until(`killed ${at}`).toBe('done');
    }

    const { submissions } = stage.simulator;
    const accounts = submissions.map(({ account }) => account);
    expect(accounts).toEqual(['dreamina-sg', 'another', ...Array(4).fill('dreamina-sg')]);
    expect(new Set(submissions.map(({ imageUri }) => imageUri)).size).toBe(6);
    expect(askedClusters()).toEqual(['dreamina-sg', 'dreamina-us']);
  });

  it('each refusal of an order is said in its own words, and costs nothing', async () => {
    await begin();
    await agree();
    const refusals = [
      ['1015', 'sign-in', /not signed in to Dreamina/],
      ['4010', 'confirmation-needed', /Dreamina/],
      ['3018', 'outdated', /./],
      // After this refusal images were seen to appear, so the order is looked up for minutes before the row fails.
      ['3000', 'submitting', /./],
      // The last: it pauses all orders.
      ['-6', 'risk-control', /risk control/],
    ] as const;
    for (const [ret, code, words] of refusals) {
      // Twice, because after 3018 Automatic tries the other upscaler.
      stage.simulator.faults.add({ at: 'generate', times: 2, effect: { kind: 'ret', ret } });
      await choose(`refused ${ret}`);
      await until(`refused ${ret}`).toBe(code);
      const row = await untilRowSays(popup, words);
      expect(await row.textContent()).not.toMatch(/Jimeng/);
      if (code === 'submitting')
        await expect.poll(() => pollsOf(`refused ${ret}`), PATIENCE).toBe(1);
      await clearRows(popup);
      stage.simulator.faults.clear();
    }
    expect(stage.simulator.submissions).toHaveLength(0);
  });

  // Half a minute: `npm run test:full` has it.
  it.runIf(isFull)('a page that is never ready: the row opens it', async () => {
    await begin({ simulator: { page: 'never' } });
    await agree();
    await choose('boat');
    await until('boat').toBe('page-unavailable');
    expect(orders()).toHaveLength(0);
    expect(await button(rows(popup).first(), 'Open Dreamina').count()).toBe(1);
    expect(await button(rows(popup).first(), 'Retry').count()).toBe(1);
  });
});
