import type { CrashPoint } from './job-world-types';
import type { VirtualTimer } from './virtual-platform';

/** A promise of a dead worker: nothing that waits for it goes on. */
const NEVER = new Promise<never>(() => {});

interface Trap {
  /** Effects before it springs. */
  left: number;
  when: CrashPoint['when'];
  act?: () => void;
}

/** One life of the background worker. */
export class Life {
  isDead = false;
  /** Whether it has set an alarm: the first thing that each does. */
  hasArmed = false;
  inFlight = 0;
  /** Requests in flight that nobody will ever answer: only a timer ends them. */
  hanging = 0;
  readonly timers = new Set<VirtualTimer>();
  private readonly locks = new Set<string>();

  /** Runs `work` unless the lock is taken. */
  async withLock<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
    if (this.locks.has(name)) return undefined;
    this.locks.add(name);
    try {
      return await work();
    } finally {
      this.locks.delete(name);
    }
  }
}

export interface Effects {
  /** Name and count of each effect so far, such as `store.commit#3`. */
  readonly names: readonly string[];
  /** Wraps a function so that a worker can die before or after it. */
  effect<A extends unknown[], R>(
    name: string,
    owner: Life,
    work: (...args: A) => Promise<R>,
  ): (...args: A) => Promise<R>;
  /** See `JobWorld.atEffect`. */
  setTrap(n: number, when: CrashPoint['when'], act?: () => void): void;
  clearTraps(): void;
}

/**
 * Counts the outside effects of all workers, and kills them at the chosen ones.
 * @param crash where the worker dies
 * @param before called with each effect before it happens
 */
export function createEffects(
  crash: CrashPoint | undefined,
  before: (effect: string) => void,
): Effects {
  const names: string[] = [];
  const counts = new Map<string, number>();
  const traps = new Set<Trap>();
  /** Traps that act once their effect is over. */
  const sprungTraps = new Set<Trap>();

  function kill(owner: Life): Promise<never> {
    owner.isDead = true;
    return NEVER;
  }

  return {
    names,
    effect<A extends unknown[], R>(name: string, owner: Life, work: (...args: A) => Promise<R>) {
      return async (...args: A): Promise<R> => {
        if (owner.isDead) return NEVER;
        const count = (counts.get(name) ?? 0) + 1;
        counts.set(name, count);
        const key = `${name}#${count}`;
        names.push(key);
        before(key);
        for (const trap of traps) trap.left -= 1;
        const isDue = ({ left, act }: Trap) => left <= 0 && (act !== undefined || owner.hasArmed);
        const sprung = [...traps].filter(isDue);
        for (const trap of sprung) {
          traps.delete(trap);
          if (trap.when === 'after') sprungTraps.add(trap);
        }
        if (crash?.effect === key && crash.when === 'before') return kill(owner);
        if (spring('before')) return kill(owner);
        owner.inFlight += 1;
        try {
          return await work(...args);
        } finally {
          owner.inFlight -= 1;
          if (crash?.effect === key && crash.when === 'after') await kill(owner);
          if (spring('after')) await kill(owner);
          if (owner.isDead) await NEVER;
        }

        /** @returns whether the worker dies of it */
        function spring(moment: CrashPoint['when']): boolean {
          const now = sprung.filter(
            (trap) => trap.when === moment && (moment === 'before' || sprungTraps.delete(trap)),
          );
          for (const { act } of now) act?.();
          return now.some(({ act }) => act === undefined);
        }
      };
    },

    setTrap(n, when, act) {
      traps.add({ left: n, when, ...(act && { act }) });
    },

    clearTraps() {
      traps.clear();
      sprungTraps.clear();
    },
  };
}
