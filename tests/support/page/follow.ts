import type { CollectAnswer, Collected } from '@/lib/page/collect/collected';
import { createPageCollector } from '@/lib/page/collect/collector';

/** A collector that is asked as the picker asks it, and what it has told so far. */
export interface Followed {
  update(): CollectAnswer;
  /** Asks until nothing changes any more, and each picture has its place. */
  settled(): Promise<void>;
  inOrder(): Collected[];
  /** All that were told, also without a place. */
  known(): Collected[];
  dropped: string[];
  /** Size of the kept bytes of a picture; 0 if there are none. */
  bytes(one: Collected): number;
  scroll(isOn: boolean): void;
  thumbnail(one: Collected): ReturnType<ReturnType<typeof createPageCollector>['thumbnail']>;
  capture(one: Collected): Promise<string | null>;
  stop(): void;
}

const MAX_BYTES = 256 * 1024 * 1024;
/** So many answers in a row must bring nothing, with a pause between them, ms. A machine that stalls gives none. */
const QUIET_ANSWERS = 15;
const PAUSE_MS = 20;

/** Starts to collect the document of a test. */
export function follow({
  maxKeptBytes = MAX_BYTES,
  ...options
}: { maxKeptBytes?: number } & Parameters<typeof createPageCollector>[1] = {}): Followed {
  const collector = createPageCollector(() => {}, options);
  const session = crypto.randomUUID();
  const known = new Map<string, Collected>();
  const dropped: string[] = [];
  let order: string[] = [];
  let document = '';
  let since = 0;
  let kept = 0;

  function update(): CollectAnswer {
    const isFirst = document === '';
    const roomBytes = maxKeptBytes - kept;
    const answer = collector.update({ session, isFirst, known: { [document]: since }, roomBytes });
    if (answer === 'replaced') throw new Error(answer);
    document = answer.document;
    since = answer.rev;
    kept = answer.keptBytes;
    for (const one of answer.pictures) known.set(one.id, one);
    for (const id of answer.dropped) known.delete(id);
    dropped.push(...answer.dropped);
    order = answer.order ?? order;
    return answer;
  }

  return {
    update,
    dropped,
    async settled() {
      for (let quiet = 0; quiet < QUIET_ANSWERS; quiet += 1) {
        const before = since;
        const isPlaced = () => [...known.keys()].every((id) => order.includes(id));
        // Places are measured now and then.
        if (update().isBusy || since !== before || !isPlaced()) quiet = -1;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    },
    known: () => [...known.values()],
    inOrder: () => order.flatMap((id) => known.get(id) ?? []),
    bytes({ captureKey = '' }) {
      const world = globalThis as { upscaleImages?: Map<string, Blob> };
      return world.upscaleImages?.get(captureKey)?.size ?? 0;
    },
    scroll: (isOn) => collector.scroll(session, isOn),
    thumbnail: ({ id }) => collector.thumbnail(session, id),
    capture: ({ id }) => collector.capture(session, id),
    stop: () => collector.stop(session),
  };
}
