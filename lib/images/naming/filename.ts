import type { ImageType } from '../formats/types';
import { cutToBytes, safePart, utf8Bytes } from './name-safe';
import { fieldsIn, fillTemplate, type NameField, type NameValues } from './name-template';

/** UTF-8 bytes of a whole file name: far below every file system's 255, room for " (1)". */
const MAX_FILE_NAME_BYTES = 120;
/** UTF-8 bytes of all folders: with the file name and the browser's own folder below Windows' 260. */
const MAX_FOLDER_BYTES = 80;
/** Characters of a page's text that are looked at: a title may be a book. */
const MAX_VALUE_CHARACTERS = 400;
const FALLBACK = 'image';
/** Page-supplied, so of any length: these give way when a name is too long. */
const ELASTIC: readonly NameField[] = ['title', 'name', 'host'];

const EXTENSIONS: Record<ImageType, string> = {
  jpeg: 'jpg',
  png: 'png',
  webp: 'webp',
  gif: 'gif',
  avif: 'avif',
  bmp: 'bmp',
  svg: 'svg',
  heic: 'heic',
};

/** How the person wants files to be named. Fields as in `NAME_FIELDS`, in braces. */
export interface NameRule {
  /** Name of the file. Its extension follows the bytes, with or without `.{ext}`. */
  template: string;
  /** Folders below the browser's downloads folder, parted by slashes; may be empty. */
  folder: string;
}

/** What is known of a file that is to be named. Strings may be hostile or empty. */
export interface NameFacts {
  name: string;
  /** Of the bytes as inspected. */
  type: ImageType;
  target: '2k' | '4k';
  upscaler: string;
  host: string;
  /** Title of the page. */
  title: string;
  /** px */
  width: number;
  height: number;
  /** How many times as wide as before, if that is known. */
  scale?: number | undefined;
  /** Running number of the file, if the rule mentions it. */
  counter?: number | undefined;
  /** Id of the row. */
  id: string;
  /** Unix ms; names the local date and time. */
  at: number;
}

/**
 * Names the file of a result, such as `Dreamina/sunset_2k.png`: a path below the downloads folder
 * that is allowed on Windows, macOS, Linux and by both browsers, whatever the rule and the facts
 * hold. It never leaves that folder and always ends in the extension of the bytes.
 */
export function savePath(rule: NameRule, facts: NameFacts): string {
  const values = valuesOf(facts);
  const extension = `.${EXTENSIONS[facts.type]}`;
  const template = rule.template.replace(/\.\{ext\}\s*$/, '');
  const stem = fitted(template, values, MAX_FILE_NAME_BYTES - extension.length) || FALLBACK;
  return [...folders(rule.folder, values), stem + extension].join('/');
}

/** The folders, as deep as there is room for. `.`, `..` and what is no plain folder are not among them. */
function folders(folder: string, values: NameValues): string[] {
  const kept: string[] = [];
  let room = MAX_FOLDER_BYTES;
  for (const part of folder.split(/[/\\]/)) {
    // Windows takes a folder with such an ending for something else than a folder, and Chrome refuses it.
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

/** A filled template as one part of a path. What a page has supplied is cut before anything else. */
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
    // What a cut leaves behind may be a name that Windows reserves, which gets a letter more.
    if (!longest) return safePart(cutToBytes(text, maxBytes - 1));
    const uses = fields.filter((field) => field === longest).length;
    const length = utf8Bytes(short[longest]);
    const next = second ? utf8Bytes(short[second]) : 0;
    // The longest gives way until another is as long; from then on they share.
    const room =
      next < length
        ? Math.max(next, length - Math.ceil(excess / uses))
        : length - Math.ceil(excess / uses / elastic.length);
    short[longest] = cutToBytes(short[longest], Math.max(0, room));
  }
}

function valuesOf(facts: NameFacts): NameValues {
  const { type, target, width, height, scale, counter, id, at } = facts;
  return {
    name: safePart(brief(facts.name)) || FALLBACK,
    host: safePart(brief(facts.host)),
    title: safePart(brief(facts.title)),
    upscaler: safePart(facts.upscaler),
    ...moment(at),
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

/** Local date and time, in an order that sorts; colons are not allowed in names. */
function moment(at: number): { date: string; time: string } {
  const when = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    date: [when.getFullYear(), two(when.getMonth() + 1), two(when.getDate())].join('-'),
    time: [when.getHours(), when.getMinutes(), when.getSeconds()].map(two).join('-'),
  };
}
