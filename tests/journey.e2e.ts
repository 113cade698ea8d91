import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStage, type Stage, type StageOptions } from '@/scripts/stage';
import { correlation } from '@/simulator/correlation';
import { PICTURES } from '@/simulator/pictures';
import { button, rows, untilDone, untilRowSays } from './support/history';

let stage: Stage;
let gallery: Page;
let popup: Page;

async function begin(options: StageOptions = {}): Promise<void> {
  stage = await openStage(options);
  popup = await stage.openPopup();
  gallery = await stage.openGallery();
}

/** Saves the newest row and returns the file. */
async function save(): Promise<{ path: string; bytes: Buffer }> {
  await popup.bringToFront();
  const row = await untilDone(popup);
  await button(row, 'Save').click();
  await untilRowSays(popup, /Saved/);
  const path = stage.savedFiles().at(-1) ?? '';
  return { path, bytes: await readFile(path) };
}

afterEach(async () => {
  expect(stage.simulator.violations).toEqual([]);
  await stage.close();
});

describe('right click, wait, save', () => {
  beforeEach(() => PICTURES.harbour.make());

  it('2K: the file on disk is the picture, larger', async () => {
    await begin({ simulator: { processingMs: 1_000 } });
    await stage.upscale(gallery, '#harbour', '2k');
    const { path, bytes } = await save();
    expect(path).toMatch(/harbour_2k\.jpg$/);
    const { width, height } = await sharp(bytes).metadata();
    expect([width, height]).toEqual([2880, 2160]);
    expect(await correlation(await PICTURES.harbour.make(), bytes)).toBeGreaterThan(0.95);
    expect(stage.simulator.submissions).toMatchObject([{ target: '2k', tool: 'super-resolution' }]);
    const [upload] = stage.simulator.uploads;
    expect(upload?.bytes.equals(await PICTURES.harbour.make())).toBe(true);
  });

  it('4K: larger still', async () => {
    await begin({ simulator: { processingMs: 1_000 } });
    await stage.upscale(gallery, '#night-lake', '4k');
    const { path, bytes } = await save();
    expect(path).toMatch(/night-lake_4k\.png$/);
    const { width } = await sharp(bytes).metadata();
    expect(width).toBe(4096);
    expect(await correlation(await PICTURES['night-lake'].make(), bytes)).toBeGreaterThan(0.95);
  });

  it('again after a save: a second file, nothing lost', async () => {
    await begin({ simulator: { processingMs: 500 } });
    await stage.upscale(gallery, '#mushroom');
    await save();
    await button(rows(popup).first(), 'Save again').click();
    await expect.poll(() => stage.savedFiles().length).toBe(2);
  });
});

describe('whatever dies, the job finishes', () => {
  it('the worker, killed while the service works', async () => {
    await begin({ simulator: { processingMs: 4_000 } });
    await stage.upscale(gallery, '#harbour');
    await expect.poll(() => stage.simulator.submissions.length, { timeout: 10_000 }).toBe(1);
    await stage.killWorker();
    // The alarm comes back after half a minute, without any help from here.
    await untilDone(popup, 60_000);
    expect(stage.simulator.submissions).toHaveLength(1);
  });

  it('the whole browser, closed and opened again', async () => {
    await begin({ simulator: { processingMs: 6_000 } });
    await stage.upscale(gallery, '#harbour');
    await expect.poll(() => stage.simulator.submissions.length, { timeout: 10_000 }).toBe(1);
    await stage.restartBrowser();
    popup = await stage.openPopup();
    const { bytes } = await save();
    expect(await correlation(await PICTURES.harbour.make(), bytes)).toBeGreaterThan(0.95);
    expect(stage.simulator.submissions).toHaveLength(1);
  });
});

describe('the account', () => {
  it('signed out: the row waits, and goes on after signing in', async () => {
    await begin({ simulator: { processingMs: 500 }, isSignedIn: false });
    await stage.upscale(gallery, '#harbour');
    await untilRowSays(popup, /not signed in/i);
    expect(stage.simulator.submissions).toHaveLength(0);
    const site = await stage.context.newPage();
    await site.goto('https://jimeng.jianying.com/ai-tool/home');
    await site.getByRole('button', { name: 'Sign in' }).click();
    await untilDone(popup);
    expect(stage.simulator.submissions).toHaveLength(1);
  });

  it('refused super-resolution: goes on with Smart HD in the same row', async () => {
    await begin({ simulator: { processingMs: 500, refuseSuperResolution: true } });
    await stage.upscale(gallery, '#harbour');
    const { bytes } = await save();
    expect(await correlation(await PICTURES.harbour.make(), bytes)).toBeGreaterThan(0.95);
    const tools = stage.simulator.submissions.map(({ tool }) => tool);
    expect(tools).toEqual(['super-resolution', 'smart-hd']);
    expect(await rows(popup).count()).toBe(1);
  });

  it('no credits: the row says so, nothing is ordered, and 2K may go on', async () => {
    await begin({ simulator: { credits: { gift: 0 } } });
    await stage.upscale(gallery, '#harbour', '4k');
    await untilRowSays(popup, /Not enough credits/i);
    expect(stage.simulator.submissions).toHaveLength(0);
  });

  it('risk control: stops, explains, and offers the official site', async () => {
    await begin();
    stage.simulator.faults.add({ at: 'generate', effect: { kind: 'ret', ret: '1019' } });
    await stage.upscale(gallery, '#harbour');
    const row = await untilRowSays(popup, /risk control/i);
    expect(await button(row, 'Open Jimeng').count()).toBe(1);
    expect(await button(row, 'Retry').count()).toBe(0);
  });
});
