import { beforeEach, describe, expect, it } from 'vitest';
import { JimengError } from '@/lib/jimeng/model/errors';
import { NOW, sampleJob } from '@/tests/stories/jobs';
import { createStepWorld, SIGNED_OUT, type StepWorld, signedIn } from '@/tests/support/step-world';
import type { Job } from '../model/job';
import { UPLOAD_VALID_MS } from '../model/machine';
import type { Session } from '../model/session';
import { expectedMs, firstPollAt } from '../rules/polling';
import { submit } from './submit';

const ME = signedIn('me');
const upload = { uri: 'uri-1', at: NOW - 1_000, account: 'me' };
const uploaded = sampleJob({ stage: 'uploaded', upload });

let world: StepWorld;
beforeEach(() => {
  world = createStepWorld();
});

/** The row after the step; undefined if nothing was committed. */
async function submitted(job: Job): Promise<Job | undefined> {
  await submit(job, world.deps, new AbortController().signal);
  expect(world.bugs).toEqual([]);
  return world.written.at(-1)?.job;
}

describe('an order', () => {
  it('is on disk before it is sent, and counts as the last one of the queue', async () => {
    expect(await submitted(uploaded)).toMatchObject({ stage: 'generating' });
    const [begun] = world.written;
    expect(begun?.extras).toMatchObject({ isStrict: true, queue: { lastSubmitAt: NOW } });
    expect(world.onDisk).toEqual([begun?.job]);
    expect(begun?.job).toMatchObject({
      stage: 'submitting',
      submission: { submitId: 'order-1', at: NOW, account: 'me' },
    });
  });

  it('is for the uploaded picture, as the person wants it', async () => {
    await submitted({ ...uploaded, options: { target: '4k', upscaler: 'smart-hd', detail: 0.7 } });
    expect(world.orders).toEqual([
      { submitId: 'order-1', tool: 'smart-hd', target: '4k', imageUri: 'uri-1', detail: 0.7 },
    ]);
  });

  it('is not begun while nobody is signed in', async () => {
    world.sessions = [SIGNED_OUT];
    expect(await submitted(uploaded)).toMatchObject({ waiting: { reason: 'sign-in' } });
    expect(world.written).toHaveLength(1);
  });

  it.each([
    ['smart-hd', undefined],
    ['fast-hd', { account: 'login-me', tool: 'fast-hd', until: NOW + 1 }],
    ['smart-hd', { account: 'login-you', tool: 'fast-hd', until: NOW + 1 }],
  ] as const)('of Automatic goes to %s, with this memory: %o', async (tool, memory) => {
    world.logins = [{ login: 'login-me', account: 'me', at: 1 }];
    Object.assign(world.deps.store, { automatic: async () => memory });
    await submitted(uploaded);
    expect(world.orders).toMatchObject([{ tool }]);
  });

  it.each([
    ['its forecast', [], 10_000],
    ['what was learned, whatever the forecast', [20_000], 20_000],
    ['neither, if there is none', [], undefined],
  ])('is polled first by %s', async (_, durations, expectedMs) => {
    world.durations = durations;
    world.answer = async () => (expectedMs === undefined ? {} : { forecastMs: 10_000 });
    expect((await submitted(uploaded))?.notBefore).toBe(firstPollAt(NOW, expectedMs));
  });

  it.each([
    ['another image is on its way', { stage: 'acquired' }, 'many'],
    ['the other one waits', { waiting: { reason: 'consent', since: 1 } }, 'single'],
    ['the other one is at another site', { site: 'dreamina' }, 'single'],
  ] as const)('is polled first as one where %s', async (_, parts, among) => {
    world.durations = [20_000, 20_000, 20_100];
    world.others = [{ ...uploaded, id: 'other', ...parts }];
    const expected = expectedMs(world.durations, among);
    expect((await submitted(uploaded))?.notBefore).toBe(firstPollAt(NOW, expected));
  });

  it('is not sent when the row changed before it was written', async () => {
    world.store = () => undefined;
    expect(await submitted(uploaded)).toBeUndefined();
    expect(world.onDisk).toEqual([]);
  });

  it('is not sent when the transaction left the row where it was, as another has the picture', async () => {
    world.store = () => uploaded;
    expect(await submitted(uploaded)).toMatchObject({ stage: 'uploaded' });
    expect(world.onDisk).toEqual([]);
  });

  it('is closed as refused, and not sent, when nobody is signed in once it is written', async () => {
    world.sessions = [ME, SIGNED_OUT];
    expect(await submitted(uploaded)).toMatchObject({
      stage: 'uploaded',
      waiting: { reason: 'sign-in' },
      pastSubmissions: [{ submitId: 'order-1', outcome: 'refused' }],
    });
    expect(world.onDisk).toEqual([]);
  });

  it.each([
    ['cancelled', { ...uploaded, stage: 'cancelled' } as Job],
    ['removed', undefined],
    ['ordered anew', sampleJob({ stage: 'submitting' })],
  ])('is not sent when its row is %s by then, and counts for nothing', async (_, row) => {
    world.current = () => row;
    expect(await submitted(uploaded)).toMatchObject({ stage: 'submitting' });
    expect(world.written).toHaveLength(1);
    expect(world.onDisk).toEqual([]);
    expect(world.prices).toEqual([['order-1', 0]]);
  });

  it('is sent when nobody can tell whether its row has changed', async () => {
    world.current = () => {
      throw new Error('the database is closed');
    };
    expect(await submitted(uploaded)).toMatchObject({ stage: 'generating' });
  });
});

describe('an upload', () => {
  it.each([
    ['one millisecond before its end', UPLOAD_VALID_MS - 1, 'generating'],
    ['at its end', UPLOAD_VALID_MS, 'acquired'],
  ])('%s leads to the stage it is good for', async (_, age, stage) => {
    const aged = { ...upload, at: NOW - age };
    expect(await submitted(sampleJob({ stage: 'uploaded', upload: aged }))).toMatchObject({
      stage,
    });
    expect(world.onDisk).toHaveLength(stage === 'generating' ? 1 : 0);
  });

  it.each([
    ['is missing', {}],
    ['belongs to nobody', { upload: { uri: 'uri-1', at: NOW } }],
  ])('that %s is made anew', async (_, parts) => {
    const job = sampleJob({ stage: 'uploaded', ...parts });
    expect(await submitted(job)).toMatchObject({ stage: 'acquired' });
    expect(world.onDisk).toEqual([]);
  });
});

describe.each([
  ['an accepted order', () => Promise.resolve({}), 'generating'],
  ['an order without an answer', () => Promise.reject(new JimengError('timeout')), 'submitting'],
] as const)('%s', (_, answer, stage) => {
  beforeEach(() => {
    world.answer = answer;
  });

  it.each<[string, Session]>([
    ['the same login is signed in', ME],
    ['nobody is signed in', SIGNED_OUT],
  ])('keeps its account when afterwards %s', async (_, afterwards) => {
    world.sessions = [ME, ME, afterwards];
    const row = await submitted(uploaded);
    expect(row?.stage).toBe(stage);
    expect(row?.submission).toMatchObject({ submitId: 'order-1', account: 'me' });
  });

  it.each<[string, Session | undefined]>([
    ['somebody else is signed in', signedIn('somebody else')],
    ['nobody can tell who is signed in', undefined],
  ])('names no account when afterwards %s: it may be theirs', async (_, afterwards) => {
    world.sessions = [ME, ME, afterwards];
    const row = await submitted(uploaded);
    expect(row?.stage).toBe(stage);
    expect(row?.submission?.submitId).toBe('order-1');
    expect(row?.submission?.account).toBeUndefined();
  });
});
