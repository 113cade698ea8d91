import type { Job } from '../model/job';
import type { Counts } from '../model/query';

/** What a report for a bug is made of. */
export interface DiagnosticsFacts {
  version: string;
  /** The browser's own name for itself. */
  userAgent: string;
  /** Language of the interface. */
  language: string;
  settings: Readonly<Record<string, unknown>>;
  /** Whether anybody is signed in; never who. */
  account: string;
  hasConsent: boolean;
  access: { everywhere: boolean; sites: readonly string[]; service: boolean };
  counts: Counts;
  /** Bytes that the browser keeps for the extension, if it says so. */
  bytes?: number | undefined;
  /** The latest rows, newest first. */
  jobs: readonly Job[];
  /** Unix ms. */
  now: number;
}

/** Failures that are listed. */
const MAX_FAILURES = 15;
/** Settings that hold words of the person's own. */
const OWN_WORDS: ReadonlySet<string> = new Set(['nameTemplate', 'folder']);
const CODE = /^[a-z][a-z0-9-]{1,40}$/;
const BROWSER_CODE = /^[A-Z][A-Z_]{1,40}$/;
const NUMBER = /^-?\d{1,12}$/;

/**
 * A report for a bug that may be read by everybody: versions, choices, counts, and codes with their
 * times. No address, name, id or word of a page, of a picture or of the service is in it; what is
 * not of the expected form is left out.
 */
export function diagnosticsOf(facts: DiagnosticsFacts): string {
  const { settings, access, counts, bytes, jobs } = facts;
  return [
    `Upscale with Dreamina ${facts.version}`,
    facts.userAgent,
    `interface ${facts.language}, written ${iso(facts.now)}`,
    '',
    `account ${facts.account}, consent ${yesNo(facts.hasConsent)}`,
    `access: service ${yesNo(access.service)}, everywhere ${yesNo(access.everywhere)}, single sites ${access.sites.length}`,
    `rows: ${Object.entries(counts)
      .map(([condition, count]) => `${condition} ${count}`)
      .join(', ')}`,
    ...(bytes === undefined ? [] : [`stored ${Math.round(bytes / 1e6)} MB`]),
    '',
    'Settings',
    ...Object.entries(settings).map(([field, value]) => `  ${field}: ${choiceOf(field, value)}`),
    '',
    'Last failures',
    ...listOr(jobs.filter(({ stage }) => stage === 'failed').map(failureLine)),
    '',
    'Waiting',
    ...listOr(jobs.flatMap((job) => (job.waiting ? [waitingLine(job, facts.now)] : []))),
    '',
    'Files that were not written',
    ...listOr(jobs.flatMap(unsavedLine)),
  ].join('\n');
}

function choiceOf(field: string, value: unknown): string {
  if (OWN_WORDS.has(field)) return value === '' ? 'empty' : 'own words';
  if (typeof value === 'boolean') return yesNo(value);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && /^[\w-]{1,20}$/.test(value) ? value : 'unknown';
}

function failureLine(job: Job): string {
  const { failure, options, submission } = job;
  const { code, at, charged, detail } = failure ?? {};
  const number = [detail?.ret, detail?.failCode].find((each) => each && NUMBER.test(each));
  return [
    iso(job.finishedAt ?? job.updatedAt),
    knownCode(code),
    `in ${knownCode(at)}`,
    `charged ${knownCode(charged)}`,
    knownCode(options.target),
    knownCode(submission?.tool ?? options.upscaler),
    ...(number === undefined ? [] : [`answer ${number}`]),
  ].join(' ');
}

function waitingLine({ waiting, stage }: Job, now: number): string {
  const minutes = Math.round((now - (waiting?.since ?? now)) / 60_000);
  return `${knownCode(waiting?.reason)} in ${knownCode(stage)} for ${minutes} min`;
}

function unsavedLine({ saved }: Job): string[] {
  if (saved?.state !== 'failed') return [];
  const { at, reason } = saved;
  return [`${iso(at)} ${BROWSER_CODE.test(reason) ? reason : knownCode(reason)}`];
}

function listOr(lines: string[]): string[] {
  return lines.length > 0 ? lines.slice(0, MAX_FAILURES).map((line) => `  ${line}`) : ['  none'];
}

/** A code of ours; anything else says nothing that is known to be harmless. */
function knownCode(code: string | undefined): string {
  return code !== undefined && (CODE.test(code) || /^[24]k$/.test(code)) ? code : 'unknown';
}

function iso(at: number): string {
  const when = new Date(at);
  return Number.isNaN(when.getTime()) ? 'unknown' : when.toISOString();
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}
