import type { SiteName } from '@/lib/jimeng/model/sites';
import type { Job, JobOptions } from '@/lib/jobs/model/job';
import type { Effect, Simulator } from '@/simulator/simulator';
import type { EndpointName } from '@/simulator/wire/endpoints';
import { type ClockError, FAULTS, type Fault, type Outcome, type Place } from './faults';
import { createJobWorld, type JobWorld } from './job-world';
import type { RefusalPlace } from './refusal-table';

/** How often it goes wrong. */
export type Mode = 'once' | 'always';
export const MODES: readonly Mode[] = ['once', 'always'];

const MINUTE = 60_000;
/** Longer than every patience that ends, ms. */
export const LONG_MS = 3 * 60 * MINUTE;

/** Where a place is: the endpoint of the simulator, and what the address of its requests contains. */
const AT = {
  source: ['gallery-image', 'open.example'],
  workspaces: ['workspaces', 'workspace/list'],
  page: ['history', 'get_history_by_ids'],
  token: ['upload-token', 'get_upload_token'],
  apply: ['apply', 'ApplyImageUpload'],
  put: ['put', '/upload/v1/'],
  commit: ['commit', 'CommitImageUpload'],
  generate: ['generate', '/generate'],
  'poll for order': ['history', 'get_history_by_ids'],
  'poll task': ['history', 'get_history_by_ids'],
  credits: ['credits', 'user_credit'],
  result: ['result', 'byteimg.com'],
} as const satisfies Record<Place, readonly [string, string]>;

/** The account that a world of a site begins with. */
const ACCOUNT_OF = { jimeng: 'main', dreamina: 'dreamina-sg' } as const satisfies Record<
  SiteName,
  string
>;

/** How many requests are hit. The key and the page are asked for ahead of time, in vain: once must be once more. */
function hits(place: Place | RefusalPlace, mode: Mode): number {
  if (mode === 'always') return Number.POSITIVE_INFINITY;
  return place === 'token' || place === 'page' ? 2 : 1;
}

type AddedFault = Parameters<Simulator['faults']['add']>[0];

/** A job on which a fault or a refusal has acted, three hours later. */
export interface Hit {
  world: JobWorld;
  id: string;
}

interface FaultRun {
  site: SiteName;
  fault: Fault;
  place: Place;
  mode: Mode;
  options?: Partial<JobOptions>;
}

/** Begins a job on which the fault acts, and lets three hours pass. The caller closes the world. */
export async function runFault({ site, fault, place, mode, options }: FaultRun): Promise<Hit> {
  const world = await openWorld(site, place);
  const { faults } = world.simulator;
  if (place === 'poll for order') {
    faults.add({ at: 'generate', effect: { kind: 'reset', when: 'after' } });
  }
  const effect: Effect | ClockError = FAULTS[fault];
  if (effect.kind === 'clock') breakClock(world, effect.errorMs, place, mode);
  else hit(world, place, { at: AT[place][0], times: hits(place, mode), effect });
  const { id } = await world.add({ picture: 'night-lake.png', ...options });
  await letHappen(world, site, place);
  return { world, id };
}

interface RefusalRun {
  site: SiteName;
  place: RefusalPlace;
  /** Of the refusal, as the service writes it. */
  number: string;
  mode: Mode;
}

/** The same with a refusal. */
export async function runRefusal({ site, place, number, mode }: RefusalRun): Promise<Hit> {
  const world = await openWorld(site, place);
  refuse(world, place, number, mode);
  const upscaler = place.endsWith('Automatic') ? 'auto' : 'smart-hd';
  const { id } = await world.add({ upscaler });
  await letHappen(world, site, place);
  return { world, id };
}

/** A job that waits for credits begins without any. */
async function openWorld(site: SiteName, place: Place | RefusalPlace): Promise<JobWorld> {
  return createJobWorld({
    site,
    // A balance that is read after each order would be hit in place of the one that the job reads.
    notesCosts: false,
    hasRealSources: place === 'source',
    ...(place === 'credits' && { simulator: { credits: { gift: 0 } } }),
  });
}

async function letHappen(
  world: JobWorld,
  site: SiteName,
  place: Place | RefusalPlace,
): Promise<void> {
  if (place === 'credits') {
    await world.pass(5 * MINUTE);
    world.simulator.creditsOf(ACCOUNT_OF[site]).gift = 10;
  }
  await world.pass(LONG_MS);
}

/** The clock jumps with the first request of the place; once: it is set right half a minute later. */
function breakClock(world: JobWorld, errorMs: number, place: Place, mode: Mode): void {
  let brokenAt: number | undefined;
  let isOrdered = !isPoll(place);
  world.beforeRequest = ({ href }) => {
    if (href.includes(AT.generate[1])) isOrdered = true;
    if (isOrdered && href.includes(AT[place][1])) brokenAt ??= world.now;
    const isOver = mode === 'once' && brokenAt !== undefined && world.now - brokenAt > 30_000;
    world.clockErrorMs = brokenAt === undefined || isOver ? 0 : errorMs;
  };
}

/** Whether a place is a poll: the page asks the same before there is an order. */
function isPoll(place: Place | RefusalPlace): boolean {
  return place.startsWith('poll');
}

/** Lets a fault act: on polls from the order on, on what the page asks until then, and on anything else from now on. */
function hit(world: JobWorld, place: Place | RefusalPlace, fault: AddedFault): void {
  const { faults } = world.simulator;
  let end = isPoll(place) ? undefined : faults.add(fault);
  world.beforeRequest = ({ href }) => {
    if (!href.includes(AT.generate[1])) return;
    if (isPoll(place)) end ??= faults.add(fault);
    else if (place === 'page') end?.();
  };
}

function refuse(world: JobWorld, place: RefusalPlace, number: string, mode: Mode): void {
  const refusal = { kind: 'ret', ret: number } as const;
  const [at, effect]: readonly [EndpointName, Effect] = (
    {
      token: ['upload-token', refusal],
      'order, ret': ['generate', refusal],
      'order, fail_code': ['generate', { kind: 'ret', ret: '0', failCode: number }],
      task: ['generate', { kind: 'task-fails', failCode: number }],
      'task, Automatic': ['generate', { kind: 'task-fails', failCode: number }],
      poll: ['history', refusal],
      'poll, Automatic': ['history', refusal],
      credits: ['credits', refusal],
      workspaces: ['workspaces', refusal],
      page: ['history', refusal],
    } as const
  )[place];
  hit(world, place, { at, times: hits(place, mode), effect });
}

/** What became of a row, in the words of the tables. */
export function outcomeOf({ stage, waiting, failure }: Job): Outcome {
  if (failure) {
    return `fails: ${failure.code}, ${failure.charged === 'no' ? 'no charge' : 'maybe charged'}`;
  }
  if (waiting) return `waits: ${waiting.reason}`;
  if (stage === 'submitting') return 'keeps checking';
  if (stage !== 'done') throw new Error(`the row neither ended nor waits: ${stage}`);
  return 'done';
}
