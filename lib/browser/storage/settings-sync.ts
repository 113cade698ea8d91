import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { type ChoiceName, type Choices, checkChoices } from './choices';
import type { FoundChoices } from './settings-file';
import { stored, writeTogether } from './stored';

/**
 * The settings in the browser's sync storage: a key for each, and a mark. They go there and come back only when the
 * person says so.
 */

const PREFIX = 'settings/';
const MARK_KEY = `${PREFIX}at`;
const FORMAT_VERSION = 1;

/** Limits of Chrome and Firefox, bytes. An item is its key and its value as JSON. */
const ITEM_LIMIT = 8_192;
const TOTAL_LIMIT = 102_400;

/** When settings were sent last, from any device, and by which version of the extension. */
export interface SyncMark {
  /** Unix ms. */
  at: number;
  version: string;
}

/** Outcome of sending. Unless it is `sent` or `mixed`, the sync storage has what it had before. */
export type SendOutcome =
  | { state: 'sent'; at: number }
  /** Each of these is larger than one item may be. */
  | { state: 'too-large'; names: ChoiceName[] }
  /** Together they are larger than the storage. */
  | { state: 'full' }
  /** Too many writes within a minute or an hour. */
  | { state: 'too-often' }
  /** @param words what the browser said */
  | { state: 'refused'; words: string }
  /** The browser stored a part, and refused to take it back. Sending again repairs it. */
  | { state: 'mixed'; words: string };

/** What is in the sync storage, or why it cannot be used. */
export type Fetched =
  | { state: 'nothing' | 'newer' }
  /** Not all of it has arrived from the other device. */
  | { state: 'incomplete' }
  | { state: 'refused'; words: string }
  | ({ state: 'fetched' } & FoundChoices);

const Mark = v.object({
  at: v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15)),
  version: v.pipe(v.string(), v.regex(/^[\w.+-]{1,40}$/)),
  formatVersion: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** What belongs to it. Others are left from before. */
  names: v.array(v.string()),
});

const markItem = stored('sync', MARK_KEY);

/** Undefined if nothing was sent, or if the browser has no sync storage. */
export async function readSyncMark(): Promise<SyncMark | undefined> {
  return markFrom(await markItem.read().catch(() => undefined));
}

/** @returns stops watching */
export function watchSyncMark(onChange: (mark: SyncMark | undefined) => void): () => void {
  return markItem.watch((value) => onChange(markFrom(value)));
}

/**
 * Writes choices to the sync storage, in place of those that were there.
 * @param version of the extension
 * @param at Unix ms
 */
export async function sendChoices(
  chosen: Partial<Choices>,
  version: string,
  at: number,
): Promise<SendOutcome> {
  const names = Object.keys(chosen) as ChoiceName[];
  const tooLarge = names.filter((name) => bytesOf(PREFIX + name, chosen[name]) > ITEM_LIMIT);
  if (tooLarge.length > 0) return { state: 'too-large', names: tooLarge };
  const items: Record<string, unknown> = {
    ...Object.fromEntries(names.map((name) => [PREFIX + name, chosen[name]])),
    [MARK_KEY]: { at, version, formatVersion: FORMAT_VERSION, names },
  };
  let before: Record<string, unknown>;
  try {
    before = await browser.storage.sync.get(null);
  } catch (error) {
    return { state: 'refused', words: wordsOf(error) };
  }
  const after = Object.entries({ ...before, ...items });
  const total = after.reduce((sum, [key, value]) => sum + bytesOf(key, value), 0);
  if (total > TOTAL_LIMIT) return { state: 'full' };
  try {
    await writeTogether('sync', items);
  } catch (error) {
    return (await takeBack(before, items)) ?? outcomeOf(error, names, chosen);
  }
  // The mark names what counts, so what is left from before does no harm.
  const left = Object.keys(before).filter((key) => key.startsWith(PREFIX) && !(key in items));
  if (left.length > 0) await browser.storage.sync.remove(left).catch(() => undefined);
  return { state: 'sent', at };
}

/** Reads what was sent. Changes nothing. */
export async function fetchChoices(): Promise<Fetched> {
  let all: Record<string, unknown>;
  try {
    all = await browser.storage.sync.get(null);
  } catch (error) {
    return { state: 'refused', words: wordsOf(error) };
  }
  const read = v.safeParse(Mark, all[MARK_KEY]);
  if (!read.success) return { state: 'nothing' };
  const { at, version, formatVersion, names } = read.output;
  if (formatVersion > FORMAT_VERSION) return { state: 'newer' };
  if (!names.every((name) => Object.hasOwn(all, PREFIX + name))) return { state: 'incomplete' };
  const values = Object.fromEntries(names.map((name) => [name, all[PREFIX + name]]));
  return { state: 'fetched', at, version, ...checkChoices(values) };
}

function markFrom(value: unknown): SyncMark | undefined {
  const mark = v.safeParse(Mark, value);
  return mark.success ? { at: mark.output.at, version: mark.output.version } : undefined;
}

/**
 * Restores what a refused write may have changed.
 * @returns undefined if everything is as it was
 */
async function takeBack(
  before: Record<string, unknown>,
  items: Record<string, unknown>,
): Promise<SendOutcome | undefined> {
  try {
    const now = await browser.storage.sync.get(null);
    const changed = Object.keys(items).filter(
      (key) => JSON.stringify(now[key]) !== JSON.stringify(before[key]),
    );
    const added = changed.filter((key) => !(key in before));
    const lost = changed.filter((key) => key in before);
    if (added.length > 0) await browser.storage.sync.remove(added);
    if (lost.length > 0) {
      await writeTogether('sync', Object.fromEntries(lost.map((key) => [key, before[key]])));
    }
    return undefined;
  } catch (error) {
    return { state: 'mixed', words: wordsOf(error) };
  }
}

function outcomeOf(error: unknown, names: ChoiceName[], chosen: Partial<Choices>): SendOutcome {
  const words = wordsOf(error);
  if (/MAX_WRITE_OPERATIONS|MAX_SUSTAINED/.test(words)) return { state: 'too-often' };
  if (/QUOTA_BYTES_PER_ITEM|kQuotaBytesPerItem/.test(words)) {
    const sizes = names.map((name) => bytesOf(PREFIX + name, chosen[name]));
    const largest = names[sizes.indexOf(Math.max(...sizes))];
    return { state: 'too-large', names: largest ? [largest] : [] };
  }
  // Firefox names no limit.
  if (/quota/i.test(words)) return { state: 'full' };
  return { state: 'refused', words };
}

function bytesOf(key: string, value: unknown): number {
  return new TextEncoder().encode(key + JSON.stringify(value)).length;
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
