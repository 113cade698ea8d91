import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { feedbackContent } from '@/entrypoints/background/feedback-words';
import { backgroundMessages } from '@/lib/i18n/all-messages';
import { ENDED, FAILED, NOW, RUNNING, sampleJob, WAITING } from '@/tests/stories/jobs';
import { drawn } from '@/tests/support/drawn';
import { createJobWorld } from '@/tests/support/job-world';
import { oddRow } from '@/tests/support/odd-rows';
import { putRaw } from '@/tests/support/raw-database';
import { deleteJobStore, type JobStore, openJobStore } from '../store/jobs';
import { attentionOf } from './attention';
import { entryOf } from './history-entry';
import type { Job } from './job';
import { otherRemediesOf, REMEDIES, remedyOf } from './remedy';
import { resultFlaws } from './result-flaws';
import { progressOf } from './selectors';
import { validateStoredJob } from './stored-job-check';

describe('validateStoredJob', () => {
  it.each(Object.entries({ ...RUNNING, ...WAITING, ...ENDED, ...FAILED }))(
    'accepts a valid row: %s',
    (_, job) => expect(validateStoredJob(job)).toBe(job),
  );

  const whole = RUNNING.generating;
  const AT_SITE = WAITING['permission for the site']?.waiting;
  it.each<[string, object]>([
    ['nothing but its id', { id: 'a' }],
    ['an unknown stage', { ...whole, stage: 'melting' }],
    ['no stage', { ...whole, stage: undefined }],
    ['a stage that is no word', { ...whole, stage: 7 }],
    ['a stage every object has', { ...whole, stage: 'constructor' }],
    ['an order that is lost', { ...whole, submission: undefined }],
    ['an order without an id', { ...whole, submission: { tool: 'smart-hd', at: 1 } }],
    ['no revision', { ...whole, rev: undefined }],
    ['a time that is no number', { ...whole, createdAt: Number.NaN }],
    ['a time that no calendar holds', { ...whole, createdAt: 1e20 }],
    ['no origin', { ...whole, origin: null }],
    ['an origin without an address', { ...whole, origin: { kind: 'page' } }],
    ['an unknown size', { ...whole, options: { ...whole?.options, target: '64k' } }],
    ['earlier orders that are no list', { ...whole, pastSubmissions: 3 }],
    ['a reason to wait that is unknown', { ...whole, waiting: { reason: 'full-moon' } }],
    ['a duplicate of nothing', { ...whole, waiting: { reason: 'duplicate', since: 1 } }],
    ['a permission for an unknown site', { ...whole, waiting: { ...AT_SITE, site: 'mars' } }],
    ['a pause that is no number', { ...whole, notBefore: '5' }],
    ['a wish that is no time', { ...whole, wantedAt: 'now' }],
    ['a result that is nothing', { ...whole, stage: 'ready', result: 0 }],
  ])('shows a row with %s as a failed one, which can only be removed', (_, row) => {
    const job = validateStoredJob({ ...row, id: 'a' });
    expect(job).toMatchObject({ id: 'a', stage: 'failed', failure: { code: 'row-damaged' } });
    if (job) expect(remedyOf(job)).toBe('remove');
  });

  it.each([undefined, null, 'row', 7, [], {}, { id: 7 }])('gives up on %j', (row) => {
    expect(validateStoredJob(row)).toBeUndefined();
  });

  it('says "maybe charged" exactly when the row knows of an order', () => {
    const charged = (row: object) => validateStoredJob(row)?.failure?.charged;
    expect(charged({ ...whole, stage: 0 })).toBe('maybe');
    expect(charged({ ...whole, stage: 0, submission: undefined })).toBe('no');
    expect(charged({ id: 'a', pastSubmissions: [{}] })).toBe('maybe');
    expect(charged({ id: 'a' })).toBe('no');
  });
});

it('makes of any row one that nothing in the engine stumbles over', () => {
  fc.assert(
    fc.property(oddRow, (row) => {
      const job = validateStoredJob(row) as Job;
      entryOf(job);
      progressOf(job, NOW);
      resultFlaws(job);
      attentionOf([job], 0, 0);
      for (const remedy of [remedyOf(job) ?? 'remove', ...otherRemediesOf(job)]) {
        expect(REMEDIES).toContain(remedy);
      }
      const said = feedbackContent(
        { job, done: 1, running: 0, isSaving: false },
        backgroundMessages('en'),
      );
      expect(JSON.stringify(said)).not.toMatch(/undefined|native code|\[object/);
    }),
    drawn(1_000),
  );
});

describe('damaged rows in the database', () => {
  let store: JobStore;
  beforeEach(async () => {
    await deleteJobStore();
    store = await openJobStore(() => {});
  });
  afterEach(() => store.close());

  it('break no list and no other row', async () => {
    const good = sampleJob({ id: 'good', rev: 0, createdAt: 5 });
    await store.add(good);
    await putRaw('jobs', { id: 'bad', open: 1, shownAt: 9, createdAt: 9, stage: 'generating' });
    expect(await store.open()).toEqual([good]);
    expect((await store.list()).map(({ id, stage }) => [id, stage])).toEqual([
      ['bad', 'failed'],
      ['good', 'queued'],
    ]);
    const shown = await store.show(['bad', 'good', 'nobody']);
    expect(shown.map(({ id }) => id)).toEqual(['bad', 'good']);
  });

  it('are listed again although they had lost their place, and can be removed', async () => {
    await putRaw('jobs', { id: 'lost', name: 'lost picture', stage: 'done' });
    await putRaw('entries', { id: 'nonsense', condition: 'done' });
    expect(await store.entries()).toEqual([]);
    await store.repair();
    expect(await store.entries()).toMatchObject([{ id: 'lost', condition: 'failed' }]);
    expect(await store.list()).toMatchObject([{ id: 'lost', name: 'lost picture' }]);
    await store.hide(['lost'], 1);
    expect(await store.list()).toEqual([]);
    await store.purge(1);
    expect(await store.lastHidden()).toBeUndefined();
  });
});

it('a damaged row does not stop the jobs beside it', async () => {
  const world = await createJobWorld();
  await putRaw('jobs', { id: 'bad', open: 1, shownAt: 1, stage: 'generating' });
  await putRaw('jobs', { ...RUNNING.ready, id: 'worse', open: 1, shownAt: 2, result: 'gone' });
  const { id } = await world.add();
  expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
  await world.commands.remove('bad');
  expect(await world.store.get('bad')).toBeUndefined();
  expect(world.reports).toEqual([]);
  await world.close();
});
