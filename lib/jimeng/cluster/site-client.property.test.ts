import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ClusterAnswer, type ClusterCall, twoClusters } from '@/tests/support/two-clusters';
import type { SiteId } from '../model/sites';

const answer = fc.constantFrom<ClusterAnswer>('in', '1015', '34010105', '1011', 'network');
const cluster = fc.constantFrom<SiteId>('dreamina-sg', 'dreamina-us');

/** One thing that happens: a call of the engine, or a change of the world. */
const event = fc.oneof(
  fc.record({ kind: fc.constant('order' as const), siteId: fc.option(cluster) }),
  fc.record({
    kind: fc.constant('read' as const),
    name: fc.constantFrom('credits', 'upload', 'current', 'account', 'confirm', 'lookUp'),
  }),
  fc.record({ kind: fc.constant('answers' as const), id: cluster, answer }),
  fc.record({ kind: fc.constant('login' as const), login: fc.constantFrom('a', 'b') }),
  fc.record({ kind: fc.constant('forget' as const) }),
);

async function run(events: (typeof event extends fc.Arbitrary<infer T> ? T : never)[]) {
  const two = twoClusters();
  const { client, world } = two;
  let orders = 0;
  for (const each of events) {
    switch (each.kind) {
      case 'order': {
        orders += 1;
        const sent = two.calls.length;
        const order = {
          submitId: String(orders),
          tool: 'smart-hd',
          target: '2k',
          imageUri: 'u',
          ...(each.siteId && { siteId: each.siteId }),
        } as const;
        if (!each.siteId) await client.current().catch(() => undefined);
        const [calls, writes] = [two.calls.length, two.writes.length];
        await client.submit(order).catch(() => undefined);
        const own = two.calls.slice(sent).filter(({ name }: ClusterCall) => name === 'submit');
        // One order, one cluster, whatever the answer; at most one send.
        expect(own.length).toBeLessThanOrEqual(1);
        if (each.siteId) {
          expect(own.map(({ id }) => id)).toEqual([each.siteId]);
          // An order asks for nothing and changes nothing that is remembered.
          expect(two.calls.slice(calls)).toHaveLength(1);
          expect(two.writes).toHaveLength(writes);
        }
        break;
      }
      case 'read': {
        const reads: Record<string, () => Promise<unknown>> = {
          credits: () => client.credits(),
          upload: () => client.upload(new Blob()),
          current: () => client.current(),
          account: () => client.account(),
          confirm: () => client.confirm(),
          lookUp: () => client.lookUp(['1']),
        };
        const [calls, writes] = [two.calls.length, two.writes.length];
        await reads[each.name]?.().catch(() => undefined);
        const made = two.calls.slice(calls);
        expect(made.filter(({ name }) => name === 'submit')).toEqual([]);
        // At most: two confirmations to find a cluster, the read, one more confirmation and the repeated read.
        expect(made.length).toBeLessThanOrEqual(5);
        // Only what a read has shown is remembered, for the login of the read.
        for (const [login, id] of two.writes.slice(writes)) {
          expect(login).toBe(world.login);
          expect(world.answers[id]).toBe('in');
        }
        break;
      }
      case 'answers':
        world.answers[each.id] = each.answer;
        break;
      case 'login':
        world.login = each.login;
        break;
      case 'forget':
        client.forgetSession();
        break;
    }
  }
}

it('sends an order to one cluster, once, and never learns from it', async () => {
  await fc.assert(fc.asyncProperty(fc.array(event, { maxLength: 25 }), run), { numRuns: 300 });
});
