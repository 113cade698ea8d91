/**
 * `npm run bench:pixels [-- --browser=chromium|firefox] [--only=<text>]`: hands files of many kinds to the built
 * extension, and prints what arrives at the service, and what comes back of transparency, beside a reference that
 * shares no code with the extension.
 *
 * --only   the files whose labels contain this
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process, { exit } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { isEnded, type Job } from '@/lib/jobs/model/job';
import { PIXEL_STAGES, type PixelStage } from './pixel-stage';
import { descendants, forgetPeak, memory } from './process-memory';
import { REFERENCES, type TableFile } from './table-file';
import { tableFiles } from './table-files';
import { HEAD, lineOf, type Outcome, rowOf, summaryOf, type TableRow } from './table-row';

const PATIENCE_MS = 60_000;
const ARRIVAL_POLL_MS = 10;
const ROW_POLL_MS = 200;

/** Hands a file in, and waits until its row has ended. */
async function handedIn(stage: PixelStage, file: TableFile, path: string): Promise<Outcome> {
  const known = stage.simulator.uploads.length;
  const before = new Set((await stage.rows()).map(({ id }) => id));
  const grown = file.isLarge ? watchMemory() : undefined;
  const start = Date.now();
  await stage.handIn(path);
  let arrived: number | undefined;
  let toArrival: number | undefined;
  let row: Job | undefined;
  let isAnswered = false;
  let nextLook = 0;
  while (Date.now() < start + PATIENCE_MS) {
    if (!arrived && stage.simulator.uploads.length > known) {
      arrived = Date.now();
      toArrival = grown?.();
    }
    if (Date.now() >= nextLook) {
      row = (await stage.rows()).find(({ id }) => !before.has(id));
      if (row && isEnded(row)) break;
      if (!isAnswered && row?.waiting?.reason === 'already-large') {
        // The button may not be drawn yet.
        isAnswered = await stage.upscaleAnyway().then(
          () => true,
          () => false,
        );
      }
      nextLook = Date.now() + ROW_POLL_MS;
    }
    await pause(ARRIVAL_POLL_MS);
  }
  const ms = (arrived ?? Date.now()) - start;
  const toEnd = grown?.() ?? 0;
  const peak = grown ? { grown: { toArrival: toArrival ?? toEnd, toEnd } } : {};
  const sent = stage.simulator.uploads.at(-1)?.bytes;
  if (row?.failure) return { kind: 'refused', code: row.failure.code, ms, ...peak };
  if (!arrived || !sent) return { kind: 'lost', ms };
  const { kind } = row?.source?.transparency ?? {};
  const hasResult = row?.stage === 'done' && kind !== undefined;
  return {
    kind: 'sent',
    sent,
    isShape: kind === 'shape',
    ms,
    ...peak,
    ...(hasResult && { result: await stage.result(row?.id ?? '') }),
  };
}

/** @returns by how many bytes the process of the browser that grew most has grown since */
function watchMemory(): () => number {
  const pids = descendants(process.pid).filter((pid) => pid !== process.pid);
  for (const pid of pids) forgetPeak(pid);
  const before = pids.map((pid) => memory(pid, 'VmRSS'));
  return () =>
    Math.max(0, ...pids.map((pid, index) => memory(pid, 'VmHWM') - (before[index] ?? 0)));
}

const { values } = parseArgs({
  options: { browser: { type: 'string' }, only: { type: 'string', default: '' } },
});
const folder = mkdtempSync(join(tmpdir(), 'upscale-pixels-'));
const files = (await tableFiles()).filter(({ label }) => label.includes(values.only));
for (const [name, open] of Object.entries(PIXEL_STAGES)) {
  if (values.browser && values.browser !== name) continue;
  const stage = await open();
  console.log(`${name}\n${HEAD}`);
  const rows: TableRow[] = [];
  try {
    for (const [index, file] of files.entries()) {
      const path = join(folder, `${index}.${file.extension}`);
      writeFileSync(path, file.bytes);
      const row = await rowOf(file, await handedIn(stage, file, path));
      rows.push(row);
      console.log(lineOf(row));
    }
    console.log(`${summaryOf(rows)}\n`);
  } finally {
    await stage.close();
  }
}
for (const [name, what] of Object.entries(REFERENCES)) console.log(`${name}: ${what}`);
rmSync(folder, { recursive: true, force: true });
exit(0);
