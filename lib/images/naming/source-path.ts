import type { ImageType } from '../formats/types';
import { EXTENSIONS } from './filename';
import { cutToBytes, safePart } from './name-safe';

/** UTF-8 bytes of one part: the most that every file system takes, with room for a number. */
const MAX_PART_BYTES = 240;
/** Other extensions of a type. */
const OTHER_EXTENSIONS: Partial<Record<ImageType, readonly string[]>> = {
  jpeg: ['jpeg', 'jfif', 'jpe'],
  png: ['apng'],
  bmp: ['dib'],
  svg: ['svgz'],
  heic: ['heif'],
};

/**
 * The path of a result inside a ZIP that gives back what a person handed in: the path of its source, each part made
 * safe. The extension is kept if it fits the bytes.
 * @param path parts separated by slashes; hostile
 * @param type of the bytes
 */
export function sourcePath(path: string, type: ImageType): string {
  const parts = path.split('/');
  const file = parts.pop() ?? '';
  const [, stem = file, extension = ''] = /^(.+)\.([^.]*)$/.exec(file) ?? [];
  const isOfType = [EXTENSIONS[type], ...(OTHER_EXTENSIONS[type] ?? [])].includes(
    extension.toLowerCase(),
  );
  const folders = parts.map(part).filter((name) => name !== '');
  const ending = isOfType ? extension : EXTENSIONS[type];
  return [...folders, `${part(stem) || 'image'}.${ending}`].join('/');
}

function part(text: string): string {
  return safePart(cutToBytes(safePart(text), MAX_PART_BYTES));
}
