import sharp from 'sharp';
import { PICTURES } from '@/simulator/pictures/pictures';
import { hdrFiles } from './hdr-files';
import { largeFiles } from './large-files';
import { oddFiles } from './odd-files';
import { pixelFiles } from './pixel-files';
import type { TableFile } from './table-file';
import { taggedFiles } from './tagged-files';
import { transparentFiles } from './transparent-files';
import { ycckJpeg } from './ycck-file';

/** All files of the table, made by scripts on this machine. */
export async function tableFiles(): Promise<TableFile[]> {
  const plain = await sharp(await PICTURES.harbour.make())
    .removeAlpha()
    .png()
    .toBuffer();
  const basic = await pixelFiles();
  const ycck = await ycckJpeg(sharp(plain).resize(380, 280, { fit: 'fill' }));
  return [
    ...basic.map((file): TableFile => ({ ...file, by: 'libvips' })),
    { label: 'JPEG, YCCK with profile', extension: 'jpg', bytes: ycck, by: 'libvips' },
    ...(await taggedFiles()),
    ...(await hdrFiles(plain)),
    ...(await oddFiles(plain)),
    ...(await transparentFiles(plain)),
    ...(await largeFiles(plain)),
  ];
}
