import { ABROAD_VARIES } from './service/abroad-options';
import type { SimulatorOptions } from './service/world';

export type ProfileName = 'strict' | 'live-like';

/**
 * Named sets of options. `strict` is the service as docs/PROTOCOL.md describes it. `live-like` is the service as other
 * people's clients describe it, with everything that they have seen at once. Times are those of the real service:
 * tests scale them.
 */
export const PROFILES: Readonly<Record<ProfileName, SimulatorOptions>> = {
  strict: {},
  'live-like': {
    foreignResultShare: 0.5,
    foreignUploadHosts: 'beside',
    busyReadShare: 0.1,
    busyOrderShare: 0.25,
    partialMs: 4000,
    isSessionKeyBeside: true,
    isUriStatusAbsent: true,
    hasNumberIds: true,
    creditResponse: 'text-only',
    logIdName: 'log_id',
    superResolution: 'fails',
    membersOnly4k: '4003',
    slowestMs: 40_000,
    hasFailedItems: true,
    sessionCookies: ['sessionid_ss', 'sid_tt'],
    abroad: ABROAD_VARIES,
  },
};

/** The name, if there is a profile of that name. */
export function profileNamed(name: string): ProfileName | undefined {
  return Object.hasOwn(PROFILES, name) ? (name as ProfileName) : undefined;
}
