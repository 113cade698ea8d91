import type { SiteDeps } from '@/lib/jobs/steps/deps';

/** The sites of a person who has an account at Jimeng only, and gave access to nothing else. */
export function oneSite(jimeng: Partial<SiteDeps>): {
  sites: { jimeng: SiteDeps; dreamina: SiteDeps };
} {
  return { sites: { jimeng: jimeng as SiteDeps, dreamina: NOWHERE } };
}

const NOWHERE = {
  service: {},
  session: async () => ({
    state: 'no-access',
    site: 'dreamina',
    pattern: 'https://*.capcut.com/*',
    host: 'dreamina.capcut.com',
  }),
} as unknown as SiteDeps;
