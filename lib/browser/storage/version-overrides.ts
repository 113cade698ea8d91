import {
  BUILT_IN_VERSIONS,
  type VersionField,
  type Versions,
  validateVersions,
} from '@/lib/jimeng/model/versions';
import { stored } from './stored';

/**
 * Versions of the service's page that the person chose in the settings, in place of the built-in ones. Kept in
 * this browser: nothing is read from a server.
 */
const item = stored('local', 'versions');

/** Writes one after the other: each reads the result of the one before. */
let writing: Promise<void> = Promise.resolve();

/** The valid overrides; none if the storage cannot be read. */
export async function readOverrides(): Promise<Partial<Versions>> {
  return validateVersions(await item.read().catch(() => undefined));
}

/** The versions in use. */
export async function readVersions(): Promise<Versions> {
  return { ...BUILT_IN_VERSIONS, ...(await readOverrides()) };
}

/**
 * Overrides one value, or returns to the built-in one. An invalid value changes nothing.
 * @param value the built-in value, or undefined, removes the override
 */
export function overrideVersion(field: VersionField, value: string | undefined): Promise<void> {
  return write(async () => {
    const { [field]: _, ...others } = await readOverrides();
    if (value === undefined || value === BUILT_IN_VERSIONS[field]) return others;
    const valid = validateVersions({ [field]: value });
    return field in valid ? { ...others, ...valid } : undefined;
  });
}

/** Returns to the built-in values. */
export function dropOverrides(): Promise<void> {
  return write(async () => ({}));
}

/** @returns stops watching */
export function watchOverrides(onChange: (overrides: Partial<Versions>) => void): () => void {
  return item.watch((value) => onChange(validateVersions(value)));
}

function write(next: () => Promise<Partial<Versions> | undefined>): Promise<void> {
  const written = writing.then(async () => {
    const value = await next();
    if (value !== undefined) await item.write(value);
  });
  writing = written.catch(() => undefined);
  return written;
}
