import { afterEach, describe, expect, it } from 'vitest';
import type { Effect } from '@/simulator/simulator';
import { faultsDocument } from '@/tests/support/fault-document';
import { rulesFor } from '@/tests/support/fault-table';
import {
  FAULT_NAMES,
  FAULTS,
  type Fault,
  type Outcome,
  PLACES,
  type Place,
} from '@/tests/support/faults';
import { createJobWorld, type JobWorld } from '@/tests/support/job-world';
import {
  NUMBERS,
  REFUSAL_CODES,
  REFUSAL_PLACES,
  type RefusalPlace,
  refusalOutcome,
} from '@/tests/support/refusal-table';
import type { Job, JobOptions } from '../model/job';
import { otherRemediesOf, remedyOf } from '../model/remedy';

const MINUTE = 60_000;
/** Longer than every patience that ends. */
const LONG = 3 * 60 * MINUTE;
/** More than this in three hours would be a storm. */
const MOST_REQUESTS = 400;
const SECRETS = /session-1|sessionid|AKTP|STS2|SpaceKey/;
const ENDPOINT_OF = {
  source: 'gallery-image',
  token: 'upload-token',
  apply: 'apply',
  put: 'put',
  commit: 'commit',
  generate: 'generate',
  'poll for order': 'history',
  'poll task': 'history',
  credits: 'credits',
  result: 'result',
} as const satisfies Record<Place, string>;
type Mode = 'once' | 'always';
const MODES: readonly Mode[] = ['once', 'always'];
/** How many requests are hit. The key is asked for ahead of time, in vain: once must be once more. */
function hits(place: Place | RefusalPlace, mode: Mode): number {
  if (mode === 'always') return Number.POSITIVE_INFINITY;
  return place === 'token' ? 2 : 1;
}

let world: JobWorld;
afterEach(() => world?.close());

/** What became of a row, in the words of the tables. */
function outcomeOf({ stage, waiting, failure }: Job): Outcome {
  if (failure) {
    return `fails: ${failure.code}, ${failure.charged === 'no' ? 'no charge' : 'maybe charged'}`;
  }
  if (waiting) return `waits: ${waiting.reason}`;
  if (stage === 'submitting') return 'keeps checking';
  expect(stage).toBe('done');
  return 'done';
}

async function rowOf(id: string): Promise<Job> {
  const job = await world.store.get(id);
  if (!job) throw new Error('the row is lost');
  return job;
}

/** What holds whatever went wrong. */
async function checkRow(job: Job, mostOrders: number): Promise<void> {
  const { submissions, violations, requests } = world.simulator;
  expect(submissions.length).toBeLessThanOrEqual(mostOrders);
  expect(violations).toEqual([]);
  expect(world.reports).toEqual([]);
  expect(requests.length).toBeLessThan(MOST_REQUESTS);
  expect(job.failure?.code).not.toBe('internal');
  expect(JSON.stringify(job)).not.toMatch(SECRETS);
  if (submissions.length > 0 && job.failure) expect(job.failure.charged).toBe('maybe');
  if (job.stage === 'done') {
    expect(await world.store.blob(`${job.id}/result`)).toBeDefined();
  }
}

/** When all is well again, one press of a button is enough, and what was accepted is not ordered anew. */
async function checkWayOut(job: Job): Promise<void> {
  const { submissions, faults } = world.simulator;
  const accepted = submissions.length;
  faults.clear();
  world.granted.add('https://open.example/*');
  if (job.failure && accepted > 0) expect(buttonsOf(job)).toContain('retry');
  if (job.failure || job.waiting?.reason === 'credits') await world.commands.retry(job.id);
  else await world.commands.resumeWaiting();
  await world.pass(LONG);
  expect(outcomeOf(await rowOf(job.id))).toBe('done');
  expect(submissions).toHaveLength(Math.max(accepted, 1));
}

function buttonsOf(job: Job) {
  return [remedyOf(job), ...otherRemediesOf(job)];
}

/** Begins a job on which the fault acts, and lets three hours pass. */
async function runFault(
  fault: Fault,
  place: Place,
  mode: Mode,
  options: Partial<JobOptions> = {},
): Promise<Job> {
  world = await createJobWorld({
    hasRealSources: place === 'source',
    ...(place === 'credits' && { simulator: { credits: { gift: 0 } } }),
  });
  const { faults, credits } = world.simulator;
  if (place === 'poll for order') {
    faults.add({ at: 'generate', effect: { kind: 'reset', when: 'after' } });
  }
  const effect: Effect | { kind: 'clock'; errorMs: number } = FAULTS[fault];
  if (effect.kind === 'clock') breakClock(effect.errorMs, place, mode);
  else faults.add({ at: ENDPOINT_OF[place], times: hits(place, mode), effect });
  const { id } = await world.add({ picture: 'night-lake.png', ...options });
  if (place === 'credits') {
    await world.pass(5 * MINUTE);
    credits.gift = 10;
  }
  await world.pass(LONG);
  return rowOf(id);
}

/** The clock jumps with the first request of the place; once: it is set right half a minute later. */
function breakClock(errorMs: number, place: Place, mode: Mode): void {
  const path = {
    source: 'open.example',
    token: 'get_upload_token',
    apply: 'ApplyImageUpload',
    put: '/upload/v1/',
    commit: 'CommitImageUpload',
    generate: '/generate',
    'poll for order': 'get_history_by_ids',
    'poll task': 'get_history_by_ids',
    credits: 'user_credit',
    result: 'byteimg.com',
  }[place];
  let brokenAt: number | undefined;
  world.beforeRequest = ({ href }) => {
    if (href.includes(path)) brokenAt ??= world.now;
    const isOver = mode === 'once' && brokenAt !== undefined && world.now - brokenAt > 30_000;
    world.clockErrorMs = brokenAt === undefined || isOver ? 0 : errorMs;
  };
}

describe('the table of faults', () => {
  it('has exactly one rule for every cell', () => {
    const undecided = PLACES.flatMap((place) =>
      FAULT_NAMES.filter((fault) => rulesFor(fault, place).length !== 1).map(
        (fault) => `${fault} at ${place}`,
      ),
    );
    expect(undecided).toEqual([]);
  });

  it('is the one in docs/FAULTS.md', async () => {
    // Rewritten by: npx vitest run --project unit lib/jobs/fault-matrix -u
    await expect(faultsDocument()).toMatchFileSnapshot('../../../docs/FAULTS.md');
  });
});

describe.each(PLACES)('a fault at %s', { timeout: 60_000 }, (place) => {
  it.each(FAULT_NAMES.flatMap((fault) => MODES.map((mode) => [fault, mode] as const)))(
    '%s, %s',
    async (fault, mode) => {
      const job = await runFault(fault, place, mode);
      expect(outcomeOf(job)).toBe(rulesFor(fault, place)[0]?.[mode]);
      await checkRow(job, 1);
      if (outcomeOf(job) !== 'done') await checkWayOut(job);
    },
  );
});

describe('a fault of an order that the page sends', { timeout: 60_000 }, () => {
  it.each(FAULT_NAMES.flatMap((fault) => MODES.map((mode) => [fault, mode] as const)))(
    '%s, %s, has the outcome of one that the background sends',
    async (fault, mode) => {
      const job = await runFault(fault, 'generate', mode, { way: 'page' });
      expect(outcomeOf(job)).toBe(rulesFor(fault, 'generate')[0]?.[mode]);
      await checkRow(job, 1);
      if (outcomeOf(job) !== 'done') await checkWayOut(job);
    },
  );
});

function refuse(place: RefusalPlace, number: string, mode: Mode): void {
  const { faults } = world.simulator;
  const effect = { kind: 'ret', ret: number } as const;
  switch (place) {
    case 'token':
      faults.add({ at: 'upload-token', times: hits(place, mode), effect });
      return;
    case 'order, ret':
      faults.add({ at: 'generate', times: hits(place, mode), effect });
      return;
    case 'order, fail_code': {
      const inside = { kind: 'ret', ret: '0', failCode: number } as const;
      faults.add({ at: 'generate', times: hits(place, mode), effect: inside });
      return;
    }
    case 'task':
    case 'task, Automatic':
      faults.add({
        at: 'generate',
        times: hits(place, mode),
        effect: { kind: 'task-fails', failCode: number },
      });
      return;
    case 'poll':
    case 'poll, Automatic':
      faults.add({ at: 'history', times: hits(place, mode), effect });
      return;
    case 'credits':
      faults.add({ at: 'credits', times: hits(place, mode), effect });
      return;
  }
}

async function runRefusal(place: RefusalPlace, number: string, mode: Mode): Promise<Job> {
  world = await createJobWorld(
    place === 'credits' ? { simulator: { credits: { gift: 0 } } } : undefined,
  );
  refuse(place, number, mode);
  const upscaler = place.endsWith('Automatic') ? 'auto' : 'smart-hd';
  const { id } = await world.add({ upscaler });
  if (place === 'credits') {
    await world.pass(5 * MINUTE);
    world.simulator.credits.gift = 10;
  }
  await world.pass(LONG);
  return rowOf(id);
}

/** Every number once; the first one of each meaning for ever. */
const REFUSALS = REFUSAL_CODES.flatMap((code) =>
  NUMBERS[code].flatMap((number, at) =>
    (at === 0 ? MODES : (['once'] as const)).map((mode) => [number, code, mode] as const),
  ),
);

describe.each(REFUSAL_PLACES)('a refusal by number at %s', { timeout: 60_000 }, (place) => {
  it.each(REFUSALS)('%s (%s), %s', async (number, code, mode) => {
    const job = await runRefusal(place, number, mode);
    expect(outcomeOf(job)).toBe(refusalOutcome(code, place)[mode]);
    const hasNext = job.pastSubmissions.some(({ outcome }) => outcome === 'failed');
    // Automatic tries each of its three upscalers once.
    await checkRow(job, hasNext ? 3 : 1);
    if (outcomeOf(job) !== 'done' && !place.startsWith('task')) await checkWayOut(job);
  });
});
