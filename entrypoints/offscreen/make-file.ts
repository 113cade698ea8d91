import type { FileRequest } from '@/lib/browser/document-requests';
import { menu } from '@/lib/i18n/locales/en/menu';
import { tools } from '@/lib/i18n/locales/en/tools';
import { withProvenance } from '@/lib/images/formats/provenance';
import type { ImageType } from '@/lib/images/formats/types';
import { savePath } from '@/lib/images/naming/filename';
import { sourcePath } from '@/lib/images/naming/source-path';
import type { convert } from '@/lib/images/pipeline/convert';
import { placeOf } from '@/lib/jobs/model/given-back';
import type { Job, Shortfall } from '@/lib/jobs/model/job';
import { isKept } from '@/lib/jobs/model/selectors';

export interface FileMakerDeps {
  convert: typeof convert;
  /** Unix ms. */
  now(): number;
}

/** A result as it is written to disk. */
export interface NamedFile {
  /** The result itself, or a copy of it in another format or with a note. */
  bytes: Blob;
  /** Below the browser's downloads folder. */
  path: string;
  shortfall?: Shortfall;
}

/**
 * Makes the file of a result: format, note and name by the person's settings. If a step fails, the file
 * is saved without it and says so (`shortfall`): an unchanged image is better than none.
 */
export function createFileMaker(
  deps: FileMakerDeps,
): (request: FileRequest, result: Blob) => Promise<NamedFile> {
  return async ({ job, type, wish, counter, batch, place }, result) => {
    const file = await inFormat(result, type, wish);
    const { bytes, shortfall } = wish.isNoteOn && !isKept(job) ? await noted(job, file) : file;
    const rule = { template: wish.nameTemplate, folder: wish.folder };
    const facts = { ...factsOf(job), ...batchFacts(batch), type: file.type, counter };
    const path =
      place === undefined
        ? savePath(rule, { ...facts, at: deps.now() })
        : sourcePath(place, file.type);
    return { bytes, path, ...(shortfall && { shortfall }) };
  };

  async function inFormat(result: Blob, type: ImageType, wish: FileRequest['wish']): Promise<Made> {
    const { format, quality } = wish;
    if (format === 'original') return { bytes: result, type };
    try {
      return { bytes: await deps.convert(result, type, format, quality), type: format };
    } catch {
      return { bytes: result, type, shortfall: 'format' };
    }
  }

  async function noted(job: Job, file: Made): Promise<Made> {
    const { submission, options, origin } = job;
    const note = {
      page: origin.kind === 'page' ? origin.pageUrl : undefined,
      at: job.finishedAt ?? deps.now(),
      upscaler: submission ? tools[submission.tool] : '',
      target: menu.targets[options.target],
    };
    try {
      return { ...file, bytes: await withProvenance(file.bytes, file.type, note) };
    } catch {
      return { ...file, shortfall: file.shortfall ?? 'note' };
    }
  }
}

type Made = Pick<NamedFile, 'bytes' | 'shortfall'> & { type: ImageType };

function factsOf({ id, name, origin, options, submission, source, result }: Job) {
  const isPage = origin.kind === 'page';
  return {
    id,
    name,
    target: options.target,
    upscaler: submission?.tool ?? 'original',
    host: isPage ? (URL.parse(origin.pageUrl)?.hostname.replace(/^www\./, '') ?? '') : '',
    title: isPage ? origin.pageTitle : '',
    folder: folderOf(placeOf(origin)),
    alt: isPage ? origin.alt : undefined,
    width: result?.width ?? 0,
    height: result?.height ?? 0,
    scale: source && result && source.width > 0 ? result.width / source.width : undefined,
  };
}

/** A path without its last part. */
function folderOf(path = ''): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function batchFacts(batch: FileRequest['batch']) {
  return batch && { batch: batch.name, index: { value: batch.index + 1, of: batch.count } };
}
