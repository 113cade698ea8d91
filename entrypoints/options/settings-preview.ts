import type { Elsewheres, SettingsPreview } from '@/components/options/elsewhere-view';
import type { ChoiceName, Choices } from '@/lib/browser/storage/choices';
import { USUAL_COMPARISON } from '@/lib/browser/storage/compare-choices';
import { DEFAULT_RETENTION } from '@/lib/browser/storage/retention';
import type { FoundChoices } from '@/lib/browser/storage/settings-file';
import { DEFAULT_SETTINGS } from '@/lib/browser/storage/settings-shape';
import { USUAL_FILTER } from '@/lib/picker/filter';
import { DEFAULT_CHOICES as DEFAULT_READING } from '@/lib/reader/choices';
import { plainText } from '@/lib/text/plain-text';

/** What holds where nothing was chosen. */
const DEFAULT_CHOICES: Choices = {
  ...DEFAULT_SETTINGS,
  'picker.start': 'none',
  'picker.sort': 'page',
  'picker.width': USUAL_FILTER.width,
  'picker.height': USUAL_FILTER.height,
  'picker.hasIcons': USUAL_FILTER.hasIcons,
  'retention.days': DEFAULT_RETENTION.days,
  'retention.rows': DEFAULT_RETENTION.rows,
  'retention.bytes': DEFAULT_RETENTION.bytes,
  'retention.includesUnsaved': DEFAULT_RETENTION.includesUnsaved,
  'reader.layout': DEFAULT_READING.layout,
  'reader.direction': DEFAULT_READING.direction,
  'reader.fit': DEFAULT_READING.fit,
  'reader.isCapped': DEFAULT_READING.isCapped,
  'reader.hasCover': DEFAULT_READING.hasCover,
  'compare.mode': USUAL_COMPARISON.mode,
  'compare.isPixelated': USUAL_COMPARISON.isPixelated,
};
const NAMES = Object.keys(DEFAULT_CHOICES) as ChoiceName[];

/** Unknown names that are shown, and characters of each. */
const MAX_UNKNOWN = 10;
const MAX_NAME = 40;

/**
 * What the person would have chosen after settings from elsewhere took the place of theirs. What is damaged there
 * stays as it is here.
 */
export function chosenAfter(now: Partial<Choices>, found: FoundChoices): Partial<Choices> {
  const kept = Object.entries(now).filter(([name]) => found.damaged.includes(name as ChoiceName));
  return { ...found.chosen, ...Object.fromEntries(kept) };
}

/** What settings from elsewhere would change. Pure. */
export function previewOf(
  from: Elsewheres,
  chosen: Partial<Choices>,
  found: FoundChoices,
): SettingsPreview {
  const now = { ...DEFAULT_CHOICES, ...chosen };
  const next = { ...DEFAULT_CHOICES, ...chosenAfter(chosen, found) };
  const changed = NAMES.filter((name) => JSON.stringify(now[name]) !== JSON.stringify(next[name]));
  return {
    from,
    at: found.at,
    version: found.version,
    now,
    next,
    changed,
    same: NAMES.length - changed.length,
    damaged: found.damaged,
    unknown: shownNames(found.unknown),
    shortensHistory:
      isLess(next['retention.days'], now['retention.days']) ||
      isLess(next['retention.rows'], now['retention.rows']) ||
      isLess(next['retention.bytes'], now['retention.bytes']) ||
      (next['retention.includesUnsaved'] && !now['retention.includesUnsaved']),
  };
}

/** 0 keeps everything. */
function isLess(next: number, now: number): boolean {
  return next !== 0 && (now === 0 || next < now);
}

/** Names from outside, on one line and not endless. */
function shownNames(names: readonly string[]): string[] {
  const shown = names
    .slice(0, MAX_UNKNOWN)
    .map((name) => plainText(name).slice(0, MAX_NAME) || '?');
  return names.length > MAX_UNKNOWN ? [...shown, '…'] : shown;
}
