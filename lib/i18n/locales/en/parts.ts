import { pluralIn } from '../plural';

const plural = pluralIn('en');
const number = plural({ other: '#' });
const partCount = plural({ one: '# part', other: '# parts' });
const moreOrders = plural({ one: '# more order', other: '# more orders' });
const credits = plural({ one: '# credit', other: '# credits' });
const about = (cost: number | undefined): string =>
  cost === undefined ? '' : ` (about ${credits(cost)})`;

/** About a long image, which is sent in parts. */
export const parts = {
  /** Asked beforehand. */
  severalOrders: (count: number, cost: number | undefined) =>
    cost === undefined
      ? `This image is long: it is sent in ${partCount(count)}. Each part costs as much as an image.`
      : `This image is long: it is sent in ${partCount(count)}, about ${credits(cost)} in all.`,
  /** Results of parts are gone from the storage. */
  moreOrders: (count: number, cost: number | undefined) =>
    `Parts of the result are no longer stored. Going on takes ${moreOrders(count)}${about(cost)}.`,
  /** After what is being done. */
  of: (part: number, count: number) => `part ${number(part)} of ${number(count)}`,
  joined: plural({ one: '# part joined', other: '# parts joined' }),
  kept: (done: number, count: number) =>
    `${number(done)} of ${partCount(count)} done and kept. Retry goes on with the others.`,
  cancelled: 'Cancelled.',
  /** Others were charged. */
  notCharged: 'Nothing was charged for this part.',
};

/** Shape of these messages in every language. */
export type Parts = typeof parts;
