import { recordingAlarm } from '@/lib/browser/alarm';
import { report } from '@/lib/browser/report';
import { RECORDING_MS, recording, type StoredRecording } from '@/lib/browser/storage/recording';
import type { Ways, WaysAt } from '@/lib/jimeng/check/check';
import { safeExchanges } from '@/lib/jimeng/check/safe-exchange';
import type { Exchange, ExchangePlace } from '@/lib/jimeng/model/exchange';
import type { PageChannel } from '@/lib/jimeng/wire/page-channel';
import {
  type Recorder,
  recordingFetch,
  recordingPage,
  recordingSend,
} from '@/lib/jimeng/wire/recorder';

/** Exchanges of one recording. */
const MAX_EXCHANGES = 500;
/** Exchanges come in bursts; the memory of the browser gets them together, ms. */
const WRITE_MS = 300;

/** A recording of the shapes of all exchanges with the service. */
export interface Recording {
  /** The given ways to send requests; what they exchange with a place is recorded while the recording is on. */
  ways: WaysAt;
  /** The same for the page of a site. */
  throughPage(page: PageChannel, at: ExchangePlace): PageChannel;
  /** Resolves once a recording from before this worker was read. */
  ready: Promise<void>;
  /** Starts a new recording, or ends this one; what was recorded stays until the next or the browser's end. */
  turn(isOn: boolean): Promise<void>;
  /** When it ends, Unix ms; undefined while it is off. */
  until(): number | undefined;
  exchanges(): readonly Exchange[];
}

/**
 * Creates the recording, off. It lives in the memory of the browser only, so that the next worker continues it,
 * ends by itself after `RECORDING_MS`, and holds at most `MAX_EXCHANGES`.
 * @param now Unix ms
 * @param onTurn called when it starts, and when it is ended
 * @param onExchange called when it gets an exchange
 */
export function createRecording(
  deps: Ways & { now: () => number; onTurn: () => void; onExchange: () => void },
): Recording {
  const { send, now, onTurn, onExchange } = deps;
  let current: { until: number; exchanges: Exchange[] } | undefined;
  let writeTimer: ReturnType<typeof setTimeout> | undefined;

  const isOn = () => current !== undefined && now() < current.until;
  const ready = recording
    .read()
    .then((stored) => {
      current ??= stored && restored(stored);
    })
    .catch(report);

  function restored({ until, exchanges }: StoredRecording) {
    // A clock that was set back must not lengthen it.
    return { until: Math.min(until, now() + RECORDING_MS), exchanges: safeExchanges(exchanges) };
  }

  async function write(): Promise<void> {
    clearTimeout(writeTimer);
    writeTimer = undefined;
    if (current) await recording.write(current);
  }

  function add(to: NonNullable<typeof current>, exchange: Exchange): void {
    if (to !== current || to.exchanges.length >= MAX_EXCHANGES) return;
    to.exchanges.push(exchange);
    writeTimer ??= setTimeout(() => void write().catch(report), WRITE_MS);
    onExchange();
  }

  const recorder: Omit<Recorder, 'at'> = {
    now,
    begin: () => {
      const into = current;
      return into && isOn() ? { done: (exchange) => add(into, exchange) } : undefined;
    },
  };
  const ways: WaysAt = (at) => {
    const recorded = recordingFetch({ fetch: deps.fetch, ...recorder, at });
    return {
      // The first request may leave before an earlier worker's recording was read.
      async fetch(input, init) {
        await ready;
        return recorded(input, init);
      },
      ...(send && { send: recordingSend(send, { ...recorder, at }) }),
    };
  };

  return {
    ways,
    throughPage: (page, at) => recordingPage(page, { ...recorder, at }),
    ready,
    async turn(on) {
      await ready;
      if (on) {
        current = { until: now() + RECORDING_MS, exchanges: [] };
        await recordingAlarm.arm(current.until);
      } else if (current) {
        current = { ...current, until: Math.min(current.until, now()) };
      }
      await write();
      onTurn();
    },
    until: () => (isOn() ? current?.until : undefined),
    exchanges: () => current?.exchanges ?? [],
  };
}
