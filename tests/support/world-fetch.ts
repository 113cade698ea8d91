import { createFetch } from '@/simulator/service/browser-fetch';
import { BrokenAnswer } from '@/simulator/simulator';
import type { JobWorld } from './job-world-types';
import type { VirtualTimer } from './virtual-platform';
import type { Life } from './worker-life';

/** Turns that a request takes, more than a few reads of the database. */
const REQUEST_TURNS = 8;

export const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

interface WorldFetchDeps {
  world: JobWorld;
  owner: Life;
  /** What is on the way to or from the service: it outlives the worker that sent it. */
  travels: Set<VirtualTimer>;
  startTimer(timers: Set<VirtualTimer>, ms: number, work: () => void): VirtualTimer;
}

/**
 * The simulator's `fetch`, which notices requests that nobody answers for now: they must not keep
 * time from passing.
 */
export function worldFetch({ world, owner, travels, startTimer }: WorldFetchDeps): typeof fetch {
  return async (input, init) => {
    let isOver = false;
    let waits = 0;
    const wait = (by: 1 | -1) => {
      if (isOver) return;
      waits += by;
      owner.hanging += by;
    };
    const pause = async (ms: number) => {
      wait(1);
      await new Promise<void>((resolve) => startTimer(travels, ms, resolve));
      wait(-1);
    };
    const send = createFetch(async (request) => {
      world.beforeRequest(new URL(request.url));
      // The database answers sooner than any network.
      for (let turn = 0; turn < REQUEST_TURNS; turn += 1) await nextTurn();
      try {
        return await world.answer(request, pause);
      } catch (error) {
        if (error instanceof BrokenAnswer && error.how === 'hang') wait(1);
        throw error;
      }
    }, world.simulator.browser);
    try {
      return await send(input, init);
    } finally {
      isOver = true;
      owner.hanging -= waits;
    }
  };
}
