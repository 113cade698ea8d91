/**
 * Measures what a ZIP of many large results costs in memory, in real Chromium:
 * `tsx scripts/bench/bench-zip.ts [--files 100] [--megabytes 5]` after `wxt build`. Fills the history with rows whose
 * results are random bytes, asks for the ZIP as the popup does, and prints how much each process of the browser grew,
 * and how long it took. Bar: each process of the extension grows by less than 150 MB.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import { pastRows } from '@/tests/support/past-rows';
import { openStage } from '../browsers/stage';
import { descendants, forgetPeak, memory } from './process-memory';

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    files: { type: 'string', default: '100' },
    megabytes: { type: 'string', default: '5' },
  },
});
const FILES = Number(values.files);
const BYTES = Number(values.megabytes) * 1_000_000;
const MB = 1_000_000;
const ROWS = Array.from({ length: FILES }, (_, index) => ({ name: `picture ${index}` }));

/** Gives every row a result of random bytes. Each is written on its own: together they would fill the memory. */
async function giveResults(page: Page): Promise<void> {
  await page.evaluate(async (bytes) => {
    const opened = indexedDB.open('upscale-with-dreamina');
    await new Promise((resolve) => opened.addEventListener('success', resolve));
    const found = opened.result.transaction('jobs').objectStore('jobs').getAll();
    await new Promise((resolve) => found.addEventListener('success', resolve));
    for (const row of found.result) {
      const data = new Uint8Array(bytes);
      for (let at = 0; at < bytes; at += 65_536)
        crypto.getRandomValues(data.subarray(at, Math.min(bytes, at + 65_536)));
      const tx = opened.result.transaction(['jobs', 'blobs'], 'readwrite');
      tx.objectStore('jobs').put({ ...row, result: { ...row.result, type: 'png' } });
      tx.objectStore('blobs').put(new Blob([data], { type: 'image/png' }), `${row.id}/result`);
      await new Promise((resolve) => tx.addEventListener('complete', resolve));
    }
    opened.result.close();
  }, BYTES);
}

const stage = await openStage();
try {
  const options = await stage.context.newPage();
  await options.goto(`chrome-extension://${stage.extensionId}/options.html`);
  await options
    .locator('input[type=file]')
    .setInputFiles([
      { name: 'history.json', mimeType: 'application/json', buffer: pastRows(ROWS) },
    ]);
  const ids = () =>
    options.evaluate(async () => {
      const opened = indexedDB.open('upscale-with-dreamina');
      await new Promise((resolve) => opened.addEventListener('success', resolve));
      const keys = opened.result.transaction('jobs').objectStore('jobs').getAllKeys();
      await new Promise((resolve) => keys.addEventListener('success', resolve));
      opened.result.close();
      return keys.result as string[];
    });
  while ((await ids()).length < FILES) await sleep(100);
  await giveResults(options);
  // The page that has made the bytes would be measured as well.
  await options.goto('about:blank');
  await options.goto(`chrome-extension://${stage.extensionId}/options.html`);
  const jobIds = await ids();
  await sleep(3_000);

  const before = new Map<number, number>();
  const peaks = new Map<number, number>();
  for (const pid of descendants(process.pid)) {
    forgetPeak(pid);
    before.set(pid, memory(pid, 'VmRSS'));
  }
  const started = performance.now();
  await options.evaluate(
    (all) => chrome.runtime.sendMessage({ type: 'saveZip', data: all, timestamp: 0 }),
    jobIds,
  );
  const zip = () => readdirSync(stage.downloads).find((name) => name.endsWith('.zip'));
  while (!zip()) {
    for (const pid of descendants(process.pid)) peaks.set(pid, memory(pid, 'VmHWM'));
    await sleep(50);
  }
  for (const pid of descendants(process.pid)) peaks.set(pid, memory(pid, 'VmHWM'));
  const seconds = (performance.now() - started) / 1_000;
  const size = statSync(join(stage.downloads, zip() ?? '')).size / MB;
  console.log(`${FILES} files, ${size.toFixed(0)} MB, ${seconds.toFixed(1)} s`);
  const growths = [...peaks].map(([pid, peak]) => (peak - (before.get(pid) ?? 0)) / MB);
  const largest = growths.toSorted((a, b) => b - a).slice(0, 5);
  console.log(
    `growth of the processes that grew most: ${largest.map((mb) => mb.toFixed(0)).join(', ')} MB`,
  );
} finally {
  await stage.close();
}
