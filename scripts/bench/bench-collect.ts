/**
 * Measures the collector in real Chromium: `tsx scripts/bench/bench-collect.ts`. Reads pages of 200 and of 2,000
 * pictures (the most that are kept; about six nodes for each) to the end, in turn, and compares the time for each
 * picture. Bars: a picture of the large page takes at most 1.5 times as long, and the longest turn 50 ms.
 */
import { exit, stdout } from 'node:process';
import { median } from './median';
import { bundleForPage, launchForBench, openBenchPage } from './page-script';

const SMALL = 200;
const LARGE = 2_000;
const ROUNDS = 5;
const MAX_RATIO = 1.5;
const MAX_TURN_MS = 50;

/** Runs in the page: cards with a picture, a link, words and a veil. About six nodes for each picture. */
function fill(count: number): void {
  const canvas = document.createElement('canvas');
  canvas.width = 240;
  canvas.height = 180;
  canvas.getContext('2d')?.fillRect(0, 0, 60, 45);
  const url = canvas.toDataURL();
  const cards = Array.from(
    { length: count },
    (_, at) =>
      `<figure><a href="/full/${at}.jpg"><img id="p${at}" src="${url}#${at}" alt="${at}"></a><figcaption><b>Picture</b> ${at}</figcaption><i></i></figure>`,
  );
  const style = 'figure{display:inline-block;margin:4px;width:120px}img{width:120px;height:90px}';
  document.body.innerHTML = `<style>${style}</style>${cards.join('')}`;
}

interface Timing {
  /** Time on the page's thread until everything was read, ms. */
  ms: number;
  longest: number;
  pictures: number;
}

/** Runs in the page. */
async function collect(): Promise<Timing> {
  interface Api {
    update(request: object): {
      isBusy: boolean;
      document: string;
      rev: number;
      pictures: unknown[];
    };
    stop(session: string): void;
  }
  const { createPageCollector } = (
    globalThis as unknown as { collectBench: { createPageCollector(onEnd: () => void): Api } }
  ).collectBench;
  await Promise.all(Array.from(document.images, (image) => image.decode()));
  // The first layout is the work of the page.
  document.body.getBoundingClientRect();
  const collector = createPageCollector(() => {});
  const session = 'bench';
  let known = {};
  let isFirst = true;
  const timing = { ms: 0, longest: 0, pictures: 0 };
  for (let isBusy = true; isBusy; isFirst = false) {
    const started = performance.now();
    const answer = collector.update({ session, isFirst, known, roomBytes: 0 });
    const ms = performance.now() - started;
    timing.ms += ms;
    timing.longest = Math.max(timing.longest, ms);
    timing.pictures += answer.pictures.length;
    known = { [answer.document]: answer.rev };
    isBusy = answer.isBusy;
  }
  collector.stop(session);
  return timing;
}

const browser = await launchForBench();
try {
  const script = await bundleForPage('lib/page/collect/collector.ts', 'collectBench');
  const page = await openBenchPage(browser, 800);
  const found = new Map<number, Timing[]>([
    [SMALL, []],
    [LARGE, []],
  ]);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [count, timings] of found) {
      await page.goto('about:blank');
      await page.addScriptTag({ content: script });
      await page.evaluate(fill, count);
      timings.push(await page.evaluate(collect));
    }
  }
  const each = [...found].map(([count, timings]) => ({
    count,
    ms: median(timings.map(({ ms }) => ms)),
    longest: median(timings.map(({ longest }) => longest)),
    pictures: timings[0]?.pictures ?? 0,
  }));
  for (const { count, ms, longest, pictures } of each) {
    stdout.write(
      `${count} pictures: ${ms.toFixed(0)} ms on the page's thread, longest turn ${longest.toFixed(0)} ms, ${pictures} told\n`,
    );
  }
  const [small, large] = each;
  const ratio = small && large ? large.ms / large.count / (small.ms / small.count) : Number.NaN;
  stdout.write(`a picture of the large page takes ${ratio.toFixed(2)} times as long\n`);
  const isFine = ratio <= MAX_RATIO && each.every(({ longest }) => longest <= MAX_TURN_MS);
  exit(isFine ? 0 : 1);
} finally {
  await browser.close();
}
