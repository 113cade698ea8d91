import type { SiteName } from './sites';

/**
 * Every version and model name that the service checks. When they are out of date, the service answers every
 * user with `ret` 3018. A person can override each, per site, in the settings; a release corrects the table
 * (docs/PROTOCOL.md, section 2.5).
 */

/** Day on which a live client was last seen to use a value, ISO. */
interface DatedVersion {
  value: string;
  seen: string;
}

/** The values that both sites use today. */
const COMMON = {
  appvr: { value: '8.4.0', seen: '2026-10-02' },
  daVersion: { value: '3.3.28', seen: '2026-10-02' },
  webVersion: { value: '7.5.0', seen: '2026-10-02' },
  appSdkVersion: { value: '48.0.0', seen: '2026-10-01' },
  aigcFeatures: { value: 'app_lip_sync', seen: '2026-10-01' },
  /** `extend.root_model` of an HD order. */
  rootModel: { value: 'high_aes_general_v50', seen: '2026-10-02' },
  /** `min_version` of an HD draft. */
  draftMinVersion: { value: '3.2.9', seen: '2026-10-02' },
  /** `min_version` of the component of an HD draft. */
  componentMinVersion: { value: '3.0.2', seen: '2026-10-02' },
  /** The versions of the original super-resolution recipe. */
  originalAppvr: { value: '5.8.0', seen: '2026-01-07' },
  originalDaVersion: { value: '3.2.2', seen: '2026-01-07' },
} as const satisfies Record<string, DatedVersion>;

export type VersionField = keyof typeof COMMON;

/** The values of one request. */
export type Versions = Readonly<Record<VersionField, string>>;

/** The built-in values of each site. */
export const VERSIONS: Readonly<Record<SiteName, Readonly<Record<VersionField, DatedVersion>>>> = {
  jimeng: COMMON,
  dreamina: {
    ...COMMON,
    appvr: { value: '8.4.0', seen: '2026-10-01' },
    daVersion: { value: '3.3.28', seen: '2026-10-01' },
    webVersion: { value: '7.5.0', seen: '2026-10-01' },
    rootModel: { value: 'high_aes_general_v50', seen: '2026-10-01' },
  },
};

/** Every field, in the order of the table. */
export const VERSION_FIELDS = Object.keys(COMMON) as VersionField[];

/** The built-in values of a site, without their dates. */
export function versionsOf(site: SiteName): Versions {
  const table = VERSIONS[site];
  return Object.fromEntries(VERSION_FIELDS.map((field) => [field, table[field].value])) as Versions;
}

const NUMBERED = /^\d{1,3}(\.\d{1,4}){1,3}$/;
const NAMED = /^[a-z0-9_,]{1,60}$/i;
const NAMED_FIELDS: readonly VersionField[] = ['rootModel', 'aigcFeatures'];

/**
 * The valid overrides among these, which may come from storage or a form. Everything else is dropped: an
 * unknown field, and a value that a header or a query must not carry. Pure.
 */
export function validateVersions(overrides: unknown): Partial<Versions> {
  if (typeof overrides !== 'object' || overrides === null) return {};
  const given = new Map<string, unknown>(Object.entries(overrides));
  return Object.fromEntries(
    VERSION_FIELDS.flatMap((field) => {
      const value = given.get(field);
      const pattern = NAMED_FIELDS.includes(field) ? NAMED : NUMBERED;
      return typeof value === 'string' && pattern.test(value) ? [[field, value]] : [];
    }),
  );
}

/** `Pf` header: the web. */
export const PLATFORM = '7';

/** Set of headers and query parameters that a request uses. */
export type Dialect = 'current' | 'original';
