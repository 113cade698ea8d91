import { createTurns } from '@/lib/async/turns';
import { fieldsOf, type Settings, settingsFrom } from './settings-shape';
import { readTogether, stored } from './stored';

export { DEFAULT_SETTINGS, type Settings } from './settings-shape';

/** Key of the settings in `storage.local`. */
export const SETTINGS_KEY = 'settings';

/** Stores only what the person chose, so that new defaults apply to everything else. */
const item = stored('local', SETTINGS_KEY);

/** Where earlier versions kept them. Never written, so that they stay there whatever happens here. */
const formerItem = stored('sync', 'settings');

/**
 * What the sync storage had, an object without fields for nothing: it is there once that storage was read. A key of
 * its own, because a copy to that of the settings could undo a change that another page makes at the same time.
 */
const COPY_KEY = 'formerSettings';
const copyItem = stored('local', COPY_KEY);

/** Runs work while nothing else changes the settings: each change reads the result of the one before. */
export const betweenChanges = createTurns();

/** The stored settings; a missing or invalid field has its default. */
export async function readSettings(): Promise<Settings> {
  return settingsFrom(await storedSettings());
}

/** The fields as they are stored, which may be anything; none if nothing was ever chosen. */
export async function storedSettings(): Promise<Record<string, unknown>> {
  const { [SETTINGS_KEY]: own, [COPY_KEY]: copy } = await readTogether('local', [
    SETTINGS_KEY,
    COPY_KEY,
  ]);
  return fieldsOf(own ?? copy ?? (await copyFormer()));
}

/** Reads what earlier versions stored, and keeps it here, so that the next call reads one storage only. */
async function copyFormer(): Promise<Record<string, unknown>> {
  let former: Record<string, unknown>;
  try {
    former = fieldsOf(await formerItem.read());
  } catch {
    // The browser's sync is off or broken for now. The next call asks it again.
    return {};
  }
  // Without the copy, for example on a full disk, the next call asks again.
  await copyItem.write(former).catch(() => undefined);
  return former;
}

/** Takes over what an earlier version on another device still changes. It counts here until the first change. */
export function followFormerSettings(): void {
  formerItem.watch((value) => void copyItem.write(fieldsOf(value)).catch(() => undefined));
}

/** Rejects if the browser refuses it, for example on a full disk. */
export function changeSettings(change: Partial<Settings>): Promise<void> {
  return betweenChanges(async () => item.write({ ...(await storedSettings()), ...change }));
}

/** @returns stops watching */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  return item.watch((value) => onChange(settingsFrom(value)));
}
