import { describe, expect, it } from 'vitest';
import { open, world } from '@/tests/support/clean-world';

describe('refusals', () => {
  it('stop the queue after a risk answer and send nothing for ten minutes', async () => {
    await open();
    world.simulator.faults.add({ at: 'generate', effect: { kind: 'ret', ret: '4013' } });
    const first = await world.add({ picture: 'a' });
    expect((await world.untilEnded(first.id)).failure).toMatchObject({
      code: 'risk-control',
      charged: 'no',
    });
    const refusedAt = world.now;
    const second = await world.add({ picture: 'b' });
    await world.pass(9 * 60_000);
    expect(world.simulator.submissions).toHaveLength(0);
    expect(await world.untilEnded(second.id)).toMatchObject({ stage: 'done' });
    expect(world.now - refusedAt).toBeGreaterThanOrEqual(10 * 60_000);
  });

  it.each([
    ['1018', 'account-restricted'],
    ['4003', 'membership-needed'],
    ['2038', 'content-refused'],
    ['3000', 'region-refused'],
    ['99999', 'unknown-refusal'],
  ])('with ret %s end as %s and are not repeated', async (ret, code) => {
    await open();
    world.simulator.faults.add({ at: 'generate', times: 9, effect: { kind: 'ret', ret } });
    const { id } = await world.add();
    const failed = await world.untilEnded(id);
    // After a refused region a picture was seen to appear all the same.
    const charged = code === 'region-refused' ? 'maybe' : 'no';
    expect(failed.failure).toMatchObject({ code, charged, at: 'submitting' });
    await world.pass(60 * 60_000);
    const orders = world.simulator.requests.filter(({ endpoint }) => endpoint === 'generate');
    expect(orders).toHaveLength(1);
  });

  it('of the task itself are honest about the charge', async () => {
    await open();
    world.simulator.faults.add({
      at: 'generate',
      effect: { kind: 'task-fails', failCode: '2003' },
    });
    const { id } = await world.add();
    const failed = await world.untilEnded(id);
    expect(failed.failure).toMatchObject({ code: 'input-refused', charged: 'maybe' });
  });

  it('of a busy kind that end a task are failures, not something to wait for', async () => {
    await open();
    world.simulator.faults.add({
      at: 'generate',
      effect: { kind: 'task-fails', failCode: '1310' },
    });
    const { id } = await world.add();
    expect((await world.untilEnded(id)).failure).toMatchObject({ code: 'busy' });
    expect(world.simulator.submissions).toHaveLength(1);
  });
});

describe('Automatic', () => {
  const smartHdFails = { kind: 'task-fails', only: 'smart-hd' } as const;

  it('goes on with the next upscaler when Smart HD fails, and remembers what worked', async () => {
    await open();
    world.simulator.faults.add({ at: 'generate', times: 2, effect: smartHdFails });
    const first = await world.add({ upscaler: 'auto', picture: 'a' });
    const done = await world.untilEnded(first.id);
    expect(done).toMatchObject({
      stage: 'done',
      submission: { tool: 'super-resolution' },
      pastSubmissions: [{ tool: 'smart-hd', outcome: 'failed' }],
    });
    const second = await world.add({ upscaler: 'auto', picture: 'b' });
    expect(await world.untilEnded(second.id)).toMatchObject({ pastSubmissions: [] });
    expect(world.simulator.submissions.map(({ tool }) => tool)).toEqual([
      'smart-hd',
      'super-resolution',
      'super-resolution',
    ]);
  });

  it('tries each upscaler once, then fails', async () => {
    await open();
    const effect = { kind: 'task-fails' } as const;
    world.simulator.faults.add({ at: 'generate', times: 9, effect });
    const { id } = await world.add({ upscaler: 'auto' });
    expect((await world.untilEnded(id)).failure?.code).toBe('generation-failed');
    expect(world.simulator.submissions.map(({ tool }) => tool)).toEqual([
      'smart-hd',
      'super-resolution',
      'fast-hd',
    ]);
  });

  it('forgets after a week, and starts anew for another account', async () => {
    await open();
    world.simulator.faults.add({ at: 'generate', times: 9, effect: smartHdFails });
    const first = await world.add({ upscaler: 'auto', picture: 'a' });
    await world.untilEnded(first.id);
    await world.signIn('login-2', 'lin');
    const other = await world.add({ upscaler: 'auto', picture: 'b' });
    expect((await world.untilEnded(other.id)).pastSubmissions).toHaveLength(1);
    await world.pass(8 * 24 * 60 * 60_000);
    const later = await world.add({ upscaler: 'auto', picture: 'c' });
    expect((await world.untilEnded(later.id)).pastSubmissions).toHaveLength(1);
  });

  it('goes on when Smart HD is refused as outdated', async () => {
    await open();
    const effect = { kind: 'ret', ret: '3018', failCode: '1017' } as const;
    world.simulator.faults.add({ at: 'generate', effect });
    const { id } = await world.add({ upscaler: 'auto' });
    expect(await world.untilEnded(id)).toMatchObject({
      stage: 'done',
      submission: { tool: 'super-resolution' },
    });
  });

  it('goes on after an unknown refusal once polls have proven that there is no task', async () => {
    await open();
    world.simulator.faults.add({ at: 'generate', effect: { kind: 'ret', ret: '99999' } });
    const { id } = await world.add({ upscaler: 'auto' });
    const [refused] = (await world.untilEnded(id)).pastSubmissions;
    const [ordered] = world.simulator.submissions;
    expect(refused).toMatchObject({ tool: 'smart-hd', outcome: 'failed' });
    expect((ordered?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThan(60_000);
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it('follows an order that was refused with an unknown number and runs nevertheless', async () => {
    await open();
    const effect = { kind: 'ret', ret: '99999', keepData: true } as const;
    world.simulator.faults.add({ at: 'generate', effect });
    const { id } = await world.add({ upscaler: 'auto' });
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done', pastSubmissions: [] });
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it('does not change the tool after a content refusal or when the person chose it', async () => {
    await open();
    const content = { kind: 'task-fails', failCode: '2039' } as const;
    world.simulator.faults.add({ at: 'generate', effect: content });
    const refused = await world.add({ upscaler: 'auto', picture: 'a' });
    expect((await world.untilEnded(refused.id)).failure?.code).toBe('input-refused');
    world.simulator.faults.add({ at: 'generate', effect: { kind: 'task-fails' } });
    const chosen = await world.add({ upscaler: 'super-resolution', picture: 'b' });
    expect((await world.untilEnded(chosen.id)).failure?.code).toBe('generation-failed');
    expect(world.simulator.submissions).toHaveLength(2);
  });
});

describe('a poll that is refused', () => {
  it.each(['3018', '2002', '99999'])('with %s does not make Automatic order anew', async (ret) => {
    await open();
    world.simulator.faults.add({ at: 'history', effect: { kind: 'ret', ret } });
    const { id } = await world.add({ upscaler: 'auto' });
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done', pastSubmissions: [] });
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it('by risk control stops the orders even while an unanswered one is searched for', async () => {
    await open();
    const refused = { kind: 'ret', ret: '1019' } as const;
    world.simulator.faults.add({ at: 'generate', effect: { kind: 'reset', when: 'after' } });
    world.simulator.faults.add({ at: 'history', effect: refused });
    const first = await world.add({ picture: 'a' });
    await world.pass(10_000);
    const heldAt = world.now;
    const second = await world.add({ picture: 'b' });
    await world.pass(9 * 60_000);
    expect(world.simulator.submissions).toHaveLength(1);
    for (const { id } of [first, second]) await world.untilEnded(id);
    expect(world.simulator.submissions).toHaveLength(2);
    expect((world.simulator.submissions[1]?.at ?? 0) - heldAt).toBeGreaterThan(9 * 60_000);
  });
});
