import type { Language } from '@/lib/i18n/locales/languages';
import type { WrittenFormat } from '@/lib/images/pipeline/convert';
import type { Target } from '@/lib/jimeng/model/tools';
import type { Conflict } from '@/lib/jobs/engine/save';
import { UPSCALERS, type Upscaler } from '@/lib/jobs/model/job';

/** What the person chose. Nothing here says anything about the account or the history. */
export interface Settings {
  /** Size used where the person does not name one. */
  target: Target;
  upscaler: Upscaler;
  /** Detail strength 0..1 (Smart HD). */
  detail: number;
  /** Orders that the service works on at once, 1..3. */
  parallel: number;
  /** Whether the menu asks for a size, or is one entry that uses the usual one. */
  menuStyle: 'sizes' | 'direct';
  /** Whether the menu offers "Upscale image under pointer" where no plain image was clicked. */
  isPointerMenuOn: boolean;
  /** Whether the page tells in its corner what becomes of its images. */
  isToastOn: boolean;
  /** Whether the browser tells when a picture is done. Needs the permission as well. */
  isNotifyOn: boolean;
  /** Template of file names, and of the folders below the browser's downloads folder. */
  nameTemplate: string;
  folder: string;
  /** What happens when there is a file of that name. */
  conflict: Conflict;
  /** Whether results are saved as soon as they are done. */
  isAutoSaveOn: boolean;
  /** Format of saved files; the stored result stays as it came. */
  format: 'original' | WrittenFormat;
  /** Of JPEG and WebP files, 0..1. */
  quality: number;
  /** Whether saved files say where they come from and that AI has enlarged them. */
  isNoteOn: boolean;
  language: Language | 'auto';
  theme: 'auto' | 'light' | 'dark';
}

export const DEFAULT_SETTINGS: Settings = {
  target: '2k',
  upscaler: 'auto',
  detail: 0.65,
  parallel: 2,
  menuStyle: 'sizes',
  isPointerMenuOn: false,
  isToastOn: true,
  isNotifyOn: false,
  nameTemplate: '{name}_{target}',
  folder: '',
  conflict: 'number',
  isAutoSaveOn: false,
  format: 'original',
  quality: 0.92,
  isNoteOn: false,
  language: 'auto',
  theme: 'auto',
};

/** Characters of a template: one item of `storage.sync` holds 8 kB at most. */
const MAX_TEMPLATE = 300;

// Checked by hand: every page reads its settings before it shows anything, and schemas weigh more than these.
type Check = (value: unknown) => boolean;
const isOneOf =
  (...known: readonly unknown[]): Check =>
  (value) =>
    known.includes(value);
const isSwitch = isOneOf(true, false);
const isShare: Check = (value) => typeof value === 'number' && value >= 0 && value <= 1;
const isTemplate: Check = (value) => typeof value === 'string' && value.length <= MAX_TEMPLATE;

const CHECKS: Record<keyof Settings, Check> = {
  target: isOneOf('2k', '4k'),
  upscaler: isOneOf(...UPSCALERS),
  detail: isShare,
  parallel: isOneOf(1, 2, 3),
  menuStyle: isOneOf('sizes', 'direct'),
  isPointerMenuOn: isSwitch,
  isToastOn: isSwitch,
  isNotifyOn: isSwitch,
  nameTemplate: isTemplate,
  folder: isTemplate,
  conflict: isOneOf('number', 'overwrite', 'ask'),
  isAutoSaveOn: isSwitch,
  format: isOneOf('original', 'png', 'jpeg', 'webp'),
  quality: isShare,
  isNoteOn: isSwitch,
  language: isOneOf('auto', 'en', 'zh-CN'),
  theme: isOneOf('auto', 'light', 'dark'),
};

/** Settings out of what is stored. A field that is missing, old or hostile takes its default. */
export function settingsFrom(stored: unknown): Settings {
  const fields = fieldsOf(stored);
  const sound = Object.entries(CHECKS).flatMap(([field, isSound]) =>
    isSound(fields[field]) ? [[field, fields[field]]] : [],
  );
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(sound) };
}

/** What is stored, as fields; none if it is anything else. */
export function fieldsOf(stored: unknown): Record<string, unknown> {
  const isFields = typeof stored === 'object' && stored !== null && !Array.isArray(stored);
  return isFields ? { ...stored } : {};
}
