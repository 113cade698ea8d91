import type { Target } from '@/lib/jimeng/model/tools';

/**
 * Why the rows of a batch stand still: the person paused it, the next order would pass its budget or that of the day,
 * nobody can tell what its orders cost, risk control answered, or the service refuses every image of it.
 */
export const BATCH_PAUSES = ['person', 'budget', 'day', 'price', 'risk', 'refused'] as const;
type BatchPause = (typeof BATCH_PAUSES)[number];

/** Pictures that the person picked together. Plain data: it crosses storage and messages. */
export interface Batch {
  id: string;
  /** Title of the page. Page-supplied, hence hostile. */
  name: string;
  /** Unix ms. */
  createdAt: number;
  target: Target;
  /** Number of rows that were written. */
  size: number;
  /** The last place on the page among them, from 1; absent in the first batches. */
  places?: number;
  /** Pictures that were found and left out: large already, and upscaled before. */
  leftOut: { large: number; known: number };
  /** Credits that its orders may cost together. Absent: no limit. */
  budget?: number;
  /** Since Unix ms `at` no order is made; goes on by itself at `until`. Absent: it runs. */
  paused?: { by: BatchPause; at: number; until?: number };
  /** Unix ms at which the person went on although the price of an order is unknown. */
  priceAcceptedAt?: number;
}

/** What the rows of a batch may ask alike: the image is large already, or was upscaled before. */
export const BATCH_QUESTIONS = ['large', 'known'] as const;
export type BatchQuestion = (typeof BATCH_QUESTIONS)[number];

/** `leave`: keep the large image, use the earlier result. Free of charge. `upscale`: order all the same. */
export const BATCH_ANSWERS = ['leave', 'upscale'] as const;
export type BatchAnswer = (typeof BATCH_ANSWERS)[number];

/** Images that were handed in together and wait until the person starts them. Nothing is ordered before. */
export interface WaitingBatch {
  id: string;
  /** Of the folder, the archive or the first host. Hostile. */
  name: string;
  /** Number of images so far. */
  size: number;
}

/** The place of a row in its batch, for the name of its file: from 0, of `count` places on the page. */
export function placeInBatch(
  { name, size, places = size }: Batch,
  index: number,
): { name: string; index: number; count: number } {
  return { name, index: index - 1, count: Math.max(places, index) };
}

/** The batch without its pause. */
function unpaused({ paused: _, ...batch }: Batch): Batch {
  return batch;
}

/** The batch once the person lets it go on. @param at Unix ms */
export function resumed(batch: Batch, at: number): Batch {
  const running = unpaused(batch);
  return batch.paused?.by === 'price' ? { ...running, priceAcceptedAt: at } : running;
}

/** The batch with another budget, credits; a pause that the old one caused is over. */
export function withBudget({ budget: _, ...batch }: Batch, budget: number | undefined): Batch {
  const limited: Batch = { ...batch, ...(budget !== undefined && { budget }) };
  return batch.paused?.by === 'budget' ? unpaused(limited) : limited;
}

/**
 * The batch, paused. A pause that is there already keeps its reason, unless the person pauses. After an answer of risk
 * control, neither the next day nor another budget lets it go on.
 */
export function withPause(batch: Batch, pause: NonNullable<Batch['paused']>): Batch {
  const current = isPaused(batch, pause.at) ? batch.paused?.by : undefined;
  const isStronger =
    pause.by === 'person' || (pause.by === 'risk' && current !== 'person') || !current;
  return isStronger ? { ...batch, paused: pause } : batch;
}

/** The batch without a pause that is over. @param now Unix ms */
export function withoutOldPause(batch: Batch, now: number): Batch {
  return isPaused(batch, now) ? batch : unpaused(batch);
}

/** The batch without a pause that the limit of the day caused. */
export function withoutDayPause(batch: Batch): Batch {
  return batch.paused?.by === 'day' ? unpaused(batch) : batch;
}

/** Whether no new work of the batch may begin now. @param now Unix ms */
export function isPaused({ paused }: Batch, now: number): boolean {
  return paused !== undefined && (paused.until === undefined || paused.until > now);
}
