/**
 * `npm run bench:types`: time from the click to the stored result for each type of file, as a ratio to the
 * service's time. JPEG and PNG pass through; all others are redrawn. Run `wxt build` first.
 *
 * --service 4    time of the service, s
 * --runs 3       pictures of each type
 * --build <dir>  another build to measure, default that of `npm run build`
 */
import { argv, exit } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import sharp, { type Sharp } from 'sharp';
import { PICTURES, type Picture } from '@/simulator/pictures/pictures';
import { readRows } from '@/tests/support/database';
import { openStage, type Stage } from '../browsers/stage';
import { median } from './median';

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    service: { type: 'string', default: '4' },
    runs: { type: 'string', default: '3' },
    build: { type: 'string' },
  },
});
const serviceMs = Number(values.service) * 1_000;

/** A 24-bit bitmap, rows from the bottom up. */
async function bmp(image: Sharp): Promise<Buffer> {
  const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const row = Math.ceil((info.width * 3) / 4) * 4;
  const file = Buffer.alloc(54 + row * info.height);
  file.write('BM', 0, 'latin1');
  for (const [at, value] of [
    [2, file.length],
    [10, 54],
    [14, 40],
    [18, info.width],
    [22, info.height],
    [26, 1 + 24 * 65_536],
  ] as const) {
    file.writeUInt32LE(value, at);
  }
  for (let at = 0; at < data.length; at += 3) {
    const [x, y] = [(at / 3) % info.width, Math.floor(at / 3 / info.width)];
    const to = 54 + (info.height - 1 - y) * row + x * 3;
    file.set([data[at + 2] ?? 0, data[at + 1] ?? 0, data[at] ?? 0], to);
  }
  return file;
}

function svg(index: number): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"><path fill="#8cf" d="M0 0h400v300H0z"/>` +
      `<circle cx="${100 + index * 9}" cy="140" r="90" fill="#fc3"/><path d="M20 280 200 40l180 240z" fill="#285"/></svg>`,
  );
}

const TYPES: Record<string, [type: string, make: (art: Sharp, index: number) => Promise<Buffer>]> =
  {
    jpeg: ['image/jpeg', (art) => art.jpeg({ quality: 88 }).toBuffer()],
    png: ['image/png', (art) => art.png().toBuffer()],
    turned: ['image/jpeg', (art) => art.withMetadata({ orientation: 6 }).jpeg().toBuffer()],
    webp: ['image/webp', (art) => art.webp({ quality: 90 }).toBuffer()],
    avif: ['image/avif', (art) => art.avif({ quality: 60, effort: 0 }).toBuffer()],
    gif: ['image/gif', (art) => art.gif().toBuffer()],
    bmp: ['image/bmp', bmp],
    svg: ['image/svg+xml', async (_, index) => svg(index)],
  };

/** Puts the picture into a page, clicks it, and waits for the result. @returns the ratio */
async function clickOf(stage: Stage, gallery: Page, popup: Page, picture: Picture) {
  const name = picture.file.replace(/\.\w+$/, '');
  Object.assign(PICTURES, { [name]: picture });
  await gallery.evaluate(
    async ([file, alt]) => {
      const image = new Image();
      image.src = `/images/${file}`;
      image.alt = alt ?? '';
      image.id = 'measured';
      image.style.cssText = 'display: block; width: 400px; margin: 60px';
      document.body.replaceChildren(image);
      await image.decode();
    },
    [picture.file, name],
  );
  await stage.upscale(gallery, '#measured');
  for (;;) {
    const job = (await readRows(popup)).find((row) => row.name === name);
    if (job?.stage === 'failed') throw new Error(`${name}: ${job.failure?.code}`);
    if (job?.stage === 'done') return ((job.finishedAt ?? Number.NaN) - job.createdAt) / serviceMs;
    await sleep(250);
  }
}

const harbour = await PICTURES.harbour.make();
const stage = await openStage({
  simulator: { processingMs: serviceMs },
  ...(values.build && { build: values.build }),
});
const popup = await stage.openPopup();
const gallery = await stage.openGallery();
const ratios = new Map<string, number[]>();
// The first round teaches the duration, and is not counted.
for (let round = 0; round <= Number(values.runs); round += 1) {
  for (const [kind, [type, make]] of Object.entries(TYPES)) {
    if (round === 0 && kind !== 'jpeg') continue;
    const bytes = await make(sharp(harbour).modulate({ hue: 3 + round * 11 }), round);
    const file = `${kind}-${round}.${type.slice(6).replace('+xml', '')}`;
    const caption = kind;
    const picture = { file, type, width: 800, height: 600, caption, make: async () => bytes };
    const ratio = await clickOf(stage, gallery, popup, picture);
    if (round > 0) ratios.set(kind, [...(ratios.get(kind) ?? []), ratio]);
  }
}
for (const [kind, list] of ratios) {
  const all = list.map((ratio) => ratio.toFixed(2)).join(' ');
  console.log(`${kind.padEnd(7)} median ${median(list).toFixed(2)}   ${all}`);
}
await stage.close();
exit(0);
