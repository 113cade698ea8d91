/** Makes docs/images/popup.png out of the stories' pictures: `npm run stories && tsx scripts/readme-images.ts`. */
import { join } from 'node:path';
import sharp from 'sharp';

const root = join(import.meta.dirname, '..');
const GAP = 32;

const pictures = await Promise.all(
  ['mixed.en.light', 'mixed.en.dark'].map(async (name) => {
    const image = sharp(join(root, 'test-results/stories', `${name}.png`));
    const { width, height } = await image.metadata();
    const radius = `<svg width="${width}" height="${height}"><rect width="100%" height="100%" rx="28"/></svg>`;
    const input = await image
      .composite([{ input: Buffer.from(radius), blend: 'dest-in' }])
      .png()
      .toBuffer();
    return { input, width, height };
  }),
);
const width = pictures.reduce((sum, picture) => sum + picture.width + GAP, GAP);
const height = Math.max(...pictures.map((picture) => picture.height)) + 2 * GAP;
let left = GAP;
const layers = pictures.map(({ input, width: own }) => {
  const layer = { input, left, top: GAP };
  left += own + GAP;
  return layer;
});
await sharp({ create: { width, height, channels: 4, background: '#8d86d6' } })
  .composite(layers)
  .png({ palette: true, colours: 256 })
  .toFile(join(root, 'docs/images/popup.png'));
