/**
 * `tsx scripts/bench/bench-canvas-colours.ts [chromium|firefox]`: what `createImageBitmap` and a canvas make of tagged
 * files, in the installed browsers, beside the references of tagged-files.ts. Shows which kinds of files need a
 * library. HDR has no one right answer: its levels are printed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, exit } from 'node:process';
import { chromium } from 'playwright';
import sharp from 'sharp';
import { withChunks } from '@/tests/support/images/image-files';
import { cicpChunk } from '@/tests/support/images/profiles';
import { CHROMIUM_FLAGS, findChromium } from '../browsers/browser';
import { openDisplay } from '../browsers/display';
import { launchFirefox } from '../browsers/firefox-launch';
import { differenceOnWhite } from './pixel-difference';
import { taggedFiles } from './tagged-files';

interface Decoder {
  /** RGBA of the canvas, row by row. */
  decode(file: Buffer): Promise<Buffer>;
  close(): Promise<void>;
}

/** Statements; `file` is Base64. */
const DECODE = `
  const bytes = Uint8Array.from(atob(file), (one) => one.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes]));
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  let text = '';
  for (let at = 0; at < data.length; at += 8192) text += String.fromCharCode(...data.subarray(at, at + 8192));
  return btoa(text);`;

async function openChromium(): Promise<Decoder> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium found.');
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  const page = await browser.newPage();
  return {
    async decode(file) {
      const script = `(async (file) => {${DECODE}})(${JSON.stringify(file.toString('base64'))})`;
      return Buffer.from(await page.evaluate<string>(script), 'base64');
    },
    close: () => browser.close(),
  };
}

async function openFirefox(): Promise<Decoder> {
  const folder = mkdtempSync(join(tmpdir(), 'upscale-colours-'));
  const display = await openDisplay(true);
  const profile = join(folder, 'profile');
  const options = { profile, downloads: folder, httpsPort: 9, env: display.env, hosts: {} };
  const { marionette, quit } = await launchFirefox(options);
  return {
    async decode(file) {
      const script = `const [file, done] = arguments; (async () => {${DECODE}})().then(done, (error) => done('!' + error));`;
      const args = [file.toString('base64')];
      const answer = await marionette.send('WebDriver:ExecuteAsyncScript', { script, args });
      const text = String((answer as { value?: unknown }).value ?? answer);
      if (text.startsWith('!')) throw new Error(text);
      return Buffer.from(text, 'base64');
    },
    async close() {
      await quit();
      display.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

const rgba = (file: Buffer) => sharp(file).ensureAlpha().raw().toBuffer();

/** Light of 0, 10, 50, 100, 203 and 1,000 cd/m2 as PQ (SMPTE ST 2084) and as HLG of a display of 1,000 cd/m2. */
const HDR = {
  PQ: [16, [0, 79, 114, 130, 148, 192]],
  HLG: [18, [0, 41, 96, 130, 191, 255]],
} as const;

async function hdr(kind: keyof typeof HDR): Promise<Buffer> {
  const [transfer, levels] = HDR[kind];
  const data = Buffer.from(levels.flatMap((level) => [level, level, level]));
  const png = await sharp(data, { raw: { width: levels.length, height: 1, channels: 3 } })
    .png()
    .toBuffer();
  return Buffer.from(withChunks(new Uint8Array(png), cicpChunk(9, transfer)));
}

const files = await taggedFiles();
for (const [name, open] of Object.entries({ chromium: openChromium, firefox: openFirefox })) {
  if (argv[2] && argv[2] !== name) continue;
  const decoder = await open();
  try {
    console.log(`${name.padEnd(44)}   mean    max  above 4`);
    for (const { label, bytes, reference } of files) {
      try {
        const { mean, largest, above4 } = differenceOnWhite(
          await decoder.decode(bytes),
          await rgba(reference),
        );
        const figures = `${mean.toFixed(2).padStart(6)} ${largest.toFixed(0).padStart(6)} ${`${(above4 * 100).toFixed(2)}%`.padStart(8)}`;
        console.log(`${label.padEnd(44)} ${figures}${mean > 1 || largest > 4 ? ' <' : ''}`);
      } catch (error) {
        console.log(`${label.padEnd(44)} ${String(error).slice(0, 60)}`);
      }
    }
    for (const kind of ['PQ', 'HLG'] as const) {
      const shown = await decoder.decode(await hdr(kind));
      const levels = [...shown].filter((_, index) => index % 4 === 0);
      console.log(
        `${`${kind}, BT.2020 grey, encoded ${HDR[kind][1].join(' ')}`.padEnd(60)} ${levels.join(' ')}`,
      );
    }
  } finally {
    await decoder.close();
  }
}
exit(0);
