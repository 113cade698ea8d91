import type { FileRequest } from '@/lib/browser/document-requests';
import type { DocumentWork } from '@/lib/browser/document-work';
import type { Settings } from '@/lib/browser/storage/settings';
import { isCounting, zipFolders } from '@/lib/images/naming/name-template';
import type { SaveDeps } from '@/lib/jobs/engine/save';
import type { ZipDeps } from '@/lib/jobs/engine/save-zip';
import type { Job } from '@/lib/jobs/model/job';
import { blobKey } from '@/lib/jobs/store/jobs';

/** What the offscreen document cannot know. */
export interface FileRequesterDeps {
  settings(): Promise<Settings>;
  /** The next running number. Used only if the template contains it. */
  nextNumber(): Promise<number>;
  /** The batch that a row belongs to. */
  batchOf(job: Job): Promise<FileRequest['batch']>;
}

/** Requests the file of a result, with the current settings. */
export function createFileRequester(
  work: Pick<DocumentWork, 'makeFile' | 'nameZip'>,
  { settings, nextNumber, batchOf }: FileRequesterDeps,
): Pick<SaveDeps, 'makeFile'> & Pick<ZipDeps, 'zipPath'> {
  return {
    async makeFile(job, type, purpose, place) {
      const { conflict, format, quality, isNoteOn, nameTemplate, folder: whole } = await settings();
      const folder = purpose === 'zip' ? zipFolders(whole).inside : whole;
      const wish = { format, quality, isNoteOn, nameTemplate, folder };
      const isNumbered = place === undefined && (isCounting(folder) || isCounting(nameTemplate));
      const counter = isNumbered && { counter: await nextNumber() };
      const batch = await batchOf(job);
      const request = {
        job,
        type,
        wish,
        ...counter,
        ...(batch && { batch }),
        ...(purpose && { purpose }),
        ...(place !== undefined && { place }),
      };
      const { isCopy, ...made } = await work.makeFile(request);
      const copy = purpose === 'zip' ? 'zip-copy' : 'copy';
      return { ...made, blobKey: blobKey(job.id, isCopy ? copy : 'result'), conflict };
    },

    async zipPath(at, name) {
      const { conflict, folder } = await settings();
      const outside = zipFolders(folder).outside;
      const path = await work.nameZip({ folder: outside, at, ...(name !== undefined && { name }) });
      return { path, conflict };
    },
  };
}
