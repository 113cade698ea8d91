import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright';
import sharp from 'sharp';
import { build } from 'vite';
import { CHROMIUM_FLAGS, findChromium } from '../browsers/browser';
import { median } from './median';
import { forgetPeak, memory, processesOf } from './process-memory';

const ROUNDS = 5;
const MB = 1024 * 1024;
const MODULES = [
  'pipeline/inspect',
  'pipeline/prepare',
  'formats/strip-metadata',
  'pipeline/thumbnail',
] as const;

type Tools = typeof import('@/lib/images/pipeline/inspect') &
  typeof import('@/lib/images/pipeline/prepare') &
  typeof import('@/lib/images/formats/strip-metadata') &
  typeof import('@/lib/images/pipeline/thumbnail');
type Inside = { tools: Tools; file: Blob };

/** One thing to measure; `run` is executed in the page. */
interface Task {
  name: string;
  file: 'photo' | 'endless' | 'zeros';
  run(): Promise<unknown>;
}

const inside = globalThis as unknown as Inside;
const TASKS: readonly Task[] = [
  {
    name: '48 MP JPEG: prepare() for the upload',
    file: 'photo',
    run: () => inside.tools.prepare(inside.file, { target: '4k' }),
  },
  {
    name: '48 MP JPEG: of that, taking out the metadata',
    file: 'photo',
    run: () => inside.tools.stripMetadata(inside.file, 'jpeg'),
  },
  {
    name: '48 MP JPEG: thumbnail(), beside the upload',
    file: 'photo',
    run: () => inside.tools.thumbnail(inside.file),
  },
  {
    name: '48 MP JPEG: a full decode',
    file: 'photo',
    run: async () => (await createImageBitmap(inside.file)).close(),
  },
  {
    name: '99 MB of JPEG without an end: inspect()',
    file: 'endless',
    run: () => inside.tools.inspect(inside.file).catch(() => undefined),
  },
  {
    name: '196 MP PNG, as large as is let in: prepare()',
    file: 'zeros',
    run: () => inside.tools.prepare(inside.file, { target: '4k' }),
  },
];

/** Bundles lib/images as classic scripts that put their functions into `tools`. */
async function bundle(): Promise<string> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const scripts = await Promise.all(
    MODULES.map(async (module) => {
      const name = `module_${module.replace(/\W/g, '_')}`;
      const result = await build({
        root,
        configFile: false,
        logLevel: 'error',
        build: { write: false, lib: { entry: `lib/images/${module}.ts`, formats: ['iife'], name } },
      });
      const [output] = Array.isArray(result) ? result : [result];
      if (!output || !('output' in output)) throw new Error('vite built nothing');
      return `${output.output[0].code}\nObject.assign((globalThis.tools ??= {}), ${name});`;
    }),
  );
  return scripts.join('\n');
}

async function files(): Promise<Record<Task['file'], Buffer>> {
  const noise = { type: 'gaussian', mean: 128, sigma: 20 } as const;
  const grain = await sharp({
    create: { width: 4000, height: 3000, channels: 3, background: '#000', noise },
  })
    .png({ compressionLevel: 1 })
    .toBuffer();
  const photo = await sharp(grain)
    .resize(8000, 6000)
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 8/1 0/1' } })
    .jpeg({ quality: 80 })
    .toBuffer();
  const small = await sharp({ create: { width: 40, height: 24, channels: 3, background: '#c63' } })
    .jpeg()
    .toBuffer();
  const endless = Buffer.concat([small.subarray(0, -2), Buffer.alloc(99 * MB, 0xff)]);
  const zeros = await sharp({
    create: { width: 14_000, height: 14_000, channels: 3, background: '#000' },
    limitInputPixels: false,
  })
    .png({ compressionLevel: 9 })
    .toBuffer();
  return { photo, endless, zeros };
}

/** Serves an empty page at `/`, and the files under their names. @returns its address */
async function serve(made: Record<string, Buffer>): Promise<string> {
  const server = createServer((request, response) => {
    const file = made[request.url?.slice(1) ?? ''];
    response.setHeader('Content-Type', file ? 'application/octet-stream' : 'text/html');
    response.end(file ?? '<title>bench</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** A page with `tools` and the file. As in the background, its bytes are in another process. */
async function openPage(browser: Browser, code: string, url: string, name: string): Promise<Page> {
  const page = await browser.newPage();
  // tsx names functions by a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (func) => func; globalThis.inside = globalThis');
  await page.goto(url);
  await page.addScriptTag({ content: code });
  await page.evaluate(async (path) => {
    inside.file = await (await fetch(path)).blob();
  }, name);
  await page.waitForTimeout(500);
  return page;
}

async function measure(task: Task, code: string, url: string, executablePath: string) {
  const args = [...CHROMIUM_FLAGS, '--disable-gpu'];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const page = await openPage(browser, code, url, task.file);
    const pids = await processesOf(browser);
    for (const pid of pids) forgetPeak(pid);
    const before = pids.map((pid) => memory(pid, 'VmRSS'));
    const ms = await page.evaluate(`(async () => {
      const started = performance.now();
      await (${task.run.toString()})();
      return performance.now() - started;
    })()`);
    const grown = pids.map((pid, index) => memory(pid, 'VmHWM') - (before[index] ?? 0));
    return { ms: Number(ms), bytes: Math.max(...grown) };
  } finally {
    await browser.close();
  }
}

const executablePath = findChromium();
if (!executablePath)
  throw new Error('No Chromium found; run "tsx scripts/browsers/browser.ts ensure".');
const [code, made] = await Promise.all([bundle(), files()]);
const url = await serve(made);
const sizes = Object.entries(made).map(
  ([name, { length }]) => `${name} ${(length / MB).toFixed(1)} MB`,
);
console.log(`${sizes.join(', ')}; median and worst of ${ROUNDS}, each in a browser of its own`);
const results = new Map(TASKS.map((task) => [task, [] as { ms: number; bytes: number }[]]));
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [task, list] of results) {
    list.push(await measure(task, code, url, executablePath));
  }
}
for (const [{ name }, list] of results) {
  const ms = list.map((result) => result.ms);
  const mb = list.map(({ bytes }) => bytes / MB);
  const peak = `${median(mb).toFixed(0)} MB, ${Math.max(...mb).toFixed(0)}`;
  console.log(
    `${name.padEnd(50)} ${median(ms).toFixed(0).padStart(6)} ms, ${Math.max(...ms).toFixed(0)} | peak +${peak}`,
  );
}
exit(0);
