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
  /** The batch that the row belongs to, if any. */
  batch?: {
    name: string;
    /** Place on the page, from 0. */
    index: number;
    /** Images in the batch. */
    count: number;
  };
  /** A copy for a ZIP has a place of its own, beside that of a download. */
  purpose?: 'zip';
  /** Path of its source, which it gets in the ZIP, with the extension of its bytes; default: by the template. */
  place?: string;
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

/** A file of a ZIP. */
export interface ZipEntry {
  /** Id of the ZIP. */
  id: string;
  blobKey: string;
  /** Path in the ZIP. */
  name: string;
  /** Unix ms. */
  at: number;
}

/** The place of a ZIP. */
export interface ZipNameRequest {
  /** Without extension; default: by the time. */
  name?: string;
  /** Folders without fields, below the browser's downloads folder. */
  folder: string;
  /** Unix ms. */
  at: number;
}

/** Packs a ZIP, file by file. */
export interface ZipWork {
  /** Begins an empty ZIP, in place of an unfinished one. */
  openZip(id: string): Promise<void>;
  /**
   * @returns false if the bytes are gone or unreadable: the ZIP goes on without them
   * @throws DOMException `QuotaExceededError` on a full disk, and others if the ZIP cannot be written
   */
  addToZip(entry: ZipEntry): Promise<{ isPacked: boolean }>;
  /** Ends the ZIP. @returns the object URL of its bytes */
  closeZip(id: string): Promise<string>;
  /** Drops an unfinished ZIP. */
  discardZip(id: string): Promise<void>;
}
