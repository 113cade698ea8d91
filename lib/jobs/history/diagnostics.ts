import type { BatchSummary } from '../model/batch-counts';
import type { Job } from '../model/job';
import type { Counts } from '../model/query';

/** Input of a bug report. */
export interface DiagnosticsFacts {
  version: string;
  /** The browser's own name for itself. */
  userAgent: string;
  /** Language of the interface. */
  language: string;
  settings: Readonly<Record<string, unknown>>;
  /** Whether an account is signed in; never which. */
  account: string;
  hasConsent: boolean;
  access: {
    everywhere: boolean;
    sites: readonly string[];
    services: Readonly<Record<string, string>>;
  };
  counts: Counts;
  /** Bytes that the extension uses, if the browser reports it. */
  bytes?: number | undefined;
  batches: readonly BatchSummary[];
  /** The latest jobs, newest first. */
  jobs: readonly Job[];
  /** Unix ms. */
  now: number;
}

/** Maximum failures listed. */
const MAX_FAILURES = 15;
/** Settings that hold free text of the person. */
const OWN_WORDS: ReadonlySet<string> = new Set(['menuText', 'nameTemplate', 'folder']);
const CODE = /^[a-z][a-z0-9-]{1,40}$/;
const BROWSER_CODE = /^[A-Z][A-Z_]{1,40}$/;
const NUMBER = /^-?\d{1,12}$/;
/** Path of a field that an answer lacks, perhaps with the type of what is there. */
const PATH = /^(?:ret|body|data|Result)(?:[.[][\w\]<>]{1,40}){0,6}(?: is [a-z]{1,10})?$/;

/**
 * A bug report that is safe to publish: versions, choices, counts, and codes with their times. It holds no
 * address, name, id or text of a page, of a picture or of the service. Values of an unexpected form are
 * left out.
 */
export function diagnosticsOf(facts: DiagnosticsFacts): string {
  const { settings, access, counts, bytes, jobs } = facts;
  return [
    `Upscale with Dreamina ${facts.version}`,
    facts.userAgent,
    `interface ${facts.language}, written ${iso(facts.now)}`,
    '',
    `account ${facts.account}, consent ${yesNo(facts.hasConsent)}`,
    `access: ${Object.entries(access.services)
      .map(([site, state]) => `${site} ${state}`)
      .join(', ')}, everywhere ${yesNo(access.everywhere)}, single sites ${access.sites.length}`,
    `rows: ${Object.entries(counts)
      .map(([condition, count]) => `${condition} ${count}`)
      .join(', ')}`,
    ...(bytes === undefined ? [] : [`stored ${Math.round(bytes / 1e6)} MB`]),
    '',
    'Settings',
    ...Object.entries(settings).map(([field, value]) => `  ${field}: ${choiceOf(field, value)}`),
    '',
    'Batches',
    ...listOr(facts.batches.map(batchLine)),
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
  // Lists hold words of the person as well.
  if (Array.isArray(value)) return String(value.length);
  return typeof value === 'string' && /^[\w-]{1,20}$/.test(value) ? value : 'unknown';
}

function batchLine({ batch, counts, spent, jumps }: BatchSummary): string {
  const numbers = Object.entries(counts).map(([count, number]) => `${count} ${number}`);
  return [
    iso(batch.createdAt),
    batch.paused ? `paused by ${knownCode(batch.paused.by)}` : 'not paused',
    ...numbers,
    `spent ${spent} of ${batch.budget ?? 'any'}`,
    `price jumps ${jumps.length}`,
  ].join(', ');
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
    ...(detail?.missing && PATH.test(detail.missing) ? [`without ${detail.missing}`] : []),
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

/** One of our codes; anything else becomes `unknown`, because it may be private. */
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
