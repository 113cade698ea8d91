/** Draws public/icon/*.png from icon.svg: `tsx scripts/pictures/icons.ts`, after each change of the drawing. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const folder = fileURLToPath(new URL('../../public/icon/', import.meta.url));
const drawing = await readFile(`${folder}icon.svg`, 'utf8');

/** Without the margin: 7 units of the drawing are one pixel of the toolbar's icon, so its edges stay crisp. */
const bare = drawing.replace('viewBox="0 0 128 128"', 'viewBox="8 8 112 112"');

for (const size of [16, 32, 48, 128]) {
  // Stores expect a margin, and only the large icon is shown there.
  const svg = (size < 128 ? bare : drawing).replace(
    '<svg ',
    `<svg width="${size}" height="${size}" `,
  );
  await sharp(Buffer.from(svg)).png({ compressionLevel: 9 }).toFile(`${folder}${size}.png`);
}
