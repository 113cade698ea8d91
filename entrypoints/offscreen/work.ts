import type { DocumentWork } from '@/lib/browser/document-work';
import { createZipFile, readZipFile } from '@/lib/browser/files/zip-files';
import { createZipWriter, type ZipWriter } from '@/lib/browser/files/zip-writer';
import { zipPath } from '@/lib/images/naming/filename';
import { convert } from '@/lib/images/pipeline/convert';
import { cutPart } from '@/lib/images/pipeline/cut-part';
import { inspect } from '@/lib/images/pipeline/inspect';
import { prepare } from '@/lib/images/pipeline/prepare';
import { rasteriseSvg } from '@/lib/images/pipeline/rasterise-svg';
import { restoreTransparency } from '@/lib/images/pipeline/restore-transparency';
import { joinFiles } from '@/lib/images/pipeline/strips/strip-files';
import { type JobStore, blobKey as keyOf } from '@/lib/jobs/store/jobs';
import { createFileMaker } from './make-file';

/**
 * Does the work that needs a document: in Chrome's offscreen document, in Firefox's event page.
 */
export function createDocumentWork(
  store: Pick<JobStore, 'blob' | 'putBlob'>,
): DocumentWork & Pick<ZipWriter, 'running'> {
  const fileOf = createFileMaker({ convert, now: Date.now });

  async function bytesOf(key: string): Promise<Blob> {
    const blob = await store.blob(key);
    if (!blob) throw new Error(`no bytes under ${key}`);
    return blob;
  }

  return {
    ...createZipWriter({
      readBlob: store.blob,
      createFile: createZipFile,
      open: async (id) => URL.createObjectURL(await readZipFile(id)),
    }),
    warmUp: () => undefined,
    inspect: async (blobKey) => inspect(await bytesOf(blobKey)),

    async prepare({ blobKey, shownKey, ...request }) {
      const options = { ...request, rasteriseSvg, startCmyk };
      const { image, shown, ...facts } = await prepare(await bytesOf(blobKey), options);
      await store.putBlob(blobKey, image);
      if (shown) await store.putBlob(shownKey, shown);
      return facts;
    },

    async restoreTransparency({ blobKey, shownKey, transparency }) {
      const [result, shown] = [await bytesOf(blobKey), await bytesOf(shownKey)];
      const restored = await restoreTransparency(result, shown, transparency);
      await store.putBlob(blobKey, restored);
      return { bytes: restored.size };
    },

    async cutPart({ blobKey, plan, index }) {
      const part = await cutPart(await bytesOf(blobKey), plan, index);
      await store.putBlob(blobKey, part);
      return { bytes: part.size };
    },

    async joinParts({ plan, results }) {
      const files = await Promise.all(
        results.map(async ({ blobKey, ...size }) => ({ bytes: await bytesOf(blobKey), ...size })),
      );
      const { bytes, ...size } = await joinFiles(plan, files);
      const [first] = results;
      if (first) await store.putBlob(first.blobKey, bytes);
      return size;
    },

    nameZip: async ({ folder, at, name }) => zipPath(folder, at, name),

    async makeFile(request) {
      const result = await bytesOf(keyOf(request.job.id, 'result'));
      const { bytes, path, shortfall } = await fileOf(request, result);
      const isCopy = bytes !== result;
      const kind = request.purpose === 'zip' ? 'zip-copy' : 'copy';
      if (isCopy) await store.putBlob(keyOf(request.job.id, kind), bytes);
      return { path, isCopy, ...(shortfall && { shortfall }) };
    },
  };
}

/** The script of entrypoints/cmyk.ts. */
function startCmyk(): Worker {
  return new Worker('/cmyk.js');
}
