import { createTurns } from '@/lib/async/turns';
import type { SiteName } from '@/lib/jimeng/model/sites';
import {
  type VersionField,
  type Versions,
  validateVersions,
  versionsOf,
} from '@/lib/jimeng/model/versions';
import { stored } from './stored';

/**
 * Versions of a site's page that the person chose in the settings, in place of the built-in ones, by site. Kept in
 * this browser: nothing is read from a server.
 */
const item = stored('local', 'versions');

/** Writes one after the other: each reads the result of the one before. */
const inTurn = createTurns();

/** The valid overrides of a site; none if the storage cannot be read. */
export async function readOverrides(site: SiteName): Promise<Partial<Versions>> {
  return overridesIn(await item.read().catch(() => undefined), site);
}

/** The versions in use at a site. */
export async function readVersions(site: SiteName): Promise<Versions> {
  return { ...versionsOf(site), ...(await readOverrides(site)) };
}

/**
 * Overrides one value of a site, or returns to the built-in one. An invalid value changes nothing.
 * @param value the built-in value, or undefined, removes the override
 */
export function overrideVersion(
  site: SiteName,
  field: VersionField,
  value: string | undefined,
): Promise<void> {
  return write(site, ({ [field]: _, ...others }) => {
    if (value === undefined || value === versionsOf(site)[field]) return others;
    const valid = validateVersions({ [field]: value });
    return field in valid ? { ...others, ...valid } : undefined;
  });
}

/** Returns to the built-in values of a site. */
export function dropOverrides(site: SiteName): Promise<void> {
  return write(site, () => ({}));
}

/** @returns stops watching */
export function watchOverrides(
  site: SiteName,
  onChange: (overrides: Partial<Versions>) => void,
): () => void {
  return item.watch((value) => onChange(overridesIn(value, site)));
}

function bySite(value: unknown): Map<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

function overridesIn(value: unknown, site: SiteName): Partial<Versions> {
  return validateVersions(bySite(value).get(site));
}

/** @param next undefined: nothing changes */
function write(
  site: SiteName,
  next: (overrides: Partial<Versions>) => Partial<Versions> | undefined,
): Promise<void> {
  return inTurn(async () => {
    const before = await item.read().catch(() => undefined);
    const overrides = next(overridesIn(before, site));
    if (overrides === undefined) return;
    await item.write(Object.fromEntries(bySite(before).set(site, overrides)));
  });
}
