import { type Call, objectOf } from '../service/call';
import type { LiveOptions } from '../service/live-options';
import type { EndpointName } from '../wire/endpoints';

/** Calls of the site that only read. */
const READS: readonly EndpointName[] = [
  'upload-token',
  'history',
  'queue-info',
  'credits',
  'user-info',
];

/**
 * Decides which calls are answered with 1014. A share of 1 means every call. Below it, a call that was answered so is
 * taken the next time: orders count by `submit_id`, reads by endpoint.
 *
 * @param random 0 (included) to 1 (excluded)
 */
export function createBusy(
  { busyReadShare, busyOrderShare }: LiveOptions,
  random: () => number,
): (call: Call) => boolean {
  const refused = new Set<string>();
  return (call) => {
    const isOrder = call.endpoint === 'generate';
    const share = isOrder ? busyOrderShare : READS.includes(call.endpoint) ? busyReadShare : 0;
    if (share === 0) return false;
    const key = `${call.endpoint} ${isOrder ? objectOf(call)?.submit_id : ''}`;
    if (share < 1 && refused.delete(key)) return false;
    if (random() >= share) return false;
    refused.add(key);
    return true;
  };
}
