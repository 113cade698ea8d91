import { describe, expect, it } from 'vitest';
import { open, world } from '@/tests/support/clean-world';
import { fakePrepare } from '@/tests/support/world-fakes';
import { resultFlaws } from '../model/result-flaws';
import { blobKey } from '../store/jobs';

const SENT = { width: 800, height: 600 };
const LARGE = { width: 2880, height: 2160 };
const tools = () => world.simulator.submissions.map(({ tool }) => tool);

/** Results have this size until `count` orders were made. */
function notLargerUntil(count: number): void {
  world.resultSize = SENT;
  world.onWrite = () => {
    if (world.simulator.submissions.length > count) world.resultSize = LARGE;
  };
}

describe('a result that is not larger than what was sent', () => {
  it('makes Automatic go on with the next upscaler, which it remembers', async () => {
    await open();
    notLargerUntil(1);
    const { id } = await world.add({ upscaler: 'auto', picture: 'a' });
    expect(await world.untilEnded(id)).toMatchObject({
      stage: 'done',
      submission: { tool: 'super-resolution', outcome: 'done' },
      pastSubmissions: [{ tool: 'smart-hd', outcome: 'not-larger' }],
      result: LARGE,
    });
    const next = await world.add({ upscaler: 'auto', picture: 'b' });
    expect(await world.untilEnded(next.id)).toMatchObject({ pastSubmissions: [] });
    expect(tools()).toEqual(['smart-hd', 'super-resolution', 'super-resolution']);
  });

  it('is what the row settles for, flagged, if the others fail', async () => {
    await open();
    notLargerUntil(9);
    world.simulator.faults.add({
      at: 'generate',
      skip: 1,
      times: 9,
      effect: { kind: 'task-fails' },
    });
    world.isAutoSaving = true;
    const { id } = await world.add({ upscaler: 'auto' });
    const done = await world.untilEnded(id);
    expect(done).toMatchObject({
      stage: 'done',
      submission: { tool: 'smart-hd', outcome: 'done' },
      pastSubmissions: [
        { tool: 'super-resolution', outcome: 'failed' },
        { tool: 'fast-hd', outcome: 'failed' },
      ],
      result: SENT,
    });
    expect(resultFlaws(done)).toEqual(['not-larger']);
    expect(await world.store.blob(blobKey(id, 'result'))).toBeDefined();
  });

  it('is what the row settles for if the credits do not suffice for another try', async () => {
    await open();
    notLargerUntil(9);
    world.simulator.faults.add({ at: 'generate', skip: 1, effect: { kind: 'ret', ret: '1006' } });
    const { id } = await world.add({ upscaler: 'auto' });
    const done = await world.untilEnded(id);
    expect(done).toMatchObject({ stage: 'done', submission: { tool: 'smart-hd' } });
    expect(resultFlaws(done)).toEqual(['not-larger']);
  });

  it('is flagged at once if the person chose the upscaler', async () => {
    await open();
    notLargerUntil(9);
    const { id } = await world.add({ upscaler: 'smart-hd' });
    const done = await world.untilEnded(id);
    expect(resultFlaws(done)).toEqual(['not-larger']);
    expect(tools()).toEqual(['smart-hd']);
  });

  it('is expected of a picture that was as large as the target', async () => {
    await open();
    world.prepare = async (bytes) => {
      const prepared = await fakePrepare(bytes);
      const facts = { ...prepared.found, width: 4096, height: 3072 };
      return { ...prepared, found: facts, sent: facts };
    };
    notLargerUntil(9);
    const { id } = await world.add({ upscaler: 'auto' });
    await world.until(id, ({ waiting }) => waiting?.reason === 'already-large');
    await world.commands.upscaleAnyway(id);
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done', pastSubmissions: [] });
    expect(tools()).toEqual(['smart-hd']);
  });
});

describe('a picture beyond the advised size whose task fails without a reason', () => {
  const failsOnce = { at: 'generate', effect: { kind: 'task-fails' } } as const;
  const big = new Blob(['x'.repeat(5 * 1024 * 1024)]);

  async function openWith(made: Blob | 'impossible', size = SENT): Promise<void> {
    await open();
    world.acquire = async () => ({ bytes: big });
    world.prepare = async (bytes, { limits }) => {
      if (limits && made === 'impossible') {
        throw Object.assign(new Error('x'), { name: 'ImageError', code: 'image-too-large' });
      }
      const image = limits && made !== 'impossible' ? made : bytes;
      const prepared = await fakePrepare(image);
      const facts = { ...prepared.found, ...size };
      return { ...prepared, found: facts, sent: facts, changes: limits ? ['shrunk'] : [] };
    };
  }

  it('is sent once more as a smaller file, with the same upscaler', async () => {
    await openWith(new Blob(['small']));
    world.simulator.faults.add(failsOnce);
    const { id } = await world.add({ upscaler: 'auto' });
    expect(await world.untilEnded(id)).toMatchObject({
      stage: 'done',
      smaller: { state: 'made' },
      source: { bytes: big.size, sentBytes: 5, changes: ['shrunk'] },
    });
    expect(tools()).toEqual(['smart-hd', 'smart-hd']);
    expect(world.simulator.uploads.map(({ bytes }) => bytes.length)).toEqual([big.size, 5]);
  });

  it('is a duplicate of itself afterwards', async () => {
    await openWith(new Blob(['small']));
    world.simulator.faults.add(failsOnce);
    await world.untilEnded((await world.add({ upscaler: 'auto', picture: 'a' })).id);
    const second = await world.add({ upscaler: 'auto', picture: 'b' });
    await world.until(second.id, ({ waiting }) => waiting?.reason === 'duplicate');
  });

  it('is sent as it is with the next upscaler if no smaller file can be made', async () => {
    await openWith('impossible');
    world.simulator.faults.add(failsOnce);
    const { id } = await world.add({ upscaler: 'auto' });
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
    expect(tools()).toEqual(['smart-hd', 'super-resolution']);
  });

  it('is sent smaller only once', async () => {
    await openWith(new Blob(['small']));
    world.simulator.faults.add({ ...failsOnce, times: 9 });
    const { id } = await world.add({ upscaler: 'auto' });
    expect((await world.untilEnded(id)).failure?.code).toBe('generation-failed');
    expect(tools()).toEqual(['smart-hd', 'smart-hd', 'super-resolution', 'fast-hd']);
  });

  it('is sent smaller for its shape, too', async () => {
    await openWith(new Blob(['small']), { width: 300, height: 1_000 });
    world.acquire = async () => ({ bytes: new Blob(['a long strip']) });
    world.simulator.faults.add(failsOnce);
    const { id } = await world.add({ upscaler: 'auto' });
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done', smaller: { state: 'made' } });
  });

  it.each([
    [
      'gave a reason',
      { kind: 'task-fails', failCode: '2002' },
      'auto',
      ['smart-hd', 'super-resolution'],
    ],
    ['is of an upscaler that the person chose', { kind: 'task-fails' }, 'smart-hd', ['smart-hd']],
  ] as const)('is not sent smaller if the task %s', async (_, effect, upscaler, expected) => {
    await openWith(new Blob(['small']));
    world.simulator.faults.add({ at: 'generate', effect });
    await world.untilEnded((await world.add({ upscaler })).id);
    expect(tools()).toEqual(expected);
  });
});
