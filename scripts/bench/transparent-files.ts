/** Drawings with hard and soft edges, and kinds of files that hold transparency. */
import sharp, { type Sharp } from 'sharp';
import { drawn, SHAPES } from '@/tests/support/images/halo';
import type { TableFile } from './table-file';

/** px */
const SIDE = 240;

const by = 'libvips';

/** The picture, cut out by a shape. @param extra px wider, so that no two are alike */
async function cutOut(plain: Buffer, shape: string, extra: number): Promise<Sharp> {
  const { data, width, height } = await drawn(SHAPES[shape] ?? '', SIDE + extra);
  const mask = await sharp(data, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer();
  const picture = await sharp(plain)
    .resize(width, height, { fit: 'cover' })
    .ensureAlpha()
    .composite([{ input: mask, blend: 'dest-in' }])
    .png()
    .toBuffer();
  return sharp(picture);
}

/** 15 files. @param plain a PNG of sRGB */
export async function transparentFiles(plain: Buffer): Promise<TableFile[]> {
  const files: TableFile[] = [];
  for (const [name, shape] of Object.entries(SHAPES)) {
    const { data, width, height } = await drawn(shape, SIDE);
    const bytes = await sharp(data, { raw: { width, height, channels: 4 } })
      .png()
      .toBuffer();
    files.push({ label: `PNG, drawing: ${name}`, extension: 'png', bytes, by });
  }
  const cut = (shape: string) => cutOut(plain, shape, files.length);
  const add = (label: string, extension: string, bytes: Buffer) =>
    files.push({ label, extension, bytes, by });
  add('PNG, star cut out', 'png', await (await cut('star')).png().toBuffer());
  add('WebP, lossy, star cut out', 'webp', await (await cut('star')).webp().toBuffer());
  add(
    'AVIF, star cut out',
    'avif',
    await (await cut('star')).avif({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer(),
  );
  add('GIF, star cut out', 'gif', await (await cut('star')).gif().toBuffer());
  return files;
}
