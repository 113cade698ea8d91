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
/** Characters of a page's text that are read. A title may be of any length. */
const MAX_VALUE_CHARACTERS = 400;
const FALLBACK = 'image';
/** Fields from the page, of any length. They are cut first when a name is too long. */
const ELASTIC: readonly NameField[] = ['title', 'name', 'alt', 'batch', 'host'];

const EXTENSIONS: Record<ImageType, string> = {
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
 */
export function zipPath(outside: string, at: number): string {
  const { date, time } = localTime(at);
  const stem = `images_${date}_${time}`;
  return [...folders(outside, NO_VALUES), `${stem}.zip`].join('/');
}

/** As many folders as fit. `.`, `..` and empty parts are dropped. */
function folders(folder: string, values: NameValues): string[] {
  const kept: string[] = [];
  let room = MAX_FOLDER_BYTES;
  for (const part of folder.split(/[/\\]/)) {
    // Windows gives folders with these endings a meaning of their own, and Chrome refuses them.
    const name = fitted(part, values, MAX_FOLDER_BYTES / 2).replace(
      /\.(?=\{|(?:local|lnk|scf|url)$)/gi,
      '_',
    );
    if (name === '') continue;
    room -= utf8Bytes(name) + 1;
    if (room < 0) break;
    kept.push(name);
  }
  return kept;
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
    // The cut text may be a reserved name, which `safePart` makes one character longer.
    if (!longest) return safePart(cutToBytes(text, maxBytes - 1));
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
