/**
 * Measures cutting and joining strips, and splitting and restoring transparency, in real Chromium and,
 * where it is installed, in real Firefox: `tsx scripts/bench/bench-strips.ts`. Memory is the growth of the process that grew most, as Linux
 * counts it; on other systems it is 0.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { build } from 'vite';
import { CHROMIUM_FLAGS, findChromium, findFirefox } from '../browsers/browser';
import { descendants, forgetPeak, memory, processesOf } from './process-memory';

const MB = 1024 * 1024;

/** Calls of strips-page.ts: one that is not measured, and the one that is. */
const TASKS = [
  ['300 x 9000: cut', 'makeStrip(300, 9000)', 'cut()'],
  ['300 x 9000: join', 'makeStrip(300, 9000)', 'join()'],
  ['800 x 12000: cut', 'makeStrip(800, 12000)', 'cut()'],
  ['800 x 12000: join', 'makeStrip(800, 12000)', 'join()'],
  ['12000 x 700: cut', 'makeStrip(12000, 700)', 'cut()'],
  ['12000 x 700: join', 'makeStrip(12000, 700)', 'join()'],
  ['1400 x 15800, the largest: cut', 'makeStrip(1400, 15800)', 'cut()'],
  ['1400 x 15800, the largest: join', 'makeStrip(1400, 15800)', 'join()'],
  ['1000 x 1000 with transparency: split', 'makePicture(1000)', 'split()'],
  ['4096 x 4096 with transparency: split', 'makePicture(4096)', 'split()'],
  ['alpha of 1000 x 1000 on 4096 x 4096: restore', 'makeResult(1000)', 'restore()'],
] as const;

async function bundle(): Promise<string> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const entry = 'scripts/bench/strips-page.ts';
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': root } },
    build: { write: false, lib: { entry, formats: ['iife'], name: 'bench' } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('vite built nothing');
  return output.output[0].code;
}

async function measure(
  [name, prepare, run]: (typeof TASKS)[number],
  code: string,
  url: string,
  executablePath: string,
): Promise<void> {
  const args = [...CHROMIUM_FLAGS, '--disable-gpu', '--js-flags=--expose-gc'];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await page.addScriptTag({ content: code });
    await page.evaluate(`bench.${prepare}`);
    await page.evaluate('gc()');
    await page.waitForTimeout(1000);
    const pids = await processesOf(browser);
    for (const pid of pids) forgetPeak(pid);
    const before = pids.map((pid) => memory(pid, 'VmRSS'));
    const started = performance.now();
    const made = await page.evaluate(`bench.${run}`);
    const ms = performance.now() - started;
    const grown = pids.map((pid, index) => memory(pid, 'VmHWM') - (before[index] ?? 0));
    const peak = (Math.max(...grown) / MB).toFixed(0);
    console.log(`${name.padEnd(46)} ${ms.toFixed(0).padStart(6)} ms | peak +${peak} MB | ${made}`);
  } finally {
    await browser.close();
  }
}

/** Runs a task in a Firefox of its own, headless; the page talks to the server. */
async function measureFirefox(
  [name, prepare, run]: (typeof TASKS)[number],
  code: string,
  executablePath: string,
): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'bench-strips-'));
  const page = `<title>bench</title><script>${code.replaceAll('</', '<\\/')}</script><script>(async () => {
    const tell = (path, body) => fetch(path, { method: 'POST', body });
    try {
      await bench.${prepare};
      await tell('/ready');
      const started = performance.now();
      const made = await bench.${run};
      await tell('/done', \`\${Math.round(performance.now() - started)} ms | \${made}\`);
    } catch (error) {
      await tell('/done', String(error));
    }
  })()</script>`;
  let before = new Map<number, number>();
  const done = new Promise<string>((resolve) => {
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => {
        body += String(part);
      });
      request.on('end', () => {
        if (request.url === '/ready') {
          before = new Map(descendants(child.pid ?? 0).map((pid) => [pid, memory(pid, 'VmRSS')]));
          for (const pid of before.keys()) forgetPeak(pid);
        }
        response.setHeader('Content-Type', 'text/html');
        response.end(page);
        if (request.url === '/done') {
          server.close();
          resolve(body);
        }
      });
    });
    server.listen(0, '127.0.0.1', () => {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      child = spawn(executablePath, ['--headless', '--no-remote', '--profile', profile, url], {
        stdio: 'ignore',
      });
    });
  });
  let child = {} as ChildProcess;
  try {
    const made = await done;
    const grown = [...before].map(([pid, bytes]) => memory(pid, 'VmHWM') - bytes);
    console.log(`Firefox, ${name}: ${made} | peak +${(Math.max(...grown, 0) / MB).toFixed(0)} MB`);
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

const executablePath = findChromium();
if (!executablePath)
  throw new Error('No Chromium found; run "tsx scripts/browsers/browser.ts ensure".');
const server = createServer((_, response) => {
  response.setHeader('Content-Type', 'text/html');
  response.end('<title>bench</title>');
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
const code = await bundle();
for (const task of TASKS) await measure(task, code, url, executablePath);
const firefox = findFirefox();
if (firefox) for (const task of TASKS) await measureFirefox(task, code, firefox);
exit(0);
