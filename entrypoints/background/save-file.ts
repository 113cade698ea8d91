import type { Settings } from '@/lib/browser/settings';
import { backgroundMessages } from '@/lib/i18n/background-messages';
import type { convert } from '@/lib/images/convert';
import { isCounting, savePath } from '@/lib/images/filename';
import { withProvenance } from '@/lib/images/provenance';
import type { ImageType } from '@/lib/images/types';
import type { Job } from '@/lib/jobs/job';
import type { FileToSave, SaveDeps } from '@/lib/jobs/save';
import { isKept } from '@/lib/jobs/selectors';
import { toolsEn } from '@/locales/tools.en';

export interface FileMakerDeps {
  settings(): Promise<Settings>;
  convert: typeof convert;
  /** The next running number, asked for only if the name mentions it. */
  nextNumber(): Promise<number>;
  /** Unix ms. */
  now(): number;
}

/**
 * Makes a file of a result by the settings of the moment: format, note, name. What cannot be done
 * to the bytes is left undone and said (`shortfall`), because an unchanged picture is better than none.
 */
export function createFileMaker(deps: FileMakerDeps): SaveDeps['makeFile'] {
  return async (job, result, type) => {
    const settings = await deps.settings();
    const file = await inFormat(result, type, settings);
    const { bytes, shortfall } = settings.isNoteOn && !isKept(job) ? await noted(job, file) : file;
    const rule = { template: settings.nameTemplate, folder: settings.folder };
    const counter = isCounting(rule) ? await deps.nextNumber() : undefined;
    const path = savePath(rule, { ...factsOf(job), type: file.type, counter, at: deps.now() });
    return { bytes, path, conflict: settings.conflict, ...(shortfall && { shortfall }) };
  };

  async function inFormat(result: Blob, type: ImageType, settings: Settings): Promise<Made> {
    const { format, quality } = settings;
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
      upscaler: submission ? toolsEn[submission.tool] : '',
      target: backgroundMessages('en').menu.targets[options.target],
    };
    try {
      return { ...file, bytes: await withProvenance(file.bytes, file.type, note) };
    } catch {
      return { ...file, shortfall: file.shortfall ?? 'note' };
    }
  }
}

type Made = Pick<FileToSave, 'bytes' | 'shortfall'> & { type: ImageType };

function factsOf({ id, name, origin, options, submission, source, result }: Job) {
  const isPage = origin.kind === 'page';
  return {
    id,
    name,
    target: options.target,
    upscaler: submission?.tool ?? 'original',
    host: isPage ? (URL.parse(origin.pageUrl)?.hostname.replace(/^www\./, '') ?? '') : '',
    title: isPage ? origin.pageTitle : '',
    width: result?.width ?? 0,
    height: result?.height ?? 0,
    scale: source && result && source.width > 0 ? result.width / source.width : undefined,
  };
}
