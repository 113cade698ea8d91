import { createTurns } from '@/lib/async/turns';
import { fieldsOf, type Settings, settingsFrom } from './settings-shape';
import { stored } from './stored';

export { DEFAULT_SETTINGS, type Settings } from './settings-shape';

/** Key of the settings in `storage.local`. */
export const SETTINGS_KEY = 'settings';

/** Stores only what the person chose, so that new defaults apply to everything else. */
const item = stored('local', SETTINGS_KEY);

/** Where earlier versions kept them. Read until the first change, which moves them; never written. */
const formerItem = stored('sync', 'settings');

/** Runs work while nothing else changes the settings: each change reads the result of the one before. */
export const betweenChanges = createTurns();

/** The stored settings; a missing or invalid field has its default. */
export async function readSettings(): Promise<Settings> {
  return settingsFrom(await storedSettings());
}

/** The fields as they are stored, which may be anything; none if nothing was ever chosen. */
export async function storedSettings(): Promise<Record<string, unknown>> {
  // Without a browser's sync there were no settings in it.
  return fieldsOf((await item.read()) ?? (await formerItem.read().catch(() => undefined)));
}

/** Rejects if the browser refuses it, for example on a full disk. */
export function changeSettings(change: Partial<Settings>): Promise<void> {
  return betweenChanges(async () => item.write({ ...(await storedSettings()), ...change }));
}

/** @returns stops watching */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  return item.watch((value) => onChange(settingsFrom(value)));
}
