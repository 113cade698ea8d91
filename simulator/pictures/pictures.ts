import sharp, { type Sharp } from 'sharp';
import { harbour, nightLake } from './art-landscapes';
import { city, lighthouse, valley } from './art-places';
import { mushroom, portrait, poster } from './art-studies';
import { balloons, cat } from './art-toys';
import { BAD_PICTURES } from './bad-pictures';
import { cached } from './picture-cache';

/**
 * A picture file of the gallery. Drawn on first use, then cached, also on disk. This room, `pictures/`, holds all
 * pictures of the gallery, drawn by code.
 */
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

/** Calls `make` once and returns the same result afterwards. */
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

/** Pictures of the front page, in its order. */
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
  balloons: {
    file: 'balloons.png',
    type: 'image/png',
    width: 960,
    height: 720,
    caption: 'Balloons over fields',
    make: drawn(balloons, PNG),
  },
  lighthouse: {
    file: 'lighthouse.jpg',
    type: 'image/jpeg',
    width: 720,
    height: 900,
    caption: 'Evening light',
    make: drawn(lighthouse, JPEG),
  },
  cat: {
    file: 'cat.jpg',
    type: 'image/jpeg',
    width: 720,
    height: 720,
    caption: 'The cat of the house',
    make: drawn(cat, JPEG),
  },
  city: {
    file: 'city.webp',
    type: 'image/webp',
    width: 960,
    height: 720,
    caption: 'A thousand windows',
    make: drawn(city, WEBP),
  },
} satisfies Record<string, Picture>;

/** Drawn small, because sharp draws an SVG at the larger size, which takes many seconds. */
async function enlarged(): Promise<Buffer> {
  const small = await drawn(valley, PNG)();
  return JPEG(sharp(small).resize(4096, 3072, { kernel: 'cubic' })).toBuffer();
}

/** Largest pictures of the gallery. */
const LARGE_PICTURES = {
  valley: {
    file: 'valley.jpg',
    type: 'image/jpeg',
    width: 4096,
    height: 3072,
    caption: 'Large enough already',
    make: enlarged,
  },
} satisfies Record<string, Picture>;

export const GOOD_NAMES = Object.keys(GOOD_PICTURES) as (keyof typeof GOOD_PICTURES)[];

/** Names of the pictures that are not on the front page. */
export const DIFFICULT_NAMES = [...Object.keys(BAD_PICTURES), ...Object.keys(LARGE_PICTURES)] as (
  | keyof typeof BAD_PICTURES
  | keyof typeof LARGE_PICTURES
)[];

export type PictureName = keyof typeof GOOD_PICTURES | (typeof DIFFICULT_NAMES)[number];

/** Every picture by name. */
export const PICTURES = Object.fromEntries(
  Object.entries({ ...GOOD_PICTURES, ...BAD_PICTURES, ...LARGE_PICTURES }).map(
    ([name, picture]) => [name, { ...picture, make: once(() => cached(name, picture.make)) }],
  ),
) as Record<PictureName, Picture>;

/** The picture served under a file name. */
export function pictureNamed(file: string): Picture | undefined {
  return Object.values(PICTURES).find((picture) => picture.file === file);
}
