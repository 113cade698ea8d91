import type { SiteName } from '@/simulator/wire/clusters';

/** The usual session of a stage at each site. */
export const STAGE_SESSIONS: Readonly<Record<SiteName, string>> = {
  jimeng: 'stage-session',
  dreamina: 'stage-dreamina-session',
};

/** The sessions that are valid from the start. At Dreamina the account lives in the cluster SG. */
export const VALID_SESSIONS = [
  STAGE_SESSIONS.jimeng,
  { session: STAGE_SESSIONS.dreamina, site: 'dreamina' },
] as const;
