import * as v from 'valibot';
import { IMAGE_TYPES } from '../model/image-types';
import { type ErrorCode, isEnded, type Job, LAST_MOMENT_MS, UPSCALERS } from '../model/job';
import { isErrorCode } from '../model/remedy';
import { addressWithoutUser } from '../model/without-user';

/**
 * The history as a file. It holds the rows without pictures and without secrets: no login, no address or
 * key of an upload, no link to a result.
 */

const FORMAT = 'upscale-with-dreamina/history';
const VERSION = 1;
/** Larger than any real history, bytes. */
export const LARGEST_FILE = 64_000_000;

const Text = (length: number) => v.pipe(v.string(), v.maxLength(length));
const Name = v.pipe(
  v.string(),
  v.transform((text) => text.slice(0, 500)),
);
/** A size, an amount or a time. */
const Count = v.pipe(v.number(), v.minValue(0), v.maxValue(LAST_MOMENT_MS));
/** A code that this version does not know becomes `internal`. */
const Code = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9-]{1,40}$/),
  v.transform((code): ErrorCode => (isErrorCode(code) ? code : 'internal')),
);
const Id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
/** An http(s) address without user name and password; any other address becomes empty. */
const WebAddress = v.fallback(
  v.pipe(
    Text(4_000),
    v.check((text) => /^https?:$/.test(URL.parse(text)?.protocol ?? '')),
    v.transform(addressWithoutUser),
  ),
  '',
);

const ImageType = v.picklist(IMAGE_TYPES);
const Tool = v.picklist(['super-resolution', 'smart-hd', 'fast-hd']);
const Stage = v.picklist([
  'queued',
  'acquired',
  'uploaded',
  'submitting',
  'generating',
  'ready',
  'done',
  'failed',
  'cancelled',
]);

const Submission = v.object({
  submitId: Id,
  tool: Tool,
  at: Count,
  part: v.exactOptional(Count),
  historyId: v.exactOptional(Id),
  outcome: v.exactOptional(
    v.picklist(['refused', 'failed', 'unconfirmed', 'abandoned', 'done', 'not-larger']),
  ),
});

const Row = v.object({
  id: Id,
  createdAt: Count,
  updatedAt: Count,
  finishedAt: v.exactOptional(Count),
  stage: Stage,
  name: Name,
  page: v.exactOptional(v.object({ url: WebAddress, title: Name, image: WebAddress })),
  options: v.object({
    target: v.picklist(['2k', '4k']),
    upscaler: v.picklist(UPSCALERS),
    detail: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  }),
  source: v.exactOptional(
    v.object({
      type: ImageType,
      width: Count,
      height: Count,
      bytes: Count,
      sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{0,64}$/)),
      sentType: ImageType,
      sentWidth: Count,
      sentHeight: Count,
      sentBytes: Count,
    }),
  ),
  submission: v.exactOptional(Submission),
  pastSubmissions: v.pipe(v.array(Submission), v.maxLength(200)),
  result: v.exactOptional(v.object({ width: Count, height: Count })),
  failure: v.exactOptional(
    v.object({
      code: Code,
      at: Stage,
      charged: v.picklist(['no', 'maybe']),
      isTaskOpen: v.exactOptional(v.literal(true)),
    }),
  ),
  credits: v.exactOptional(Count),
  batch: v.exactOptional(v.object({ id: Id, index: Count })),
});
type Row = v.InferOutput<typeof Row>;

const File = v.object({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  rows: v.array(v.unknown()),
});

/** A read file: rows to add, and how many could not be read. */
export interface HistoryFile {
  jobs: Job[];
  skipped: number;
}

/** The jobs as the text of a file, in the given order. Schemas drop every field they do not name. */
export function historyFile(jobs: readonly Job[], exportedAt: number): string {
  const rows = jobs.flatMap((job) => {
    const { origin } = job;
    const page = origin.kind === 'page' && {
      page: { url: origin.pageUrl, title: origin.pageTitle, image: origin.url },
    };
    const parsed = v.safeParse(Row, { ...job, ...page });
    return parsed.success ? [parsed.output] : [];
  });
  const file = { format: FORMAT, version: VERSION, exportedAt, rows };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/**
 * Reads such a file, which is untrusted. Skips invalid rows. Rows that had not ended become cancelled,
 * because another browser may still work on them.
 * @returns undefined if the file is no history
 */
export function readHistoryFile(text: string): HistoryFile | undefined {
  if (text.length > LARGEST_FILE) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  const file = v.safeParse(File, data);
  if (!file.success) return undefined;
  const rows = file.output.rows.map((row) => v.safeParse(Row, row));
  const jobs = rows.flatMap((row) => (row.success ? [jobOf(row.output)] : []));
  return { jobs, skipped: rows.length - jobs.length };
}

/** The order of a part is not followed: the results of the other parts are not here. */
function withoutPart<R extends Pick<Row, 'stage' | 'submission' | 'pastSubmissions'>>(row: R): R {
  const { submission, ...rest } = row;
  if (submission?.part === undefined || row.stage === 'done') return row;
  return { ...rest, pastSubmissions: [...row.pastSubmissions, submission] } as R;
}

/** A row without bytes. */
function jobOf({ page, source, result, failure, ...rest }: Row): Job {
  const { submission, ...row } = withoutPart(rest);
  return {
    ...row,
    isImported: true,
    ...(submission && { submission: { ...submission, isImported: true } }),
    stage: isEnded(row) ? row.stage : 'cancelled',
    rev: 0,
    finishedAt: row.finishedAt ?? row.updatedAt,
    origin: page
      ? {
          kind: 'page',
          url: page.image,
          pageUrl: page.url,
          pageTitle: page.title,
          frameUrl: page.url,
          tabId: -1,
          frameId: 0,
        }
      : { kind: 'file', blobKey: '', name: row.name },
    ...(source && { source: { ...source, changes: [] } }),
    ...(result && { result: { ...result, url: '' } }),
    ...(failure && { failure }),
    polls: 0,
    oddPolls: 0,
    attempt: 0,
  };
}
