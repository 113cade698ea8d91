import sharp from 'sharp';
import { numberedAt } from '../pictures/numbered';
import { PICTURES, type Picture, type PictureName, pictureNamed } from '../pictures/pictures';
import { film } from '../pictures/webm';
import { pictureOf, versionAt } from './other-hosts';

const made = new Map<string, Promise<Buffer>>();

function keep(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const before = made.get(key);
  if (before) return before;
  const bytes = make();
  made.set(key, bytes);
  return bytes;
}

/** The same picture, smaller. A larger width returns the picture as it is. */
function shrunk(picture: Picture, width = Number.NaN): Picture {
  const isSmaller = Number.isInteger(width) && width > 0 && width < picture.width;
  if (!isSmaller || picture.type === 'image/svg+xml') return picture;
  return {
    ...picture,
    width,
    height: Math.round((picture.height * width) / picture.width),
    make: () =>
      keep(`${picture.file}?w=${width}`, async () =>
        sharp(await picture.make())
          .resize({ width })
          .toBuffer(),
      ),
  };
}

/** The same picture as AVIF. */
function asAvif(picture: Picture): Picture {
  const make = () =>
    keep(`${picture.file}?w=${picture.width}&as=avif`, async () =>
      sharp(await picture.make())
        .avif({ quality: 60, effort: 0 })
        .toBuffer(),
    );
  return { ...picture, type: 'image/avif', make };
}

/** A year whose originals the host has deleted. */
const THUMBNAILS_ONLY = '2019';

/** A path as WordPress makes them: `<name>-<width>x<height>.<ext>` beside the original. */
function wordPress(path: string): Picture | undefined {
  const match = /^(\d{4})\/\d{2}\/(.+?)(?:-(\d+)x\d+)?(\.\w+)$/.exec(path);
  const picture = match && pictureNamed(`${match[2]}${match[4]}`);
  if (!picture) return undefined;
  if (match[3]) return shrunk(picture, Number(match[3]));
  return match[1] === THUMBNAILS_ONLY ? undefined : picture;
}

function filmNamed(file: string): Picture | undefined {
  const name = file.replace(/\.webm$/, '');
  if (!Object.hasOwn(PICTURES, name)) return undefined;
  const picture = PICTURES[name as PictureName];
  const make = () => keep(file, async () => film(await picture.make()));
  return { ...picture, file, type: 'video/webm', make };
}

/**
 * The picture at an address of a gallery host: `/images/<file>`, with `?w=` for a smaller one and
 * `as=avif` for another format, `/images/numbered/<number>/<name>.png`, `/wp-content/uploads/<year>/<month>/<file>`, or `/media/<picture>.webm`, a film of it.
 */
export function pictureAt(url: URL): Picture | undefined {
  const { pathname, searchParams } = url;
  const version = versionAt(url);
  if (version) return shrunk(pictureOf(version), version.width);
  const [, folder, rest = ''] = /^\/(images|wp-content\/uploads|media)\/(.*)$/.exec(pathname) ?? [];
  if (folder === 'media') return filmNamed(rest);
  if (folder === 'wp-content/uploads') return wordPress(rest);
  const picture = pictureNamed(rest) ?? numberedAt(rest);
  const sized = picture && shrunk(picture, Number(searchParams.get('w') ?? Number.NaN));
  return sized && searchParams.get('as') === 'avif' ? asAvif(sized) : sized;
}
