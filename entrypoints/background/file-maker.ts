import type { DocumentWork } from '@/lib/browser/document-work';
import type { Settings } from '@/lib/browser/storage/settings';
import { isCounting } from '@/lib/images/naming/name-template';
import type { SaveDeps } from '@/lib/jobs/engine/save';
import { blobKey } from '@/lib/jobs/store/jobs';

/** What the offscreen document cannot know. */
export interface FileMakerDeps {
  settings(): Promise<Settings>;
  /** The next file number; requested only if the name template uses it. */
  nextNumber(): Promise<number>;
}

/** Makes a file of a result with the current settings. */
export function createFileMaker(
  work: Pick<DocumentWork, 'makeFile'>,
  { settings, nextNumber }: FileMakerDeps,
): SaveDeps['makeFile'] {
  return async (job, type) => {
    const { conflict, format, quality, isNoteOn, nameTemplate, folder } = await settings();
    const wish = { format, quality, isNoteOn, nameTemplate, folder };
    const number = isCounting(folder) || isCounting(nameTemplate) ? await nextNumber() : undefined;
    const counter = number !== undefined && { counter: number };
    const { isCopy, ...made } = await work.makeFile({ job, type, wish, ...counter });
    return { ...made, blobKey: blobKey(job.id, isCopy ? 'copy' : 'result'), conflict };
  };
}
