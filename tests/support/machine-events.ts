/** Rows in every stage and one event of every kind, for the tests of the state machine. */
import type { ErrorCode, Failure, Job, Stage, Submission } from '@/lib/jobs/model/job';
import type { JobEvent } from '@/lib/jobs/model/job-event';
import { sampleJob } from '@/tests/stories/jobs';

export const NOW = Date.UTC(2026, 10, 22, 12);
export const ALL_STAGES = [
  'queued',
  'acquired',
  'uploaded',
  'submitting',
  'generating',
  'ready',
  'done',
  'failed',
  'cancelled',
] as const satisfies readonly Stage[];

export const source: NonNullable<Job['source']> = {
  type: 'jpeg',
  width: 800,
  height: 600,
  bytes: 1_000,
  sha256: 'ab',
  changes: [],
  sentType: 'jpeg',
  sentWidth: 800,
  sentHeight: 600,
  sentBytes: 1_000,
};
export const upload = { uri: 'tos/1', at: NOW - 60_000 };
export const submission: Submission = { submitId: 's-1', tool: 'smart-hd', at: NOW - 30_000 };
export const result = { url: 'https://p.example/r', width: 1600, height: 1200 };
export const signIn = { reason: 'sign-in', since: NOW } as const;

/** One event of every kind. */
export const EVENTS: { [Type in JobEvent['type']]: JobEvent & { type: Type } } = {
  acquired: { type: 'acquired', source },
  'drawing-begun': { type: 'drawing-begun' },
  kept: { type: 'kept' },
  rerouted: {
    type: 'rerouted',
    origin: { kind: 'file', blobKey: 'inbox-2/file', name: 'other.png' },
  },
  uploaded: { type: 'uploaded', uri: 'tos/2', account: 'id-1' },
  'upload-stale': { type: 'upload-stale' },
  'input-missing': { type: 'input-missing' },
  'page-ready': { type: 'page-ready' },
  'submission-begun': { type: 'submission-begun', submission },
  accepted: { type: 'accepted', historyId: 'h-1', forecastMs: 9_000, notBefore: NOW + 5_000 },
  'submission-refused': { type: 'submission-refused', waiting: signIn },
  polled: { type: 'polled', odd: false, notBefore: NOW + 1_000 },
  'not-found': { type: 'not-found' },
  'tool-failed': { type: 'tool-failed' },
  finished: { type: 'finished', result, historyId: 'h-2' },
  'link-expired': { type: 'link-expired' },
  collected: { type: 'collected', result: { ...result, type: 'png', bytes: 5 } },
  'part-collected': { type: 'part-collected', next: 1 },
  'part-lost': {
    type: 'part-lost',
    part: 0,
    question: { reason: 'several-orders', since: NOW, count: 1, isMore: true },
  },
  'not-enlarged': { type: 'not-enlarged', result: { ...result, type: 'png', bytes: 5 } },
  settled: { type: 'settled' },
  'smaller-wanted': { type: 'smaller-wanted' },
  shrunk: { type: 'shrunk', source: { ...source, sentBytes: 500, changes: ['shrunk'] } },
  'cost-seen': { type: 'cost-seen', credits: 2 },
  'refund-seen': { type: 'refund-seen', refund: 'yes' },
  postponed: { type: 'postponed', notBefore: NOW + 1_000 },
  waits: { type: 'waits', waiting: signIn },
  held: {
    type: 'held',
    waiting: { reason: 'cool-down', since: NOW, code: 'risk-control' },
    notBefore: NOW + 600_000,
  },
  resumed: { type: 'resumed' },
  failed: { type: 'failed', failure: { code: 'busy', charged: 'no' } },
  cancelled: { type: 'cancelled' },
  'site-chosen': { type: 'site-chosen', site: 'dreamina' },
  'started-over': { type: 'started-over' },
  retried: { type: 'retried' },
  'save-changed': {
    type: 'save-changed',
    saved: { state: 'saving', at: NOW },
  },
};

const OPEN = 'queued acquired uploaded submitting generating ready';
export const LEGAL: Record<JobEvent['type'], string> = {
  acquired: 'queued',
  'drawing-begun': 'queued acquired ready',
  kept: 'acquired',
  rerouted: 'queued failed',
  uploaded: 'acquired',
  'site-chosen': 'acquired uploaded',
  'upload-stale': 'uploaded',
  'input-missing': 'acquired',
  'page-ready': 'uploaded',
  'submission-begun': 'uploaded',
  accepted: 'submitting',
  'submission-refused': 'submitting',
  polled: 'submitting generating',
  'not-found': 'submitting',
  'tool-failed': 'submitting generating',
  finished: 'submitting generating',
  'link-expired': 'ready',
  collected: 'acquired ready done',
  'part-collected': 'ready',
  'part-lost': 'acquired',
  'not-enlarged': 'ready',
  settled: 'submitting generating',
  'smaller-wanted': 'generating',
  shrunk: 'acquired',
  'cost-seen': 'done',
  'refund-seen': 'failed',
  postponed: OPEN,
  waits: OPEN,
  held: 'submitting generating ready',
  resumed: OPEN,
  failed: OPEN,
  cancelled: OPEN,
  'started-over': 'acquired uploaded submitting generating failed',
  retried: 'failed cancelled uploaded',
  'save-changed': 'done',
};

const ORDERED: readonly Stage[] = ['submitting', 'generating', 'ready', 'done'];

export function jobIn(stage: Stage, parts: Partial<Job> = {}): Job {
  return sampleJob({
    stage,
    ...(stage !== 'queued' && { source }),
    ...(stage !== 'queued' && stage !== 'acquired' && { upload }),
    ...(ORDERED.includes(stage) && { submission }),
    ...((stage === 'ready' || stage === 'done') && { result }),
    ...parts,
  });
}

export function failedIn(at: Stage, code: ErrorCode, parts: Partial<Job> = {}): Job {
  const failure: Failure = { code, at, charged: 'maybe' };
  return jobIn('failed', { failure, finishedAt: NOW - 1_000, ...parts });
}

export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}
