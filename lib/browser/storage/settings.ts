import { createTurns } from '@/lib/async/turns';
import { fieldsOf, type Settings, settingsFrom } from './settings-shape';
import { stored } from './stored';

export { DEFAULT_SETTINGS, type Settings } from './settings-shape';

/** Stores only what the person chose, so that new defaults apply to everything else. */
const item = stored('sync', 'settings');

/** Writes one after the other: each reads the result of the one before. */
const inTurn = createTurns();

/** The stored settings; a missing or invalid field has its default. */
export async function readSettings(): Promise<Settings> {
  return settingsFrom(await item.read());
}

/** Rejects if the browser refuses it, for example after too many writes within a minute. */
export function changeSettings(change: Partial<Settings>): Promise<void> {
  return write(async () => ({ ...fieldsOf(await item.read()), ...change }));
}

/** Restores the defaults. */
export function resetSettings(): Promise<void> {
  return write(async () => ({}));
}

/** @returns stops watching */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  return item.watch((value) => onChange(settingsFrom(value)));
}

function write(next: () => Promise<unknown>): Promise<void> {
  return inTurn(async () => item.write(await next()));
}
