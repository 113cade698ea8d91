import { afterEach, describe, expect, it } from 'vitest';
import { type CrashPoint, createJobWorld, type JobWorld } from '@/tests/support/job-world';
import { isEnded, type Job } from '../model/job';

let world: JobWorld;
afterEach(() => world?.close());

/** Whether the order that got no answer had arrived. */
type Fate = 'arrived' | 'lost';

/** A row that failed with `submit-unconfirmed`; the service is well again, and the button is pressed. */
async function retryUnconfirmed(fate: Fate, crash?: CrashPoint) {
  world = await createJobWorld({ ...(crash && { crash }) });
  const { faults } = world.simulator;
  const when = fate === 'arrived' ? 'after' : 'before';
  faults.add({ at: 'generate', effect: { kind: 'reset', when } });
  faults.add({ at: 'history', times: 99, effect: { kind: 'missing-record' } });
  const { id } = await world.add();
  const failed = await world.untilEnded(id);
  expect(failed.failure?.code).toBe('submit-unconfirmed');
  faults.clear();
  const before = world.effects.length;
  // A killed worker answers nobody.
  void world.commands.retry(id);
  await world.settle();
  // The person presses again if the press was lost with its worker.
  if (isEnded((await world.store.get(id)) as Job)) await world.restartBrowser();
  const pressed = await world.store.get(id);
  if (pressed && isEnded(pressed) && pressed.stage !== 'done') await world.commands.retry(id);
  const ended = await world.untilEnded(id);
  return { ended, effects: world.effects.slice(before) };
}

describe('Retry after an order without an answer', () => {
  it('adopts the order that had arrived, and makes no other', async () => {
    const { ended } = await retryUnconfirmed('arrived');
    expect(ended).toMatchObject({ stage: 'done', pastSubmissions: [] });
    expect(world.simulator.submissions).toHaveLength(1);
    expect(ended.submission?.submitId).toBe(world.simulator.submissions[0]?.submitId);
  });

  it('makes one new order when the old one is not there', async () => {
    const { ended } = await retryUnconfirmed('lost');
    expect(ended).toMatchObject({ stage: 'done', pastSubmissions: [{ outcome: 'unconfirmed' }] });
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it('makes no order before the service has answered the search', async () => {
    world = await createJobWorld();
    const { faults } = world.simulator;
    faults.add({ at: 'generate', effect: { kind: 'reset', when: 'after' } });
    faults.add({ at: 'history', times: 99, effect: { kind: 'missing-record' } });
    const { id } = await world.add();
    await world.untilEnded(id);
    faults.clear();
    const mend = faults.add({ at: 'history', times: 999, effect: { kind: 'http', status: 500 } });
    await world.commands.retry(id);
    await world.pass(20 * 60_000);
    expect(await world.store.get(id)).toMatchObject({ stage: 'submitting' });
    mend();
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it('searches as patiently as ever for an order that was cancelled a moment ago', async () => {
    world = await createJobWorld();
    const { faults } = world.simulator;
    faults.add({ at: 'generate', effect: { kind: 'reset', when: 'after' } });
    const hide = faults.add({ at: 'history', times: 99, effect: { kind: 'missing-record' } });
    const { id } = await world.add();
    await world.until(id, ({ stage, polls }) => stage === 'submitting' && polls === 1);
    await world.commands.cancel(id);
    await world.commands.retry(id);
    await world.pass(10_000);
    hide();
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done', pastSubmissions: [] });
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it.each<Fate>(['arrived', 'lost'])(
    'never pays twice wherever the worker dies, if the old order %s',
    async (fate) => {
      const { effects } = await retryUnconfirmed(fate);
      await world.close();
      const outcomes: Record<string, number> = {};
      for (const effect of effects) {
        for (const when of ['before', 'after'] as const) {
          const { ended } = await retryUnconfirmed(fate, { effect, when });
          const at = `${when} ${effect}`;
          await world.pass(5 * 60_000);
          const { submissions, violations } = world.simulator;
          expect(violations, at).toEqual([]);
          expect(submissions.length, at).toBeLessThanOrEqual(1);
          if (ended.stage === 'done') expect(submissions, at).toHaveLength(1);
          else {
            expect(ended.failure, at).toMatchObject({ code: 'submit-unconfirmed' });
            expect(submissions, at).toHaveLength(fate === 'arrived' ? 1 : 0);
          }
          outcomes[ended.stage] = (outcomes[ended.stage] ?? 0) + 1;
          await world.close();
        }
      }
      process.stdout.write(`retry crash matrix, ${fate}: ${JSON.stringify(outcomes)}\n`);
      expect(outcomes.done).toBeGreaterThan(effects.length);
    },
    120_000,
  );
});
