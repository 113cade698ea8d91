import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import { PICTURES } from '@/simulator/pictures/pictures';
import { readEverything } from './support/database';
import { button, untilDone, untilRowSays } from './support/history';

const BUILD = fileURLToPath(new URL('../.output/chrome-mv3', import.meta.url));
/** What a page could call itself to get out of a popup, a folder or a sentence. */
const HOSTILE =
  '<img src=x onerror="document.title=1">\u202Egpj..\\../..//etc/passwd\u0000\u0007 CON.';

let stage: Stage;
let popup: Page;
let gallery: Page;
/** Everything that was said where others could hear it: consoles, messages, pings. */
const overheard: string[] = [];

beforeAll(async () => {
  await PICTURES.harbour.make();
  await PICTURES.portrait.make();
  stage = await openStage({ simulator: { processingMs: 500 } });
  stage.context.on('console', (message) => overheard.push(message.text()));
  stage.context.on('weberror', (error) => overheard.push(String(error.error())));
  (await stage.worker()).on('console', (message) => overheard.push(message.text()));
  popup = await stage.openPopup();
  await popup.exposeFunction('overhear', (text: string) => overheard.push(text));
  await popup.evaluate(() => {
    const { overhear } = globalThis as unknown as { overhear(text: string): void };
    chrome.runtime.onMessage.addListener((message) => {
      // What a listener returns may be taken for the answer.
      overhear(JSON.stringify(message));
    });
    new BroadcastChannel('jobs').onmessage = ({ data }) => overhear(JSON.stringify(data));
  });
  gallery = await stage.openGallery();
});

afterAll(async () => {
  expect(stage.simulator.violations).toEqual([]);
  await stage.close();
});

/** A secret as it may stand in a text: raw, or encoded for an address. */
function findIn(text: string): string[] {
  return [...stage.simulator.secrets].filter(
    (secret) => text.includes(secret) || text.includes(encodeURIComponent(secret)),
  );
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

describe('after a whole day of use', () => {
  it('pictures are made, saved, refused and retried', async () => {
    await stage.upscale(gallery, '#harbour');
    await popup.bringToFront();
    const row = await untilDone(popup);
    await button(row, 'Save').click();
    await untilRowSays(popup, /Saved/);
    stage.simulator.faults.add({
      at: 'generate',
      effect: { kind: 'task-fails', failCode: '2038' },
    });
    await stage.upscale(gallery, '#night-lake');
    await popup.bringToFront();
    await untilRowSays(popup, /charged|refused|safety|content/i);
    expect(stage.simulator.secrets.size).toBeGreaterThan(5);
  });

  it('no secret is in the database or in a storage area', async () => {
    const everything = await readEverything(popup);
    // The scan sees what it should see.
    expect(everything).toContain('harbour');
    expect(findIn(everything)).toEqual([]);
  });

  it('no secret was said in a console, a message or a ping', () => {
    expect(overheard.length).toBeGreaterThan(0);
    expect(findIn(overheard.join('\n'))).toEqual([]);
  });

  it('no secret, and no address of this computer, is in the build', () => {
    for (const file of filesBelow(BUILD)) {
      const text = readFileSync(file, 'latin1');
      expect(findIn(text)).toEqual([]);
      expect(text).not.toMatch(/127\.0\.0\.1/);
    }
  });

  it('nothing was asked of a host that is not known', () => {
    const hosts = stage.simulator.requests
      .filter(({ endpoint }) => endpoint === 'unknown')
      .map(({ url }) => new URL(url).hostname)
      // Chromium's own.
      .filter((host) => !/(^|\.)(google|googleapis|gstatic)\.com$/.test(host));
    expect(hosts).toEqual([]);
  });
});

describe('a hostile page', () => {
  it('cannot get out of its row, its file name or its folder', async () => {
    const dialogs: string[] = [];
    popup.on('dialog', (dialog) => dialogs.push(dialog.message()));
    await gallery.evaluate(async (name) => {
      document.title = name;
      const image = document.querySelector('#portrait') as HTMLImageElement;
      image.alt = name;
      // No word in the address: the page's own are all there is.
      image.src = URL.createObjectURL(await (await fetch(image.src)).blob());
    }, HOSTILE);
    await gallery.waitForTimeout(300);
    await stage.upscale(gallery, '#portrait');
    await popup.bringToFront();
    const row = await untilDone(popup);
    expect(await popup.locator('img[src="x"]').count()).toBe(0);
    expect(await popup.title()).not.toBe('1');
    await button(row, 'Save').click();
    await untilRowSays(popup, /Saved/);
    for (const file of filesBelow(stage.downloads)) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
      expect(basename(file)).not.toMatch(/[\u0000-\u001f\u202a-\u202e\u2066-\u2069<>:"|?*\\]/);
    }
    expect(dialogs).toEqual([]);
  });

  it('cannot talk to the extension', async () => {
    const answer = await gallery.evaluate(async (id) => {
      const { runtime } =
        (globalThis as { chrome?: { runtime?: typeof chrome.runtime } }).chrome ?? {};
      if (!runtime?.sendMessage) return 'no way in';
      return runtime.sendMessage(id, { type: 'retry', data: 'x' }).then(
        () => 'answered',
        () => 'refused',
      );
    }, stage.extensionId);
    expect(answer).not.toBe('answered');
  });

  it('cannot load a page of the extension into a frame', async () => {
    const isLoaded = await gallery.evaluate(
      (address) =>
        new Promise((resolve) => {
          const frame = document.createElement('iframe');
          frame.src = address;
          frame.onload = () =>
            resolve(frame.contentDocument === null && frame.contentWindow?.length);
          document.body.append(frame);
          setTimeout(() => resolve('never'), 2_000);
        }),
      `chrome-extension://${stage.extensionId}/popup.html`,
    );
    const frame = gallery.frames().find((each) => each.url().startsWith('chrome-extension:'));
    expect(
      (await frame
        ?.locator('main')
        .count()
        .catch(() => 0)) ?? 0,
      String(isLoaded),
    ).toBe(0);
  });
});
