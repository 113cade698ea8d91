import { fileNameText } from '@/lib/text/plain-text';

/** Folders above a file that are kept, the nearest ones. */
const MAX_FOLDERS = 16;
/** Characters of one part. */
const MAX_PART = 120;
/** What Windows forbids, so that a path means the same everywhere. A colon is also that of a drive letter. */
const FORBIDDEN = /[<>:"|?*]/g;

/**
 * A path from a folder or an archive, made safe: relative, without `.`, `..`, drive letters, control characters and
 * characters that a system forbids. The archive is hostile: `..\..\autorun.inf` becomes `autorun.inf`.
 * @returns parts joined by `/`; empty if nothing is left
 */
export function cleanPath(path: string): string {
  const parts = path
    .split(/[/\\]/)
    .filter((part) => !/^[a-z]:$/i.test(part))
    .map((part) => fileNameText(part.replace(FORBIDDEN, '_')))
    .map((part) => Array.from(part))
    // The end of a name has its number and its extension.
    .map((part) => part.slice(-MAX_PART).join('').trim())
    .filter((part) => !/^\.*$/.test(part));
  return parts.slice(-MAX_FOLDERS - 1).join('/');
}

/** Compares paths as people count: folder by folder, `page 2` before `page 10`. */
export function comparePaths(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')];
  for (let depth = 0; ; depth += 1) {
    const [mine, other] = [left[depth], right[depth]];
    if (mine === undefined || other === undefined) return left.length - right.length;
    const order = NATURAL.compare(mine, other);
    if (order !== 0) return order;
  }
}

const NATURAL = new Intl.Collator(undefined, { numeric: true });
