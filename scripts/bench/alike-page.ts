/** What `bench-alike.ts` runs inside Chromium: the lookup of a page's pictures, with a history in memory. */
import { createPrints } from '@/lib/images/quality/prints';
import { createShownResults, type ShownResults } from '@/lib/jobs/engine/shown-results';
import { entryOf, type HistoryEntry } from '@/lib/jobs/model/history-entry';
import type { Job } from '@/lib/jobs/model/job';
import { keysOfFile } from '@/lib/jobs/model/lookup-keys';
import type { ShownPicture } from '@/lib/page/replace/contract';
import { readDataUrl } from '@/lib/sources/data-url';

const THUMB = 144;
const SMALL = 64;
const SITE = 'https://gallery.example/';
const addressOf = (at: number) => `${SITE}${at}.jpg`;
const SIZE = { width: 800, height: 800 };

const jobs = new Map<string, Job>();
const thumbs = new Map<string, Blob>();
let small: string[] = [];
let shown: ShownResults | undefined;

/** A picture of its own for each number. */
function draw(at: number, side: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = `hsl(${(at * 47) % 360} 40% ${30 + ((at * 13) % 40)}%)`;
  context.fillRect(0, 0, side, side);
  for (let blot = 0; blot < 40; blot += 1) {
    const seed = (at + 1) * 7919 + blot * 104_729;
    context.fillStyle = `hsl(${seed % 360} 70% ${20 + (seed % 60)}%)`;
    const [x, y, size] = [(seed % 101) / 101, (seed % 97) / 97, 0.08 + (seed % 13) / 60];
    context.fillRect(x * side, y * side, size * side, size * side);
  }
  return canvas;
}

async function dataUrlOf(blob: Blob): Promise<string> {
  const reader = new FileReader();
  const read = new Promise((resolve) => reader.addEventListener('load', resolve));
  reader.readAsDataURL(blob);
  await read;
  return String(reader.result);
}

/** Makes a history of one site, and small copies of what a page shows: the newest rows, and as many unknown ones. */
export async function prepare(rows: readonly Job[], copies: number): Promise<void> {
  jobs.clear();
  for (const [at, row] of rows.entries()) {
    jobs.set(row.id, row);
    thumbs.set(row.id, await draw(at, THUMB).convertToBlob({ type: 'image/webp' }));
  }
  small = [];
  for (let copy = 0; copy < copies; copy += 1) {
    const at = copy % 2 === 0 ? copy : rows.length + copy;
    small.push(await dataUrlOf(await draw(at, SMALL).convertToBlob()));
  }
}

/** Begins anew, as a worker does that has just started: no print is kept. */
export function startWorker(): void {
  const byKey = new Map(
    [...jobs.values()].flatMap((job, at) =>
      keysOfFile({ url: addressOf(at), size: SIZE }).map(
        (key) => [key, [entryOf(job)]] as [string, HistoryEntry[]],
      ),
    ),
  );
  const ids = [...jobs.keys()];
  const prints = createPrints(async (id) => thumbs.get(id));
  shown = createShownResults({
    store: {
      lookUp: async (keys) => new Map(keys.flatMap((key) => foundIn(byKey, key))),
      doneOn: async (_, most) => ids.slice(0, most),
      withResult: async (wanted) => new Set(wanted),
      show: async (wanted) => wanted.flatMap((id) => jobs.get(id) ?? []),
      get: async (id) => jobs.get(id),
      blob: async (key) => thumbs.get(key),
      batch: async () => undefined,
    },
    siteOf: (url) => URL.parse(url)?.hostname,
    prints,
    readDataUrl: (url) => readDataUrl(url, fetch),
    now: Date.now,
  });
}

function foundIn<Value>(map: ReadonlyMap<string, Value>, key: string): [string, Value][] {
  const value = map.get(key);
  return value === undefined ? [] : [[key, value]];
}

/** What a lookup costs, ms. */
export interface LookCosts {
  all: number;
  /** The longest time for which nothing else ran. */
  longest: number;
  /** Pictures that have a result. */
  found: number;
}

/** Looks all pictures up, by their addresses or by their small copies. */
export async function look(by: 'address' | 'likeness'): Promise<LookCosts> {
  const pictures = small.map(
    (copy, at): ShownPicture =>
      by === 'address'
        ? { key: `${at}`, url: addressOf(at), size: SIZE }
        : { key: `${at}`, size: SIZE, small: copy },
  );
  const turns = watchTurns();
  const start = performance.now();
  const asker = { frameUrl: SITE, asked: new Set<string>(), isSiteOn: true };
  const answer = await shown?.look(pictures, asker);
  const all = performance.now() - start;
  return { all, longest: turns.stop(), found: answer?.replacements.length ?? 0 };
}

/** Posts messages to itself: the longest time between two of them is the longest turn of everything else. */
function watchTurns() {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  const note = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  port1.onmessage = () => {
    note();
    port2.postMessage(0);
  };
  port2.postMessage(0);
  return {
    stop() {
      note();
      port1.close();
      return longest;
    },
  };
}
