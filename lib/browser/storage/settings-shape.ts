import * as v from 'valibot';
import { LANGUAGES, type Language } from '@/lib/i18n/locales/languages';
import type { Background } from '@/lib/images/formats/types';
import type { WrittenFormat } from '@/lib/images/pipeline/convert';
import { SITE_NAMES, type SiteName } from '@/lib/jimeng/model/sites';
import type { Target } from '@/lib/jimeng/model/tools';
import type { Conflict } from '@/lib/jobs/engine/save';
import { UPSCALERS, type Upscaler } from '@/lib/jobs/model/job';
import { isHexColour } from '@/lib/text/hex-colour';

/** The settings. They hold nothing about the account or the history. */
export interface Settings {
  /** Default size. */
  target: Target;
  /** The site whose account new images go to; `auto` is the one that is signed in. */
  site: 'auto' | SiteName;
  upscaler: Upscaler;
  /** Detail strength 0..1 (Smart HD). */
  detail: number;
  /** What becomes of transparency: `keep`, or the colour behind the picture. */
  background: Background;
  /** Orders that run at the same time, 1..3. */
  parallel: number;
  /** Most credits that the orders of a day may cost; 0 for no limit. */
  dayLimit: number;
  /** Whether the menu has an entry for each size, each size at each site, or one entry for the default size. */
  menuStyle: 'sizes' | 'sites' | 'direct';
  /** How long to look for a larger version of a picture, s; 0 for not at all. */
  searchSeconds: 0 | 2 | 5 | 10;
  /** Whether the menu has "Upscale image here" where the browser sees no image. */
  isPointerMenuOn: boolean;
  /** Whether pages show toasts. */
  isToastOn: boolean;
  /** Whether the browser shows notifications. Needs the permission as well. */
  isNotifyOn: boolean;
  /** The person's own text for the menu entry; empty for the usual one. `&` makes the next letter its access key, except on macOS. */
  menuText: string;
  /** Template of file names, and of folders relative to the browser's downloads folder. */
  nameTemplate: string;
  folder: string;
  /** Templates of file names that the person keeps to choose from, in the order they were kept. */
  savedTemplates: readonly string[];
  /** What happens if a file of that name exists. */
  conflict: Conflict;
  /** Whether a result is saved as soon as it is done. */
  isAutoSaveOn: boolean;
  /** Format of saved files; the stored result is not converted. */
  format: 'original' | WrittenFormat;
  /** Quality of JPEG and WebP files, 0..1. */
  quality: number;
  /** Whether saved files have metadata that names their source and the AI upscaling. */
  isNoteOn: boolean;
  language: Language | 'auto';
  theme: 'auto' | 'light' | 'dark';
}

export const DEFAULT_SETTINGS: Settings = {
  target: '2k',
  site: 'auto',
  upscaler: 'auto',
  detail: 0.65,
  background: 'keep',
  parallel: 2,
  dayLimit: 0,
  menuStyle: 'sizes',
  searchSeconds: 2,
  isPointerMenuOn: true,
  menuText: '',
  isToastOn: true,
  isNotifyOn: false,
  nameTemplate: '{name}_{target}',
  folder: '{folder}',
  savedTemplates: [],
  conflict: 'number',
  isAutoSaveOn: false,
  format: 'original',
  quality: 0.92,
  isNoteOn: false,
  language: 'auto',
  theme: 'auto',
};

/** Most characters of a template. */
const MAX_TEMPLATE = 300;
/** Most templates that are kept. All together they may be too long for one item of `storage.sync` (8 kB). */
const MAX_SAVED_TEMPLATES = 100;
/** Most characters of the text for the menu entry. */
const MAX_MENU_TEXT = 60;

const Share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const isVisible = (text: string) => text.trim() !== '';
const Template = v.pipe(v.string(), v.maxLength(MAX_TEMPLATE));

/** Schema of each field. */
export const SETTINGS_FIELDS: { [Field in keyof Settings]: v.GenericSchema<Settings[Field]> } = {
  target: v.picklist(['2k', '4k']),
  site: v.picklist(['auto', ...SITE_NAMES]),
  upscaler: v.picklist(UPSCALERS),
  detail: Share,
  background: v.custom<Background>((value) => value === 'keep' || isHexColour(value)),
  parallel: v.picklist([1, 2, 3]),
  dayLimit: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)),
  menuStyle: v.picklist(['sizes', 'sites', 'direct']),
  searchSeconds: v.picklist([0, 2, 5, 10]),
  isPointerMenuOn: v.boolean(),
  isToastOn: v.boolean(),
  isNotifyOn: v.boolean(),
  menuText: v.pipe(v.string(), v.maxLength(MAX_MENU_TEXT)),
  nameTemplate: Template,
  folder: Template,
  savedTemplates: v.pipe(
    v.array(v.pipe(Template, v.check(isVisible))),
    v.maxLength(MAX_SAVED_TEMPLATES),
  ),
  conflict: v.picklist(['number', 'overwrite', 'skip', 'ask']),
  isAutoSaveOn: v.boolean(),
  format: v.picklist(['original', 'png', 'jpeg', 'webp']),
  quality: Share,
  isNoteOn: v.boolean(),
  language: v.picklist(['auto', ...LANGUAGES]),
  theme: v.picklist(['auto', 'light', 'dark']),
};

/** Validates stored settings. A missing or invalid field has its default. */
export function settingsFrom(stored: unknown): Settings {
  const fields = fieldsOf(stored);
  const valid = Object.entries(SETTINGS_FIELDS).flatMap(([field, schema]) =>
    v.is(schema, fields[field]) ? [[field, fields[field]]] : [],
  );
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(valid) };
}

/** The fields of a stored object; none if it is anything else. */
export function fieldsOf(stored: unknown): Record<string, unknown> {
  const isFields = typeof stored === 'object' && stored !== null && !Array.isArray(stored);
  return isFields ? { ...stored } : {};
}
