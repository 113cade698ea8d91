import type { ImageType } from '../formats/types';
import { cutToBytes, safePart, utf8Bytes } from './name-safe';
import {
  fieldsIn,
  fillTemplate,
  NAME_FIELDS,
  type NameField,
  type NameValues,
} from './name-template';

/** UTF-8 bytes of a file name: far below the 255 of every file system, with room for " (1)". */
const MAX_FILE_NAME_BYTES = 120;
/** UTF-8 bytes of all folders: with file name and downloads folder below the 260 of Windows. */
const MAX_FOLDER_BYTES = 80;
/** UTF-8 bytes to which the folders of a deep tree are shortened before some are left out. */
const MIN_FOLDER_BYTES = 8;
/** Characters of a page's text that are read. A title may be of any length. */
const MAX_VALUE_CHARACTERS = 400;
const FALLBACK = 'image';
/** Fields from the page, of any length. They are cut first when a name is too long. */
const ELASTIC: readonly NameField[] = ['title', 'name', 'alt', 'batch', 'folder', 'host'];

/** Without the dot. */
export const EXTENSIONS: Record<ImageType, string> = {
  jpeg: 'jpg',
  png: 'png',
  webp: 'webp',
  gif: 'gif',
  avif: 'avif',
  bmp: 'bmp',
  ico: 'ico',
  svg: 'svg',
  heic: 'heic',
  jxl: 'jxl',
};

const NO_VALUES = Object.fromEntries(NAME_FIELDS.map((field) => [field, ''])) as NameValues;

/** How files are named. Fields as in `NAME_FIELDS`, in braces. */
export interface NameRule {
  /** Name of the file. The extension follows the bytes, with or without `.{ext}`. */
  template: string;
  /** Folders below the downloads folder, separated by slashes; may be empty. */
  folder: string;
}

/** The facts that a file name can mention. Strings may be hostile or empty. */
export interface NameFacts {
  name: string;
  /** Of the bytes as inspected. */
  type: ImageType;
  target: '2k' | '4k';
  upscaler: string;
  host: string;
  /** Title of the page. */
  title: string;
  /** Description of the image on its page, if it has one. */
  alt?: string | undefined;
  /** Name of the batch that the row belongs to, if any. */
  batch?: string | undefined;
  /** Place of the image in its batch, from 1, and the size of the batch; the same if only a part is saved. */
  index?: { value: number; of: number } | undefined;
  /** Folders of the image inside the folder or the archive that it came from, separated by slashes. */
  folder?: string | undefined;
  /** px */
  width: number;
  height: number;
  /** How many times as wide as the source, if known. */
  scale?: number | undefined;
  /** Running number of the file, if the rule uses one. */
  counter?: number | undefined;
  /** Id of the job. */
  id: string;
  /** Unix ms; written as local date and time. */
  at: number;
}

/**
 * The path of a result below the downloads folder, such as `Dreamina/sunset_2k.png`. For any rule and
 * any facts, Windows, macOS, Linux and both browsers accept it, it stays inside that folder (no path
 * traversal), and it ends in the extension of the bytes.
 */
export function savePath(rule: NameRule, facts: NameFacts): string {
  const values = valuesOf(facts);
  const extension = `.${EXTENSIONS[facts.type]}`;
  const template = rule.template.replace(/\.\{ext\}\s*$/, '');
  const stem = fitted(template, values, MAX_FILE_NAME_BYTES - extension.length) || FALLBACK;
  return [...folders(rule.folder, values), stem + extension].join('/');
}

/**
 * The path of a ZIP below the downloads folder, such as `Dreamina/images_2026-11-28_09-30-00.zip`; safe as that of a
 * result.
 * @param outside folders without fields
 * @param at Unix ms
 * @param name of the ZIP, without extension; default: by the time
 */
export function zipPath(outside: string, at: number, name = ''): string {
  const { date, time } = localTime(at);
  const stem = shortened(safePart(brief(name)), MAX_FILE_NAME_BYTES) || `images_${date}_${time}`;
  return [...folders(outside, NO_VALUES), `${stem}.zip`].join('/');
}

/** As many folders as fit; long ones are shortened alike. `.`, `..` and empty parts are dropped. */
function folders(folder: string, values: NameValues): string[] {
  const names = folder
    .split(/[/\\]/)
    .flatMap((part) => {
      if (!fieldsIn(part).includes('folder')) return [fitted(part, values, MAX_FOLDER_BYTES / 2)];
      // Slashes of this field alone make folders.
      const inside = fillTemplate(part, values).split('/');
      return inside.map((name) => shortened(safePart(name), MAX_FOLDER_BYTES / 2));
    })
    .filter((name) => name !== '');
  const kept: string[] = [];
  let room = MAX_FOLDER_BYTES;
  const most = lengthForAll(names.map(utf8Bytes), room);
  for (const long of names) {
    // Windows gives folders with these endings a meaning of their own, and Chrome refuses them.
    const name = shortened(long, most).replace(/\.(?=\{|(?:local|lnk|scf|url)$)/gi, '_');
    if (name === '') continue;
    room -= utf8Bytes(name) + 1;
    if (room < 0) break;
    kept.push(name);
  }
  return kept;
}

/** The bytes to which names are shortened so that all of them fit into a path, each with a slash. */
function lengthForAll(lengths: readonly number[], room: number): number {
  for (let most = Math.max(MIN_FOLDER_BYTES, ...lengths); most > MIN_FOLDER_BYTES; most -= 1) {
    if (lengths.reduce((sum, length) => sum + Math.min(length, most) + 1, 0) <= room) return most;
  }
  return MIN_FOLDER_BYTES;
}

/** One part of a path, cut to so many bytes. */
function shortened(part: string, maxBytes: number): string {
  // The cut text may be a reserved name, which `safePart` makes one character longer.
  return utf8Bytes(part) <= maxBytes ? part : safePart(cutToBytes(part, maxBytes - 1));
}

/** Fills a template into one part of a path. Fields from the page are cut first. */
function fitted(template: string, values: NameValues, maxBytes: number): string {
  const fields = fieldsIn(template);
  const short = { ...values };
  for (;;) {
    const text = safePart(fillTemplate(template, short));
    const excess = utf8Bytes(text) - maxBytes;
    if (excess <= 0) return text;
    const elastic = ELASTIC.filter((field) => fields.includes(field) && short[field] !== '').sort(
      (a, b) => utf8Bytes(short[b]) - utf8Bytes(short[a]),
    );
    const [longest, second] = elastic;
    if (!longest) return shortened(text, maxBytes);
    const uses = fields.filter((field) => field === longest).length;
    const length = utf8Bytes(short[longest]);
    const next = second ? utf8Bytes(short[second]) : 0;
    // Cut the longest down to the second longest, then all of them alike.
    const room =
      next < length
        ? Math.max(next, length - Math.ceil(excess / uses))
        : length - Math.ceil(excess / uses / elastic.length);
    short[longest] = cutToBytes(short[longest], Math.max(0, room));
  }
}

function valuesOf(facts: NameFacts): NameValues {
  const { type, target, width, height, scale, counter, id, at, index } = facts;
  return {
    name: safePart(brief(facts.name)) || FALLBACK,
    host: safePart(brief(facts.host)),
    title: safePart(brief(facts.title)),
    alt: safePart(brief(facts.alt ?? '')),
    batch: safePart(brief(facts.batch ?? '')),
    folder: (facts.folder ?? '')
      .split('/')
      .map((part) => safePart(brief(part)))
      .filter((part) => part !== '')
      .join('/'),
    // As wide as the last number, so that names sort like the page.
    index: index ? String(index.value).padStart(String(index.of).length, '0') : '',
    upscaler: safePart(facts.upscaler),
    ...localTime(at),
    width: String(width),
    height: String(height),
    scale: scale === undefined ? '' : `${Math.round(scale * 10) / 10}x`,
    target,
    counter: counter === undefined ? '' : String(counter).padStart(4, '0'),
    id: safePart(id.slice(0, 8)),
    ext: EXTENSIONS[type],
  };
}

function brief(text: string): string {
  return text.slice(0, MAX_VALUE_CHARACTERS);
}

/** Local date and time, sortable. File names allow no colons. */
function localTime(at: number): { date: string; time: string } {
  const when = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    date: [when.getFullYear(), two(when.getMonth() + 1), two(when.getDate())].join('-'),
    time: [when.getHours(), when.getMinutes(), when.getSeconds()].map(two).join('-'),
  };
}
