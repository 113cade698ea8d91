/**
 * `npm run bench:pixels [-- --browser=chromium|firefox]`: hands files of many kinds of colours to the built extension,
 * and compares what arrives at the service with a reference conversion by libvips and LittleCMS (sharp), on this machine.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exit, stdout } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import type { Simulator } from '@/simulator/simulator';
import { openFirefoxStage } from '../browsers/firefox-stage';
import { openStage } from '../browsers/stage';
import { differenceOf } from './pixel-difference';
import { pixelFiles } from './pixel-files';

const PATIENCE_MS = 30_000;

interface Hand {
  simulator: Simulator;
  handIn(path: string): Promise<void>;
  close(): Promise<void>;
}

async function chromium(): Promise<Hand> {
  const stage = await openStage({ simulator: { credits: { gift: 10_000 } } });
  const popup = await stage.openPopup();
  return {
    simulator: stage.simulator,
    handIn: (path) => popup.locator('input[type=file]').setInputFiles(path),
    close: stage.close,
  };
}

async function firefox(): Promise<Hand> {
  const stage = await openFirefoxStage({ simulator: { credits: { gift: 10_000 } } });
  const popup = await stage.openPopup();
  return {
    simulator: stage.simulator,
    handIn: (path) => popup.chooseFiles('input[type=file]', [path]),
    close: stage.close,
  };
}

const { values } = parseArgs({ options: { browser: { type: 'string' } } });
const folder = mkdtempSync(join(tmpdir(), 'upscale-pixels-'));
const files = await pixelFiles();
for (const [name, open] of [
  ['chromium', chromium],
  ['firefox', firefox],
] as const) {
  if (values.browser && values.browser !== name) continue;
  const hand = await open();
  stdout.write(`${name.padEnd(34)} sent          mean  largest  above 4   ms\n`);
  try {
    for (const [index, { label, extension, bytes, reference = bytes }] of files.entries()) {
      const path = join(folder, `${index}.${extension}`);
      writeFileSync(path, bytes);
      const known = hand.simulator.uploads.length;
      const start = Date.now();
      await hand.handIn(path);
      const isThere = () => hand.simulator.uploads.length > known;
      while (!isThere() && Date.now() < start + PATIENCE_MS) await pause(20);
      const sent = hand.simulator.uploads.at(-1);
      const took = Date.now() - start;
      if (!isThere() || !sent) {
        stdout.write(`${label.padEnd(34)} nothing arrived\n`);
        continue;
      }
      const { format, width, height } = await sharp(sent.bytes).metadata();
      const difference = await differenceOf(sent.bytes, reference);
      const figures = difference
        ? `${difference.mean.toFixed(2).padStart(7)} ${`${difference.largest}`.padStart(8)} ${`${(difference.above4 * 100).toFixed(2)}%`.padStart(8)}`
        : '  another size           ';
      const what = `${format} ${width}x${height}`.padEnd(13);
      const isSame = sent.bytes.equals(bytes) ? ' (as it was)' : '';
      stdout.write(`${label.padEnd(34)} ${what} ${figures} ${`${took}`.padStart(5)}${isSame}\n`);
    }
  } finally {
    await hand.close();
  }
}
rmSync(folder, { recursive: true, force: true });
exit(0);
