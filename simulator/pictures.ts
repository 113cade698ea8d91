import sharp, { type Sharp } from 'sharp';
import { harbour, nightLake } from './art-landscapes';
import { mushroom, portrait, poster } from './art-studies';
import { BAD_PICTURES } from './bad-pictures';

/** A picture file of the gallery. Drawn on first use, then kept. */
export interface Picture {
  /** Name below `/images/`. */
  file: string;
  /** Content type it is served with, which is not always what it is. */
  type: string;
  /** px as shown (EXIF respected); 0 for files that are no picture. */
  width: number;
  height: number;
  caption: string;
  make(): Promise<Buffer>;
}

/** Makes a thing once and gives the same one every time after. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function drawn(draw: () => string, encode: (image: Sharp) => Sharp): () => Promise<Buffer> {
  return () => encode(sharp(Buffer.from(draw())).flatten()).toBuffer();
}

const JPEG = (image: Sharp) => image.jpeg({ quality: 88 });
const PNG = (image: Sharp) => image.png();
const WEBP = (image: Sharp) => image.webp({ quality: 90 });

/** The handsome ones, in the order the gallery shows them. */
const GOOD_PICTURES = {
  harbour: {
    file: 'harbour.jpg',
    type: 'image/jpeg',
    width: 800,
    height: 600,
    caption: 'Harbour at dawn',
    make: drawn(harbour, JPEG),
  },
  'night-lake': {
    file: 'night-lake.png',
    type: 'image/png',
    width: 1024,
    height: 768,
    caption: 'Lake by night',
    make: drawn(nightLake, PNG),
  },
  mushroom: {
    file: 'mushroom.webp',
    type: 'image/webp',
    width: 640,
    height: 640,
    caption: 'Study of a mushroom',
    make: drawn(mushroom, WEBP),
  },
  portrait: {
    file: 'portrait.jpg',
    type: 'image/jpeg',
    width: 600,
    height: 800,
    caption: 'Portrait with freckles',
    make: drawn(portrait, JPEG),
  },
  poster: {
    file: 'poster.png',
    type: 'image/png',
    width: 600,
    height: 840,
    caption: 'Detail matters',
    make: drawn(poster, PNG),
  },
} satisfies Record<string, Picture>;

export const GOOD_NAMES = Object.keys(GOOD_PICTURES) as (keyof typeof GOOD_PICTURES)[];

export type PictureName = keyof typeof GOOD_PICTURES | keyof typeof BAD_PICTURES;

/** Every picture by name: the handsome ones and the difficult ones. */
export const PICTURES = Object.fromEntries(
  Object.entries({ ...GOOD_PICTURES, ...BAD_PICTURES }).map(([name, picture]) => [
    name,
    { ...picture, make: once(picture.make) },
  ]),
) as Record<PictureName, Picture>;

/** The picture served under a file name. */
export function pictureNamed(file: string): Picture | undefined {
  return Object.values(PICTURES).find((picture) => picture.file === file);
}
