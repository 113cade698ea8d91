import { fieldsOf, type Settings, settingsFrom } from './settings-shape';
import { stored } from './stored';

export { DEFAULT_SETTINGS, type Settings } from './settings-shape';

/** Only what the person chose, so that later defaults reach everybody. */
const item = stored('sync', 'settings');

/** Changes one after the other: each reads what the one before has written. */
let writing: Promise<void> = Promise.resolve();

/** The stored settings; what is missing or cannot be right takes its default. */
export async function readSettings(): Promise<Settings> {
  return settingsFrom(await item.read());
}

/** Rejects when the browser does not take it, such as when too much was written within a minute. */
export function changeSettings(change: Partial<Settings>): Promise<void> {
  return write(async () => ({ ...fieldsOf(await item.read()), ...change }));
}

/** Goes back to the defaults. */
export function resetSettings(): Promise<void> {
  return write(async () => ({}));
}

/** @returns stops watching */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  return item.watch((value) => onChange(settingsFrom(value)));
}

function write(next: () => Promise<unknown>): Promise<void> {
  const written = writing.then(async () => item.write(await next()));
  writing = written.catch(() => undefined);
  return written;
}
