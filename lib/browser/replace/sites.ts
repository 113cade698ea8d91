import * as v from 'valibot';
import { createTurns } from '@/lib/async/turns';
import { sitePatternOf } from '@/lib/jobs/model/site-pattern';
import { privateValue } from '../storage/private-value';
import { fieldsOf } from '../storage/settings-shape';

/** What the person has chosen for a site on which results are always shown. */
export interface ReplaceSite {
  /** Unix ms at which it was switched on. */
  since: number;
  /** Whether replaced pictures have a mark. */
  isMarked: boolean;
  /** Pictures that are made ahead while the person reads, 0..20. */
  ahead: number;
  /** Most credits that reading ahead may cost in one visit; 0: nothing is ordered. */
  limit: number;
}

/** By match pattern of a host, such as `https://gallery.example/*`. */
export type ReplaceSites = Readonly<Record<string, ReplaceSite>>;

/** Most pictures that are made ahead. */
const MOST_AHEAD = 20;
/** The oldest site gives way. */
const MOST_SITES = 200;
const MAX_PATTERN = 300;

const Count = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));
const Site: v.GenericSchema<unknown, ReplaceSite> = v.object({
  since: v.pipe(v.number(), v.finite(), v.minValue(0)),
  isMarked: v.boolean(),
  ahead: Count(MOST_AHEAD),
  limit: Count(1_000_000),
});

/**
 * Private, because a change of it can lead to orders: in Firefox, a page that took over its process can write to the
 * storage areas.
 */
const item = privateValue('replace/sites');
const inTurn = createTurns();

/** The sites that are switched on. */
export const replaceSites = {
  read: async (): Promise<ReplaceSites> => sitesFrom(await item.read()),

  /** Switches a site on, with marks and without reading ahead. No effect on one that is on. @param now Unix ms */
  switchOn: (pattern: string, now: number): Promise<void> =>
    change((sites) =>
      sites[pattern] || !isSitePattern(pattern)
        ? sites
        : { ...sites, [pattern]: { since: now, isMarked: true, ahead: 0, limit: 0 } },
    ),

  /** Changes a site that is on. More pictures ahead than possible become as many as possible. */
  change: (pattern: string, part: Partial<Omit<ReplaceSite, 'since'>>): Promise<void> =>
    change((sites) => {
      const site = sites[pattern];
      if (!site) return sites;
      const next = { ...site, ...part };
      return { ...sites, [pattern]: { ...next, ahead: Math.min(next.ahead, MOST_AHEAD) } };
    }),

  switchOff: (pattern: string): Promise<void> => change(({ [pattern]: _, ...others }) => others),

  /** @returns stops watching */
  watch: (onChange: (sites: ReplaceSites) => void): (() => void) =>
    item.watch((value) => onChange(sitesFrom(value))),
};

function isSitePattern(pattern: string): boolean {
  return pattern.length <= MAX_PATTERN && sitePatternOf(pattern) === pattern;
}

function change(next: (sites: ReplaceSites) => ReplaceSites): Promise<void> {
  return inTurn(async () => {
    const sites = await replaceSites.read();
    const changed = next(sites);
    if (changed !== sites) await item.write(newest(changed));
  });
}

function newest(sites: ReplaceSites): ReplaceSites {
  const entries = Object.entries(sites).sort(([, a], [, b]) => b.since - a.since);
  return Object.fromEntries(entries.slice(0, MOST_SITES));
}

/** The valid ones of what is stored. */
function sitesFrom(value: unknown): ReplaceSites {
  const valid = Object.entries(fieldsOf(value)).flatMap(([pattern, stored]) => {
    const { success, output } = v.safeParse(Site, stored);
    return success && isSitePattern(pattern) ? [[pattern, output] as const] : [];
  });
  return newest(Object.fromEntries(valid));
}
