/**
 * Measures the finder on a page with 3,000 images, in real Chromium: `tsx scripts/bench/bench-finder.ts`.
 * Bar: 100 ms for every click, the first one on a fresh layout included.
 */
import { exit } from 'node:process';
import { bundleForPage, launchForBench, openBenchPage } from './page-script';

const IMAGES = 3000;
const CLICKS = 60;
const BAR_MS = 100;

/** Runs in the page: figures with links, captions, backgrounds and a custom element here and there. */
function fill(count: number): void {
  const canvas = document.createElement('canvas');
  canvas.width = 120;
  canvas.height = 90;
  canvas.getContext('2d')?.fillRect(0, 0, 60, 45);
  const url = canvas.toDataURL();
  const figures = Array.from({ length: count }, (_, index) => {
    const style = index % 7 === 0 ? ` style="background-image:url(${url})"` : '';
    return `<figure${style}><a href="/full/${index}.jpg"><picture><source srcset="${url} 120w"><img src="${url}#${index}" data-src="/lazy/${index}.jpg" alt="${index}"></picture></a><figcaption><b>Picture</b> ${index}</figcaption><i class="veil"></i></figure>`;
  });
  const style = `figure{position:relative;display:inline-block;margin:4px;width:120px}
    img{width:120px;height:90px}.veil{position:absolute;inset:0}.veil::after{content:''}`;
  document.body.innerHTML = `<style>${style}</style>${figures.join('')}`;
}

interface Timing {
  ms: number;
  found: boolean;
}

/** Runs in the page. Every click comes after a scroll and a change, so the layout is dirty. */
async function click(clicks: number): Promise<Timing[]> {
  const { findAt } = (
    globalThis as unknown as {
      finderBench: {
        findAt(point: { x: number; y: number }): { finding: { winner?: unknown } };
      };
    }
  ).finderBench;
  const timings: Timing[] = [];
  for (let at = 0; at < clicks; at += 1) {
    window.scrollTo(0, (at * 1237) % (document.body.scrollHeight - innerHeight));
    document.body.style.paddingTop = `${at % 5}px`;
    await new Promise((resolve) => setTimeout(resolve, 10));
    const img = document.elementsFromPoint(200 + ((at * 37) % 600), 300)[1] ?? document.body;
    const { x, y, width, height } = img.getBoundingClientRect();
    const start = performance.now();
    const { finding } = findAt({ x: x + width / 2, y: y + height / 3 });
    timings.push({ ms: performance.now() - start, found: finding.winner !== undefined });
  }
  return timings;
}

const code = await bundleForPage('lib/page/find/find.ts', 'finderBench');
const browser = await launchForBench();
try {
  const page = await openBenchPage(browser, 900);
  await page.goto('about:blank');
  await page.addScriptTag({ content: code });
  await page.evaluate(fill, IMAGES);
  await page.waitForTimeout(1000);
  const elements = await page.evaluate(() => document.querySelectorAll('*').length);
  const timings = await page.evaluate(click, CLICKS);
  const sorted = timings.map(({ ms }) => ms).sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const worst = sorted.at(-1) ?? 0;
  const found = timings.filter((timing) => timing.found).length;
  console.log(`${IMAGES} images, ${elements} elements, ${CLICKS} clicks, ${found} with a winner`);
  console.log(
    `median ${median.toFixed(1)} ms, first ${timings[0]?.ms.toFixed(1)} ms, worst ${worst.toFixed(1)} ms (bar ${BAR_MS} ms)`,
  );
  if (worst > BAR_MS) exit(1);
} finally {
  await browser.close();
}
