import type { ReadingPlace } from '@/lib/browser/storage/reader-places';
import type { Batch } from '@/lib/jobs/model/batch';
import type { Job } from '@/lib/jobs/model/job';
import type { ReaderChoices } from '@/lib/reader/choices';

/** A page: a job of the batch. */
export interface Leaf {
  /** As it was last read. */
  job: Job;
  /** It was removed meanwhile, and keeps its place. */
  isGone: boolean;
}

/** What is there to be seen of a page. Object URLs. */
export interface LeafPicture {
  /** The result, else the source, else its thumbnail. */
  url?: string | undefined;
  kind: 'result' | 'source' | 'thumb' | 'none';
  /** The source of a page that shows its result, while originals are wanted. */
  original?: string | undefined;
}

/** What the reader shows. */
export interface ReaderData {
  /** Undefined if it is not in the history. */
  batch: Batch | undefined;
  /** In the order of the page that they come from. */
  leaves: readonly Leaf[];
  /** Whether everything is paused. */
  isAllPaused: boolean;
}

/** What the reader asks of its page. */
export interface ReaderActions {
  /** Names the pages near the window, the most important first. Pictures of all others are let go. */
  show(ids: readonly string[]): void;
  /** Reads the sources of those pages as well, or lets them go. */
  wantOriginals(areWanted: boolean): void;
  choose(choices: ReaderChoices): void;
  /** Remembers where the person is. */
  keepPlace(place: ReadingPlace): void;
}
