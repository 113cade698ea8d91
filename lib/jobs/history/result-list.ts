import type { Job } from '../model/job';
import { addressWithoutUser } from '../model/without-user';

/** One line of the list: what came from where. Absent values are empty. */
interface Line {
  name: string;
  /** Title and address of the page. */
  title: string;
  page: string;
  /** Address of the image. */
  image: string;
  /** px */
  width: number | '';
  height: number | '';
  resultWidth: number | '';
  resultHeight: number | '';
  target: string;
  upscaler: string;
  site: string;
  stage: string;
  credits: number | '';
  /** Name of the saved file, without folders. */
  file: string;
  /** When it ended, ISO 8601 in UTC. */
  finished: string;
}

const COLUMNS = [
  'name',
  'title',
  'page',
  'image',
  'width',
  'height',
  'resultWidth',
  'resultHeight',
  'target',
  'upscaler',
  'site',
  'stage',
  'credits',
  'file',
  'finished',
] as const satisfies readonly (keyof Line)[];

/** A cell that begins like this is a formula to a spreadsheet. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * The list as CSV (RFC 4180) in UTF-8 with a byte order mark, which spreadsheets need. Names and titles come from web
 * pages: an apostrophe keeps a spreadsheet from running them as formulas.
 */
export function resultCsv(jobs: readonly Job[]): string {
  const lines = jobs.map((job) => {
    const line = lineOf(job);
    return COLUMNS.map((column) => cell(line[column])).join(',');
  });
  return `\uFEFF${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}

/** The list as JSON: an array of objects. */
export function resultJson(jobs: readonly Job[]): string {
  return `${JSON.stringify(jobs.map(lineOf), null, 1)}\n`;
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function lineOf(job: Job): Line {
  const { origin, source, result, saved, finishedAt } = job;
  const page = origin.kind === 'page' ? origin : undefined;
  return {
    name: job.name,
    title: page?.pageTitle ?? '',
    page: webAddress(page?.pageUrl),
    image: webAddress(page?.url),
    width: source?.width ?? '',
    height: source?.height ?? '',
    resultWidth: result?.width ?? '',
    resultHeight: result?.height ?? '',
    target: job.options.target,
    upscaler: job.submission?.tool ?? '',
    site: job.site ?? '',
    stage: job.stage,
    credits: job.credits ?? '',
    file: saved?.state === 'saved' ? saved.fileName : '',
    finished: finishedAt === undefined ? '' : new Date(finishedAt).toISOString(),
  };
}

/** An http(s) address without user name and password. Others have megabytes, or mean nothing elsewhere. */
function webAddress(address = ''): string {
  return /^https?:/i.test(address) ? addressWithoutUser(address) : '';
}
