import { afterEach, describe, expect, it } from 'vitest';
import { NOW, sampleJob } from '@/tests/stories/jobs';
import { createJobWorld, type JobWorld } from '@/tests/support/job-world';
import { oneSite } from '@/tests/support/one-site';
import { createStepWorld } from '@/tests/support/step-world';
import type { Job } from '../model/job';
import { collect, fetchResult } from './collect';
import type { JobDeps } from './deps';

let world: JobWorld | undefined;
afterEach(async () => {
  expect(world?.reports ?? []).toEqual([]);
  await world?.close();
  world = undefined;
});

describe('a result whose every link is refused', () => {
  it('is given up after a few fresh links, and Retry follows the same order', async () => {
    world = await createJobWorld();
    const remove = world.simulator.faults.add({
      at: 'result',
      times: 40,
      effect: { kind: 'http', status: 403 },
    });
    const { id } = await world.add();
    const failed = await world.untilEnded(id);
    expect(failed.failure).toMatchObject({ code: 'result-expired', at: 'ready' });
    const fetched = world.simulator.requests.filter(({ endpoint }) => endpoint === 'result');
    expect(fetched).toHaveLength(4);

    remove();
    await world.commands.retry(id);
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
    expect(world.simulator.submissions).toHaveLength(1);
  });
});

it('keeps the flaw of a result', async () => {
  world = await createJobWorld();
  const deps = {
    ...oneSite({ service: { download: async () => new Blob(['bytes']) } as never }),
    checkResult: async () => ({ type: 'png', width: 2048, height: 1536, flaw: 'black' }),
  } as unknown as JobDeps;
  const link = { url: 'https://p.example/r', width: 1, height: 1 };
  const { result, blob } = await fetchResult({ id: 'a' }, link, deps);
  // Else Chrome saves it as text.
  expect(blob.type).toBe('image/png');
  expect(result).toMatchObject({ width: 2048, type: 'png', bytes: 5, flaw: 'black' });
});

describe('collecting', () => {
  const link = { url: 'https://p.example/r', width: 1, height: 1, expiresAt: NOW + 9 };
  const submission = { submitId: 's', tool: 'smart-hd', at: NOW, account: 'me' } as const;
  const ready = sampleJob({ stage: 'ready', submission, result: link });
  const signal = new AbortController().signal;

  it('stores the bytes with the row, and what is known of them', async () => {
    const step = createStepWorld();
    await collect(ready, step.deps, signal);
    const [{ job, extras } = {}] = step.written;
    expect(job).toMatchObject({ stage: 'done', result: { width: 1600, height: 1200, bytes: 5 } });
    expect(await extras?.blobs?.result?.text()).toBe('bytes');
    expect(step.saves).toEqual([]);
  });

  it('plans the save before the row is done, so that nothing can come in between', async () => {
    const step = createStepWorld();
    step.isAutoSaving = true;
    await collect(ready, step.deps, signal);
    expect(step.saves).toEqual([{ id: ready.id, row: undefined }]);
  });

  it('fetches nothing of an imported order without consent', async () => {
    const step = createStepWorld();
    step.hasConsent = false;
    step.download = () => Promise.reject(new Error('fetched'));
    const imported: Job = { ...ready, submission: { ...submission, isImported: true } };
    await collect(imported, step.deps, signal);
    expect(step.written.at(-1)?.job.waiting).toEqual({ reason: 'consent', since: NOW });
    step.download = async () => new Blob(['bytes']);
    await collect(ready, step.deps, signal);
    expect(step.written.at(-1)?.job).toMatchObject({ stage: 'done' });
    step.hasConsent = true;
    await collect(imported, step.deps, signal);
    expect(step.written.at(-1)?.job).toMatchObject({ stage: 'done' });
  });

  it('asks nobody for consent where nobody has to give it, or without an order', async () => {
    const step = createStepWorld();
    Object.assign(step.deps, { hasConsent: undefined });
    await collect({ ...ready, submission: { ...submission, isImported: true } }, step.deps, signal);
    const { submission: _, ...bare } = ready;
    await collect(bare, step.deps, signal);
    expect(step.written.map(({ job }) => job.stage)).toEqual(['done', 'done']);
  });

  it('does nothing for a row without a link, or one that was stopped on purpose', async () => {
    const step = createStepWorld();
    const { result: _, ...bare } = ready;
    await collect(bare, step.deps, signal);
    const stopped = new AbortController();
    step.download = async () => {
      stopped.abort();
      throw stopped.signal.reason;
    };
    await collect(ready, step.deps, stopped.signal);
    expect(step.written).toEqual([]);
    expect(step.bugs).toEqual([]);
  });
});

describe('fetching', () => {
  const link = { url: 'https://p.example/r', width: 1, height: 1, expiresAt: NOW + 9 };
  const source = { sentWidth: 800, sentHeight: 600 } as NonNullable<Job['source']>;

  it('gives the bytes as much time as the tries before, and checks them against what was sent', async () => {
    const given: unknown[] = [];
    const deps = {
      ...oneSite({
        service: {
          download: async (...args: unknown[]) => given.push(args) && new Blob(['b']),
        } as never,
      }),
      checkResult: async (_blob: Blob, sent: unknown) => {
        given.push(sent);
        return { type: 'png', width: 0, height: 0 };
      },
    } as unknown as JobDeps;
    const { signal } = new AbortController();
    const { result } = await fetchResult({ id: 'a', source, timeouts: 2 }, link, deps, {
      signal,
    });
    expect(result).toStrictEqual({ ...link, type: 'png', bytes: 1 });
    const { expiresAt: _, ...lasting } = link;
    expect((await fetchResult({ id: 'a' }, lasting, deps)).result).toStrictEqual({
      ...lasting,
      type: 'png',
      bytes: 1,
    });
    expect(given).toStrictEqual([
      [link.url, { timeouts: 2, signal }],
      { width: 800, height: 600 },
      [link.url, { timeouts: 0 }],
      { width: 0, height: 0 },
    ]);
  });

  it('calls bytes that are no picture broken, and keeps why', async () => {
    const cause = new Error('not a picture');
    const { deps } = createStepWorld();
    Object.assign(deps, { checkResult: () => Promise.reject(cause) });
    const fetching = fetchResult({ id: 'a' }, link, deps);
    await expect(fetching).rejects.toMatchObject({ code: 'result-broken', cause });
  });
});
