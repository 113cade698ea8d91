import type { ImageType } from '@/lib/images/formats/types';
import type { Target } from '@/lib/jimeng/model/tools';
import type { Job, Shortfall } from '@/lib/jobs/model/job';
import type { Settings } from './storage/settings';

/** A request to make a file of a stored result. */
export interface FileRequest {
  job: Job;
  /** Of the result. */
  type: ImageType;
  wish: Pick<Settings, 'format' | 'quality' | 'isNoteOn' | 'nameTemplate' | 'folder'>;
  /** Counter of the file, if its name template uses it. */
  counter?: number;
}

/** The file that was made. */
export interface MadeFile {
  /** Path inside the browser's downloads folder. */
  path: string;
  /** Whether the file is a stored copy, not the result itself. */
  isCopy: boolean;
  shortfall?: Shortfall;
}

export interface PrepareRequest {
  blobKey: string;
  target: Target;
}
