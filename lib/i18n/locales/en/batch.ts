import { pluralIn } from '../plural';

const plural = pluralIn('en');
const credits = plural({ one: '# credit', other: '# credits' });

/** About pictures that were picked together, and what the service says of orders. */
export const batch = {
  unnamed: 'Images of a page',
  progress: (name: string) => `Progress of ${name}`,
  counts: {
    found: plural({ other: '# found' }),
    large: plural({ other: '# large already' }),
    known: plural({ other: '# upscaled before' }),
    done: plural({ other: '# done' }),
    failed: plural({ other: '# failed' }),
    waiting: plural({ other: '# waiting' }),
    cancelled: plural({ other: '# cancelled' }),
    gone: plural({ other: '# removed or the same as another' }),
  },
  /** Rows that wait for the person. */
  needs: plural({ one: '# needs you', other: '# need you' }),
  /** What several rows ask alike, and the free answer to it. */
  asks: {
    large: plural({ one: '# image is large already.', other: '# images are large already.' }),
    known: plural({ one: '# image was upscaled before.', other: '# images were upscaled before.' }),
  },
  leave: { large: 'Keep them as they are (free)', known: 'Use those results (free)' },
  left: (duration: string) => `about ${duration} left (estimate)`,
  /** `budget`: the most that it may cost. */
  spent: (spent: number, budget: number | undefined) =>
    budget === undefined
      ? `${credits(spent)} spent`
      : `${credits(spent)} of at most ${credits(budget)} spent`,
  paused: {
    person: 'Paused.',
    budget:
      'Paused: the next order could exceed the limit of this batch. Raise the limit to continue with the same images.',
    day: 'Paused: the next order could exceed your limit for a day. This continues tomorrow, or when you raise the limit in the settings.',
    price:
      'Paused: what an order costs could not be read from your balance. Resume to send one more order.',
    risk: 'Paused after {site} refused an order for security reasons. Check whether {site} asks you to confirm something, then resume.',
    refused:
      'Paused: {site} refused an order, and would refuse the others for the same reason. The row that failed says why.',
  },
  /** An order that cost more than was set aside for it. */
  jump: (name: string, price: number, expected: number) =>
    `${name} cost ${credits(price)} instead of the ${credits(expected)} expected.`,
  /** The same in the row of the picture. */
  jumped: (price: number, expected: number) =>
    `Cost ${credits(price)} instead of the ${credits(expected)} expected.`,
  /** Where an order stands in the service’s queue; `length`: of the queue, if that is known. */
  inQueue: (place: string, length: string | undefined) =>
    length === undefined ? `In queue: ${place}` : `In queue: ${place} of ${length}`,
  pause: 'Pause',
  resume: 'Resume',
  pauseAll: 'Pause everything',
  resumeAll: 'Resume everything',
  allPaused: 'Everything is paused. What is already being upscaled goes on.',
  read: 'Read',
  cancelRest: 'Cancel the rest',
  retryFailed: 'Retry failed',
  remove: 'Remove all',
  limit: 'At most (credits)',
  setLimit: 'Set limit',
};

/** Shape of these messages in every language. */
export type Batch = typeof batch;
