import * as v from 'valibot';
import { type CheckedChoices, type Choices, checkChoices } from './choices';

/**
 * The settings as a file: what the person chose, and nothing about images, accounts, consent or permissions.
 */

const FORMAT = 'upscale-with-dreamina/settings';
const FORMAT_VERSION = 1;
/** Larger than any real settings, bytes. */
const LARGEST_FILE = 1_000_000;

/** What a file holds, or why it cannot be read. */
export type ReadFile =
  | { state: 'no-settings' | 'too-large' | 'newer' }
  | ({ state: 'read' } & FoundChoices);

/** Choices that came from elsewhere. */
export interface FoundChoices extends CheckedChoices {
  /** When they were written, Unix ms. */
  at: number;
  /** The version of the extension that wrote them. */
  version: string;
}

const Version = v.pipe(v.string(), v.regex(/^[\w.+-]{1,40}$/));
const File = v.object({
  format: v.literal(FORMAT),
  formatVersion: v.pipe(v.number(), v.integer(), v.minValue(1)),
  version: Version,
  exportedAt: v.pipe(v.string(), v.isoTimestamp()),
  settings: v.record(v.string(), v.unknown()),
});

/**
 * Text of the file.
 * @param chosen what the person chose
 * @param version of the extension
 * @param at Unix ms
 */
export function settingsFile(chosen: Partial<Choices>, version: string, at: number): string {
  const file = {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    version,
    exportedAt: new Date(at).toISOString(),
    settings: chosen,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Reads such a file, which is untrusted. */
export async function readSettingsFile(file: Blob): Promise<ReadFile> {
  if (file.size > LARGEST_FILE) return { state: 'too-large' };
  let data: unknown;
  try {
    data = JSON.parse(await file.text());
  } catch {
    return { state: 'no-settings' };
  }
  const read = v.safeParse(File, data);
  if (!read.success) return { state: 'no-settings' };
  const { formatVersion, version, exportedAt, settings } = read.output;
  if (formatVersion > FORMAT_VERSION) return { state: 'newer' };
  return { state: 'read', version, at: Date.parse(exportedAt), ...checkChoices(settings) };
}
