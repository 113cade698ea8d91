import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFirefox } from '@/scripts/browsers/browser';
import { openFirefoxStage } from '@/scripts/browsers/firefox-stage';
import { openStage } from '@/scripts/browsers/stage';
import { readRows } from './support/database';
import { lookAt, serveFormats, showAlone } from './support/format-cases';

const FAST = { simulator: { processingMs: 100, credits: { gift: 1_000 } } };

/** Clicks a picture on a page, and answers with what the service got. */
interface Driver {
  /** @returns the bytes that were uploaded, or the code of the failure */
  send(file: string): Promise<Buffer | string>;
  close(): Promise<void>;
}

async function openChromium(): Promise<Driver> {
  const stage = await openStage(FAST);
  const popup = await stage.openPopup();
  const gallery = await stage.openGallery();
  return {
    async send(file) {
      await gallery.evaluate(showAlone, file);
      await stage.upscale(gallery, '#shown');
      const code = await ended(() => readRows(popup), file);
      return code ?? stage.simulator.uploads.at(-1)?.bytes ?? 'nothing';
    },
    close: stage.close,
  };
}

async function openFirefox(): Promise<Driver> {
  const stage = await openFirefoxStage(FAST);
  const popup = await stage.openPopup();
  const gallery = await stage.openGallery();
  return {
    async send(file) {
      await gallery.bringToFront();
      await gallery.evaluate(showAlone, file);
      await stage.upscale(gallery, '#shown');
      const code = await ended(() => readRows(popup), file);
      return code ?? stage.simulator.uploads.at(-1)?.bytes ?? 'nothing';
    },
    close: stage.close,
  };
}

/** Waits for the end of a job. @returns the code of its failure, if it failed */
async function ended(rows: () => ReturnType<typeof readRows>, file: string) {
  const name = file.replace(/\.\w+$/, '');
  return expect
    .poll(
      async () => {
        const row = (await rows()).find((one) => one.name === name);
        return row?.stage === 'failed' ? row.failure?.code : row?.stage;
      },
      { timeout: 40_000 },
    )
    .toMatch(/^(?:done|image-)/)
    .then(async () => (await rows()).find((one) => one.name === name)?.failure?.code);
}

const BROWSERS: [name: string, open: () => Promise<Driver>][] = [['Chromium', openChromium]];
if (findFirefox()) BROWSERS.push(['Firefox', openFirefox]);

describe.each(BROWSERS)('in %s, what a picture shows is sent', (_, open) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await open();
  });
  afterAll(() => driver?.close());

  it.each(serveFormats())('$name', async ({ picture, sent }) => {
    const bytes = await driver.send(picture.file);
    if (typeof bytes === 'string') throw new Error(bytes);
    const seen = await lookAt(bytes);
    expect(Math.abs(seen.width - sent.width)).toBeLessThanOrEqual(1);
    // A drawing without a size is as high as its pixels.
    expect(Math.abs(seen.height - sent.height)).toBeLessThanOrEqual(4);
    expect(seen.isBlue).toBe(true);
  });
});
