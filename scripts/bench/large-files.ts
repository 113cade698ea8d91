/** The largest pictures that are let in, and one that is refused for its size. */
import sharp from 'sharp';
import type { Size } from '@/lib/images/pipeline/bands/raster';
import type { TableFile } from './table-file';

/** What is sent of a picture that is too large. */
function shrunk(bytes: Buffer) {
  return ({ width, height }: Size) =>
    sharp(bytes).resize(width, height, { fit: 'fill' }).png({ compressionLevel: 1 }).toBuffer();
}

/** Five files. @param plain a PNG of sRGB */
export async function largeFiles(plain: Buffer): Promise<TableFile[]> {
  const picture = (width: number, height: number) =>
    sharp(plain).resize(width, height, { fit: 'fill' });
  const photo = await picture(8_000, 6_000).jpeg({ quality: 85 }).toBuffer();
  const deep = await picture(4_000, 3_000)
    .toColourspace('rgb16')
    .png({ compressionLevel: 1 })
    .toBuffer();
  const inks = await picture(4_600, 3_400).withIccProfile('cmyk').jpeg({ quality: 90 }).toBuffer();
  const disc = `<svg width="2600" height="2100"><circle cx="1300" cy="1050" r="1000"/></svg>`;
  const cut = await picture(2_600, 2_100)
    .ensureAlpha()
    .composite([{ input: Buffer.from(disc), blend: 'dest-in' }])
    .png({ compressionLevel: 1 })
    .toBuffer();
  const zeros = await sharp({
    create: { width: 14_000, height: 14_000, channels: 3, background: '#000' },
    limitInputPixels: false,
  })
    .png({ compressionLevel: 9 })
    .toBuffer();
  const large = { by: 'libvips', isLarge: true } as const;
  return [
    {
      label: 'JPEG, 48 megapixels',
      extension: 'jpg',
      bytes: photo,
      reference: shrunk(photo),
      ...large,
    },
    { label: 'PNG, 16 bit, 12 megapixels', extension: 'png', bytes: deep, ...large },
    {
      label: 'JPEG, CMYK, 15.6 megapixels',
      extension: 'jpg',
      bytes: inks,
      reference: shrunk(inks),
      ...large,
    },
    { label: 'PNG, disc cut out, 5.5 megapixels', extension: 'png', bytes: cut, ...large },
    { label: 'PNG, 196 megapixels', extension: 'png', bytes: zeros, ...large },
  ];
}
