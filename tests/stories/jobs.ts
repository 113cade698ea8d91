/** Sample rows: one of every stage, waiting reason and error code, and names that try to break the layout. */
import { IMAGE_ERRORS } from '@/lib/images/formats/errors';
import { JIMENG_ERRORS } from '@/lib/jimeng/model/errors';
import {
  type ErrorCode,
  type Failure,
  JOB_ERRORS,
  type Job,
  type Waiting,
} from '@/lib/jobs/model/job';
import { SOURCE_ERRORS } from '@/lib/sources/errors';
import { endedStrips, runningStrips, STRIP_WAITS } from './strips';

/** A fixed moment: 22 November 2026, 15:00 local time. */
export const NOW = new Date(2026, 10, 22, 15).getTime();

export const ALL_CODES: readonly ErrorCode[] = [
  ...new Set([...JIMENG_ERRORS, ...IMAGE_ERRORS, ...SOURCE_ERRORS, ...JOB_ERRORS]),
];

/** A row that was just made, with the given parts changed. */
export function sampleJob(parts: Partial<Job> = {}): Job {
  return {
    id: 'job-1',
    rev: 1,
    createdAt: NOW - 20_000,
    updatedAt: NOW - 1_000,
    stage: 'queued',
    name: 'harbour-at-dawn',
    origin: {
      kind: 'page',
      url: 'https://cdn.example.com/harbour.jpg',
      pageUrl: 'https://gallery.example/harbours/7',
      pageTitle: 'Harbours',
      tabId: 1,
      frameId: 0,
      frameUrl: 'https://gallery.example/harbours/7',
    },
    options: { target: '2k', upscaler: 'auto', detail: 0.5 },
    pastSubmissions: [],
    polls: 0,
    oddPolls: 0,
    attempt: 0,
    ...parts,
  };
}

const source: NonNullable<Job['source']> = {
  type: 'jpeg',
  width: 1024,
  height: 768,
  bytes: 180_000,
  sha256: '00',
  changes: [],
  sentType: 'jpeg',
  sentWidth: 1024,
  sentHeight: 768,
  sentBytes: 1_000,
};

/** Larger than 2K as it is. */
const large: typeof source = { ...source, width: 4096, height: 3072, bytes: 3_400_000 };

/** Found behind the smaller one that was shown. */
const original: typeof source = {
  ...source,
  width: 1600,
  height: 1200,
  via: 'larger-original',
  original: { host: 'images.example.com', shown: { width: 300, height: 225 } },
};

const submission: NonNullable<Job['submission']> = {
  submitId: 's-1',
  tool: 'smart-hd',
  at: NOW - 9_000,
  historyId: 'h-1',
  forecastMs: 12_000,
};

const ordered: Partial<Job> = { source, submission };

const finished: Partial<Job> = {
  source,
  submission: { ...submission, at: NOW - 14_000, outcome: 'done' },
  stage: 'done',
  finishedAt: NOW,
  credits: 1,
  result: { url: 'https://p.example/r', width: 2880, height: 2160, type: 'png', bytes: 7_000_000 },
};

/** Rows that move by themselves. */
export const RUNNING: Record<string, Job> = {
  queued: sampleJob({ stage: 'queued' }),
  acquired: sampleJob({ stage: 'acquired', source, name: 'mushroom study' }),
  'upload retried': sampleJob({ stage: 'acquired', source, attempt: 2, notBefore: NOW + 12_000 }),
  uploaded: sampleJob({ stage: 'uploaded', source }),
  submitting: sampleJob({ stage: 'submitting', ...ordered }),
  'looking for it': sampleJob({ stage: 'submitting', ...ordered, polls: 2 }),
  generating: sampleJob({ stage: 'generating', ...ordered }),
  'generating, late': sampleJob({
    stage: 'generating',
    ...ordered,
    submission: { ...submission, at: NOW - 75_000 },
  }),
  'generating, in the queue': sampleJob({
    stage: 'generating',
    ...ordered,
    submission: { ...submission, queue: { place: 4_231, length: 141_681 } },
  }),
  'generating with another tool': sampleJob({
    stage: 'generating',
    ...ordered,
    submission: { ...submission, tool: 'super-resolution' },
    pastSubmissions: [{ ...submission, submitId: 's-0', outcome: 'failed' }],
  }),
  'generating after no enlargement': sampleJob({
    stage: 'generating',
    ...ordered,
    submission: { ...submission, tool: 'fast-hd' },
    pastSubmissions: [{ ...submission, submitId: 's-0', outcome: 'not-larger' }],
  }),
  'generating from a smaller file': sampleJob({
    stage: 'generating',
    ...ordered,
    smaller: { state: 'made', at: NOW - 10_000 },
    pastSubmissions: [{ ...submission, submitId: 's-0', at: NOW - 20_000, outcome: 'failed' }],
  }),
  ...runningStrips(sampleJob, NOW),
  'a larger original': sampleJob({ stage: 'uploaded', source: original }),
  'from the screen': sampleJob({
    stage: 'generating',
    ...ordered,
    source: { ...source, width: 640, height: 480, via: 'screen' },
  }),
  ready: sampleJob({
    stage: 'ready',
    ...ordered,
    result: { url: 'https://p.example/r', width: 2880, height: 2160 },
  }),
};

const elsewhere = { reason: 'other-account', since: NOW, signedIn: 'id-2' } as const;

const forHost = (host: string) =>
  ({ reason: 'permission', since: NOW, pattern: `https://${host}/*`, host }) as const;

const reasons: Record<string, Waiting> = {
  'sign-in': { reason: 'sign-in', since: NOW },
  consent: { reason: 'consent', since: NOW },
  'page consent': { reason: 'page-consent', since: NOW },
  permission: forHost('cdn.example.com'),
  'permission, long host': forHost('images-eu-west-1.production.a-rather-long-name.example.com'),
  'permission for the site': {
    reason: 'permission',
    since: NOW,
    pattern: 'https://*.capcut.com/*',
    host: 'dreamina.capcut.com',
    site: 'dreamina',
  },
  'permission for the upload': forHost('tos-hl-x.upload.example'),
  'permission for the result': forHost('p16-dreamina-sign.results.example'),
  network: { reason: 'network', since: NOW },
  'credits gone': { reason: 'credits', since: NOW, code: 'no-credits', balance: 2 },
  'daily limit': { reason: 'credits', since: NOW, code: 'daily-limit' },
  membership: { reason: 'credits', since: NOW, code: 'membership-needed' },
  busy: { reason: 'cool-down', since: NOW, code: 'busy' },
  'risk control': { reason: 'cool-down', since: NOW, code: 'risk-control' },
  'still running': { reason: 'still-running', since: NOW - 3_600_000, polledAt: NOW - 1_500_000 },
  duplicate: { reason: 'duplicate', since: NOW, duplicateId: 'job-0' },
  'duplicate of a running one': {
    reason: 'duplicate',
    since: NOW,
    duplicateId: 'job-0',
    duplicateState: 'running',
  },
  'duplicate of an unconfirmed one': {
    reason: 'duplicate',
    since: NOW,
    duplicateId: 'job-0',
    duplicateState: 'unconfirmed',
  },
  'duplicate of one that is gone': {
    reason: 'duplicate',
    since: NOW,
    duplicateId: 'job-0',
    duplicateState: 'gone',
  },
  'already large': { reason: 'already-large', since: NOW },
  ...STRIP_WAITS,
  'already large, a larger original': { reason: 'already-large', since: NOW },
  'other account, uploaded': { ...elsewhere, account: 'id-1', name: 'Lin' },
  'other account, ordered': { ...elsewhere, account: 'id-1', name: 'Lin' },
  'other account, long name': {
    ...elsewhere,
    account: 'id-1',
    name: 'صور البحر \u202eLinlinlinlinlinlinlinlinlinlinlinlinlinlinlinlin',
  },
  'other account, no name': { ...elsewhere, account: 'id-1' },
  'account not known': elsewhere,
};

/** What is different about some of them. */
const special: Record<string, Partial<Job>> = {
  permission: { stage: 'queued' },
  'permission, long host': { stage: 'queued' },
  'permission for the upload': { stage: 'acquired' },
  'permission for the result': {
    stage: 'ready',
    submission,
    result: { url: 'https://p16-dreamina-sign.results.example/r', width: 2880, height: 2160 },
  },
  'still running': {
    stage: 'generating',
    submission: { ...submission, at: NOW - 7_200_000 },
    notBefore: NOW + 600_000,
  },
  'already large': { source: large },
  'other account, ordered': { stage: 'generating', submission },
  'account not known': { stage: 'generating', submission },
  'already large, a larger original': { source: { ...large, via: 'larger-original' } },
};

const options = { target: '4k', upscaler: 'auto', detail: 0.5 } as const;

/** Rows that wait for a person or for better times. */
export const WAITING: Record<string, Job> = Object.fromEntries(
  Object.entries(reasons).map(([title, waiting]) => [
    title,
    sampleJob({
      stage: 'uploaded',
      source,
      waiting,
      options: special[title] ? { ...options, target: '2k' } : options,
      ...special[title],
    }),
  ]),
);

/** Rows that have ended other than by failing. */
export const ENDED: Record<string, Job> = {
  done: sampleJob({ ...finished, name: 'night-lake' }),
  ...endedStrips(sampleJob, NOW),
  saving: sampleJob({ ...finished, saved: { state: 'saving', at: NOW } }),
  saved: sampleJob({
    ...finished,
    saved: { state: 'saved', at: NOW, downloadId: 1, fileName: 'harbour_2k.png', bytes: 7_000_000 },
  }),
  'saved, not converted': sampleJob({
    ...finished,
    saved: {
      state: 'saved',
      at: NOW,
      downloadId: 1,
      fileName: 'harbour_2k.png',
      bytes: 7_000_000,
      shortfall: 'format',
    },
  }),
  'save failed': sampleJob({
    ...finished,
    saved: { state: 'failed', at: NOW, reason: 'FILE_NO_SPACE' },
  }),
  'from a file': sampleJob({
    ...finished,
    origin: { kind: 'file', blobKey: 'b', name: 'scan 12.png' },
    name: 'scan 12',
    result: { url: '', width: 7680, height: 5760 },
    credits: 12,
    options: { target: '4k', upscaler: 'auto', detail: 0.5 },
  }),
  kept: sampleJob({ stage: 'done', finishedAt: NOW, source: large }),
  'kept, a larger original': sampleJob({
    stage: 'done',
    finishedAt: NOW,
    source: { ...large, via: 'larger-original' },
  }),
  'done, a larger original': sampleJob({ ...finished, source: original }),
  'done, from the screen': sampleJob({
    ...finished,
    source: { ...source, width: 640, height: 480, via: 'screen' },
    result: { url: 'https://p.example/r', width: 2160, height: 1620 },
  }),
  cancelled: sampleJob({ stage: 'cancelled', finishedAt: NOW }),
  'cancelled late': sampleJob({ stage: 'cancelled', finishedAt: NOW, ...ordered }),
  'saved, the result removed to save space': sampleJob({
    ...finished,
    result: { url: '', width: 5760, height: 4320, bytes: 7_000_000, removedAt: NOW },
    saved: { state: 'saved', at: NOW, downloadId: 1, fileName: 'harbour_2k.png', bytes: 7_000_000 },
  }),
};

/** A failed row for a code. */
export function failedJob(code: ErrorCode, failure: Partial<Failure> = {}): Job {
  const isAboutHost = code.startsWith('source-');
  return sampleJob({
    stage: 'failed',
    finishedAt: NOW,
    source,
    options: { target: '4k', upscaler: 'auto', detail: 0.5 },
    failure: {
      code,
      at: 'generating',
      charged: code === 'submit-unconfirmed' ? 'maybe' : 'no',
      detail: {
        ...(isAboutHost && { host: 'cdn.example.com' }),
        ret: '9999',
        said: '系统繁忙，请稍后再试',
      },
      ...failure,
    },
  });
}

/** One failed row per code. */
export const FAILED: Record<string, Job> = Object.fromEntries(
  ALL_CODES.map((code) => [code, failedJob(code)]),
);

/** Names a page might supply. */
export const NAMES: Record<string, string> = {
  long: `a-name-that-goes-on-${'and-on-'.repeat(40)}without-a-space`,
  'direction override': 'holiday‮gpj.exe',
  'right to left': 'صورة جميلة للبحر عند الغروب في الصيف الماضي مع العائلة',
  emoji: '👩‍👩‍👧‍👦 family 🏖️ 2026 ✨✨✨✨✨✨✨✨✨✨✨✨✨✨✨✨✨✨✨✨✨',
  cjk: '清晨的港口与远处的山峦——摄于二零二六年秋天的一个安静的早晨，雾气还没有散去',
  markup: '<img src=x onerror=alert(1)><script>alert(2)</script>',
  empty: '',
};

/** The rows with ids of their own, the first one newest. */
export function asList(jobs: Iterable<Job>): Job[] {
  return [...jobs].map((job, index) => ({
    ...job,
    id: `job-${index}`,
    createdAt: job.createdAt - index * 1000,
  }));
}

/** A long history over many days. */
export function manyJobs(count: number): Job[] {
  const kinds = [...Object.values(ENDED), FAILED['membership-needed'] ?? sampleJob()];
  return Array.from({ length: count }, (_, index) => ({
    ...(kinds[index % kinds.length] ?? sampleJob()),
    id: `job-${index}`,
    name: `picture ${index + 1}`,
    createdAt: NOW - index * 5 * 3_600_000,
  }));
}
