import type { CheckResult } from '../model/check';
import type { Exchange } from '../model/exchange';
import { perSite, SITE_NAMES, SITES, type SiteId, type SiteName } from '../model/sites';
import { VERSION_FIELDS, type VersionField, type Versions, versionsOf } from '../model/versions';
import { safeName } from '../wire/shape';
import { safeExchanges, safeLine } from './safe-exchange';

/**
 * Format of the report; a change that a reader must know of gets the next number. Format 1 had one `site`, which was
 * Jimeng without a check, and the versions of that site alone; its exchanges named no site.
 */
const FORMAT = 2;

/** Input of a report. */
export interface ReportFacts {
  /** Of the extension. */
  version: string;
  /** The browser's own name for itself; only known names and the main version go into the report. */
  userAgent: string;
  /** Values in use at each site. */
  versions: Readonly<Record<SiteName, Versions>>;
  check?: CheckResult | undefined;
  recording: readonly Exchange[];
  /** Unix ms. */
  now: number;
}

/** What a stranger can send, and `npm run replay` can read. */
export interface ConnectionReport {
  kind: 'upscale-with-dreamina/connection';
  format: typeof FORMAT;
  version: string;
  browser: string;
  /** Day and minute, ISO. */
  at: string;
  /** Sites that its check or its exchanges belong to. */
  sites: SiteName[];
  /** Site of the check; null without one. */
  site: SiteName | null;
  /** Cluster that the check used; null if it found none. */
  cluster: SiteId | null;
  versions: Record<SiteName, Record<string, { value: string; isOverridden: boolean }>>;
  check: { lines: ReturnType<typeof safeLine>; exchanges: Exchange[] } | null;
  recording: Exchange[];
}

/**
 * A report that is safe to publish. It is built from a list of what may be in it: versions, host names, names
 * of fields, types, times and codes. It has no values of answers but codes, so it has no session, key,
 * signature, id, image, page address, log id or name.
 */
export function makeReport(facts: ReportFacts): ConnectionReport {
  const checked = facts.check && {
    site: SITE_NAMES.find((name) => name === facts.check?.site),
    lines: facts.check.lines.flatMap(safeLine),
    exchanges: safeExchanges(facts.check.exchanges),
  };
  const recording = safeExchanges(facts.recording);
  const site = checked?.site ?? null;
  const named = [...(checked?.exchanges ?? []), ...recording].map((exchange) => exchange.site);
  return {
    kind: 'upscale-with-dreamina/connection',
    format: FORMAT,
    version: /^\d{1,4}(\.\d{1,4}){1,3}$/.test(facts.version) ? facts.version : 'unknown',
    browser: browserOf(facts.userAgent),
    at: minuteOf(facts.now),
    sites: SITE_NAMES.filter((name) => name === site || named.includes(name)),
    site,
    cluster: (site && SITES[site].find(({ id }) => id === facts.check?.cluster)?.id) ?? null,
    versions: perSite((name) =>
      Object.fromEntries(
        VERSION_FIELDS.map((field) => [
          field,
          versionOf(field, facts.versions[name][field], versionsOf(name)),
        ]),
      ),
    ),
    check: checked ? { lines: checked.lines, exchanges: checked.exchanges } : null,
    recording,
  };
}

/** The report as text, JSON. */
export function reportText(report: ConnectionReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

function versionOf(field: VersionField, value: string, builtIn: Versions) {
  const isOverridden = value !== builtIn[field];
  // A person may have typed anything into a field for names.
  const isPlain = /^\d{1,3}(\.\d{1,4}){1,3}$/.test(value);
  const shown = isPlain ? value : value.split(',').map(safeName).join(',');
  return { value: isOverridden ? shown : value, isOverridden };
}

/** Names of browsers and systems that may be in a report, each with how it is found. */
const BROWSERS = ['Firefox', 'Edg', 'OPR', 'Chrome'];
const SYSTEMS = ['Windows', 'Android', 'CrOS', 'Macintosh', 'Linux'];

function browserOf(userAgent: string): string {
  const browser = BROWSERS.flatMap((name) => {
    const main = new RegExp(`${name}/(\\d{1,4})`).exec(userAgent)?.[1];
    return main ? [`${name} ${main}`] : [];
  })[0];
  const system = SYSTEMS.find((name) => userAgent.includes(name));
  return [browser ?? 'unknown browser', system ?? 'unknown system'].join(', ');
}

function minuteOf(now: number): string {
  const at = new Date(now);
  return Number.isNaN(at.getTime()) ? 'unknown' : `${at.toISOString().slice(0, 16)}Z`;
}
