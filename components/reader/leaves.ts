import type { ReaderLeafProps } from './leaf';
import type { Leaf, LeafPicture } from './view';
import type { Reason } from './words';

/** What a way of showing pages is given of them. */
export interface LeavesProps {
  leaves: readonly Leaf[];
  /** By id of the job. */
  pictures: ReadonlyMap<string, LeafPicture>;
  /** Why a page is not sharp. */
  reasonFor: (leaf: Leaf) => Reason | undefined;
  isOriginalShown: boolean;
}

/** The props of one page, but for its size. */
export function leafProps(
  { pictures, reasonFor, isOriginalShown }: LeavesProps,
  index: number,
  leaf: Leaf,
): Omit<ReaderLeafProps, 'box'> {
  return {
    leaf,
    index,
    picture: pictures.get(leaf.job.id),
    reason: reasonFor(leaf),
    isOriginalShown,
  };
}
