import type { ImageType } from '@/lib/images/formats/types';
import type { Target } from '@/lib/jimeng/model/tools';
import type { Job, Shortfall } from '@/lib/jobs/model/job';
import type { Settings } from './storage/settings';

/** A file that is to be made of a stored result. */
export interface FileRequest {
  job: Job;
  /** Of the result. */
  type: ImageType;
  wish: Pick<Settings, 'format' | 'quality' | 'isNoteOn' | 'nameTemplate' | 'folder'>;
  /** Running number of the file, if its name mentions one. */
  counter?: number;
}

/** What became of it. */
export interface MadeFile {
  /** Below the browser's downloads folder. */
  path: string;
  /** Whether the file is a copy that lies beside the result now, and not the result itself. */
  isCopy: boolean;
  shortfall?: Shortfall;
}

export interface PrepareRequest {
  blobKey: string;
  target: Target;
}
