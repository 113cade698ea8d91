import { setTimeout as sleep } from 'node:timers/promises';
import type { Call, Handler } from '../service/call';
import { refuse } from '../service/envelope';
import type { World } from '../service/world';
import { createBusy } from './busy';
import { retell } from './retell';

/** Share of slow answers. */
const SLOW_SHARE = 0.2;

/**
 * Puts the behaviours of `LiveOptions` that concern a whole call around a handler. This room, `live/`, holds them: busy,
 * slow, and answers in other shapes. The others are in the handlers. It draws from `random` only for options that are on.
 */
export function createLive(world: World): (handler: Handler) => Handler {
  const { options } = world;
  const isBusy = createBusy(options, options.random);

  async function beSlow({ url, cluster }: Call): Promise<void> {
    const { apiHost, commerceHost } = cluster;
    if (options.slowestMs === 0 || ![apiHost, commerceHost].includes(url.hostname)) return;
    if (options.random() < SLOW_SHARE) await sleep(options.random() * options.slowestMs);
  }

  return (handler) => async (call) => {
    const answer = isBusy(call) ? refuse(call, '1014') : await handler(call);
    await beSlow(call);
    return retell(answer, call, options);
  };
}
