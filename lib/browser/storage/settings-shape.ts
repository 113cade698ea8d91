import type { Language } from '@/lib/i18n/locales/languages';
import type { WrittenFormat } from '@/lib/images/pipeline/convert';
import type { Target } from '@/lib/jimeng/model/tools';
import type { Conflict } from '@/lib/jobs/engine/save';
import { UPSCALERS, type Upscaler } from '@/lib/jobs/model/job';

/** The person's settings. They contain nothing about the account or the history. */
export interface Settings {
  /** Default size. */
  target: Target;
  upscaler: Upscaler;
  /** Detail strength 0..1 (Smart HD). */
  detail: number;
  /** Maximum parallel orders, 1..3. */
  parallel: number;
  /** Whether the menu offers sizes, or is a single entry with the default size. */
  menuStyle: 'sizes' | 'direct';
  /** Whether the menu offers "Upscale image under pointer" where no plain image was clicked. */
  isPointerMenuOn: boolean;
  /** Whether toasts appear on pages. */
  isToastOn: boolean;
  /** Whether browser notifications appear. Needs the permission as well. */
  isNotifyOn: boolean;
  /** Template of file names, and of the folders below the browser's downloads folder. */
  nameTemplate: string;
  folder: string;
  /** What happens if the file exists. */
  conflict: Conflict;
  /** Whether results are saved automatically. */
  isAutoSaveOn: boolean;
  /** Format of saved files; the stored result is unchanged. */
  format: 'original' | WrittenFormat;
  /** Quality of JPEG and WebP files, 0..1. */
  quality: number;
  /** Whether saved files contain their source and that AI enlarged them. */
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

/** Maximum characters of a template: an item of `storage.sync` is limited to 8 kB. */
const MAX_TEMPLATE = 300;

// Checked by hand: every page reads its settings before first paint, and schemas are larger than these checks.
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

/** Validates stored settings. A missing, outdated or invalid field takes its default. */
export function settingsFrom(stored: unknown): Settings {
  const fields = fieldsOf(stored);
  const sound = Object.entries(CHECKS).flatMap(([field, isSound]) =>
    isSound(fields[field]) ? [[field, fields[field]]] : [],
  );
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(sound) };
}

/** The stored fields; none if the value is not an object. */
export function fieldsOf(stored: unknown): Record<string, unknown> {
  const isFields = typeof stored === 'object' && stored !== null && !Array.isArray(stored);
  return isFields ? { ...stored } : {};
}
