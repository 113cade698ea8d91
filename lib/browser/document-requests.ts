import type { StripPlan } from '@/lib/images/formats/strip-plan';
import type {
  Background,
  ImageType,
  PreparedImage,
  Transparency,
} from '@/lib/images/formats/types';
import type { Limits } from '@/lib/images/pipeline/pass-through';
import type { Target } from '@/lib/jimeng/model/tools';
import type { Job, Shortfall } from '@/lib/jobs/model/job';
import type { Settings } from './storage/settings';

/** Makes a file of a stored result. */
export interface FileRequest {
  job: Job;
  /** Type of the stored result. */
  type: ImageType;
  wish: Pick<Settings, 'format' | 'quality' | 'isNoteOn' | 'nameTemplate' | 'folder'>;
  /** Running number, if the name template uses one. */
  counter?: number;
}

/** The file that was made. */
export interface MadeFile {
  /** Relative to the browser's downloads folder. */
  path: string;
  /** Whether the file is a copy stored beside the result; otherwise it is the result itself. */
  isCopy: boolean;
  shortfall?: Shortfall;
}

/** What is known of a prepared picture; its bytes are in the store. */
export type PreparedFacts = Omit<PreparedImage, 'image' | 'shown'>;

/** Prepares a picture in place. Its transparent version, if it has one, is stored under `shownKey`. */
export interface PrepareRequest {
  blobKey: string;
  shownKey: string;
  target: Target;
  limits?: Limits;
  background?: Background;
}

/** Gives a result its transparency back, in place. */
export interface RestoreRequest {
  blobKey: string;
  shownKey: string;
  transparency: Transparency;
}

/** Cuts a part out of a long picture, and stores it in place of that. */
export interface CutRequest {
  blobKey: string;
  plan: StripPlan;
  /** From 0. */
  index: number;
}

/** Joins results, and stores the joined picture in place of the first. */
export interface JoinRequest {
  plan: StripPlan;
  /** In the order of the parts; sizes in px. */
  results: { blobKey: string; width: number; height: number }[];
}
