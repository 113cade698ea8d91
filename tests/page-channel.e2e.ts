import { env } from 'node:process';
import type { Page } from 'playwright';
import { afterEach, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import type { PageBehaviour } from '@/simulator/service/world';
import type { SimulatorOptions } from '@/simulator/simulator';
import { readShownRows } from './support/database';
import { noisePng } from './support/noise';

/** Orders that the service's own page sends, in a real browser. */

const SITE = 'https://jimeng.jianying.com/';
const CONTINUE = 'Continue through the Jimeng page';
const SETTING = 'Send orders through Jimeng’s page';
/** A page that is never ready is given up after 30 s, and another one that is open after 10 s. */
const PATIENCE = { timeout: 60_000, interval: 100 };

let stage: Stage;
let popup: Page;

async function begin(page: PageBehaviour, options: SimulatorOptions = {}): Promise<void> {
  const simulator = { processingMs: 300, ordersNeedPage: true, page, ...options };
  stage = await openStage({ simulator });
  popup = await stage.openPopup();
}

afterEach(async () => {
  const { violations } = stage.simulator;
  await stage.close();
  expect(violations).toEqual([]);
});

async function choose(name: string, width = 300): Promise<void> {
  const file = { name: `${name}.png`, mimeType: 'image/png', buffer: await noisePng(width) };
  await popup.locator('input[type=file]').setInputFiles(file);
}

const rowOf = async (name: string) => (await readShownRows(popup)).find((row) => row.name === name);
const until = (name: string) =>
  expect.poll(async () => {
    const row = await rowOf(name);
    return row?.failure?.code ?? row?.waiting?.reason ?? row?.stage;
  }, PATIENCE);
const sitePages = () => stage.context.pages().filter((page) => page.url().startsWith(SITE));
const orders = () => stage.simulator.requests.filter(({ endpoint }) => endpoint === 'generate');

async function openOptions(): Promise<Page> {
  const options = await stage.context.newPage();
  await options.goto(`chrome-extension://${stage.extensionId}/options.html`);
  return options;
}

/** Switches the setting on, which asks first. */
async function sendThroughPage(): Promise<Page> {
  const options = await openOptions();
  const setting = options.getByRole('switch', { name: SETTING });
  await setting.click();
  expect(await setting.getAttribute('aria-checked')).toBe('false');
  await options.getByRole('button', { name: 'Agree' }).click();
  await expect.poll(() => setting.getAttribute('aria-checked')).toBe('true');
  return options;
}

describe('an order that was refused for a missing page signature', () => {
  it('is sent by the page once the person has agreed to that, and not before', async () => {
    await begin('signs');
    await choose('boat');
    await until('boat').toBe('page-signature-missing');
    const button = popup.getByRole('button', { name: CONTINUE });
    await expect
      .poll(() => popup.locator('li').getByRole('button', { name: 'Open Jimeng' }).count())
      .toBe(1);

    await button.click();
    const question = popup.getByRole('group', { name: /opens Jimeng’s page/ });
    await question.waitFor();
    await popup.getByRole('button', { name: 'Not now' }).click();
    await expect.poll(() => question.count()).toBe(0);
    expect(sitePages()).toHaveLength(0);

    await button.click();
    await popup.getByRole('button', { name: 'Agree' }).click();
    await until('boat').toBe('done');
    expect(stage.simulator.submissions).toHaveLength(1);
    expect(orders()).toHaveLength(2);
    expect(sitePages()).toHaveLength(1);
    // In the background: the popup stays in front.
    expect(await popup.evaluate(() => document.visibilityState)).toBe('visible');
    const [order] = orders().slice(-1);
    expect(order?.sender.referer).toBe(`${SITE}ai-tool/home`);
    expect(order?.sender.cookies).toBeGreaterThan(0);

    // The page's signature stays in the page.
    const stored = await popup.evaluate(async () => {
      const { local, sync, session } = chrome.storage;
      return JSON.stringify(await Promise.all([local.get(), sync.get(), session.get()]));
    });
    const kept = stored + JSON.stringify(await readShownRows(popup));
    for (const secret of stage.simulator.secrets) expect(kept).not.toContain(secret);
  });
});

describe('the setting', () => {
  it('sends every order through an open page, and forgets all about it when it is switched off', async () => {
    await begin('signs');
    const own = await stage.context.newPage();
    await own.goto(`${SITE}ai-tool/home`);
    await popup.bringToFront();
    const options = await sendThroughPage();
    await choose('one', 300);
    await choose('two', 310);
    await until('one').toBe('done');
    await until('two').toBe('done');
    expect(stage.simulator.submissions).toHaveLength(2);
    // The person's own tab was used, and stays.
    expect(sitePages()).toHaveLength(1);

    await options.getByRole('switch', { name: SETTING }).click();
    await choose('three', 320);
    await until('three').toBe('page-signature-missing');
    expect(sitePages()).toHaveLength(1);
  });

  it('closes the page that it has opened when it is switched off', async () => {
    await begin('signs-orders');
    const options = await sendThroughPage();
    await choose('one');
    await until('one').toBe('done');
    expect(sitePages()).toHaveLength(1);
    await options.getByRole('switch', { name: SETTING }).click();
    await expect.poll(() => sitePages().length).toBe(0);
  });
});

describe('a page that is no use', () => {
  // Each takes half a minute, so `npm run test:full` has them; page-channel.test.ts has every way to be no use.
  it.runIf(env.KILLS === 'all').each(['never', 'leaves'] as const)(
    '%s: nothing is sent',
    async (page) => {
      await begin(page);
      await sendThroughPage();
      await choose('boat');
      await until('boat').toBe('page-unavailable');
      expect((await rowOf('boat'))?.failure?.charged).toBe('no');
      expect(orders()).toHaveLength(0);
    },
  );
});

describe('an answer that is lost', () => {
  it('because the page left: the order is looked up, and not sent again', async () => {
    await begin('leaves-later');
    await sendThroughPage();
    await choose('boat');
    await until('boat').toBe('done');
    expect(orders()).toHaveLength(1);
    expect(stage.simulator.submissions).toHaveLength(1);
  });

  it.each(['before', 'after'] as const)(
    'because the tab was closed, %s the service took it',
    async (when) => {
      await begin('signs');
      await sendThroughPage();
      stage.simulator.faults.add({ at: 'generate', effect: { kind: 'hang', when } });
      await choose('boat');
      await expect.poll(() => orders().length, PATIENCE).toBe(1);
      for (const page of sitePages()) await page.close();
      if (when === 'after') await until('boat').toBe('done');
      else await expect.poll(async () => (await rowOf('boat'))?.polls, PATIENCE).toBeGreaterThan(0);
      expect(orders()).toHaveLength(1);
    },
  );
});

it('risk control in the page is final', async () => {
  await begin('signs');
  await sendThroughPage();
  stage.simulator.faults.add({ at: 'generate', effect: { kind: 'ret', ret: '1019' } });
  await choose('boat');
  await until('boat').toBe('risk-control');
  expect(await popup.getByRole('button', { name: CONTINUE }).count()).toBe(0);
  expect(stage.simulator.submissions).toHaveLength(0);
});
