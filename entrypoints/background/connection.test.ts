import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { consent } from '@/lib/browser/storage/consent';
import { createJimeng } from '@/lib/jimeng/client';
import { JIMENG_CN } from '@/lib/jimeng/model/sites';
import { createSimulator, type Simulator } from '@/simulator/simulator';
import { fakeSessionRules } from '@/tests/support/session-rules';
import { type Connection, createConnection } from './connection';
import { createRecording } from './recording';

let simulator: Simulator;

beforeEach(async () => {
  fakeBrowser.reset();
  fakeSessionRules();
  Object.assign(fakeBrowser.permissions, { contains: async () => true });
  simulator = createSimulator({ sessions: ['session-1'] });
  simulator.browser.signIn();
  await consent.grant(1);
});

function create(fetch: typeof globalThis.fetch = simulator.fetch): Connection {
  const recording = createRecording({
    fetch,
    now: Date.now,
    onTurn() {},
    onExchange() {},
  });
  return createConnection({
    fetch,
    client: (_site, waysAt) =>
      createJimeng({
        site: JIMENG_CN,
        ...waysAt({ site: 'jimeng', cluster: 'jimeng' }),
        now: Date.now,
        uuid: () => crypto.randomUUID(),
      }),
    session: async () => ({ state: 'signed-in', account: 'a' }),
    recording,
    version: '0.1.0',
  });
}

const untilDone = (connection: Connection) =>
  vi.waitFor(async () => expect((await connection.state()).check).toBe('done'), 5_000);

it('sends nothing without consent', async () => {
  await consent.revoke();
  const connection = create();
  expect(await connection.start('jimeng')).toBe(false);
  expect((await connection.state()).check).toBe('none');
  expect(simulator.requests).toEqual([]);
});

it('checks once, however often it is started', async () => {
  const connection = create();
  await Promise.all([connection.start('jimeng'), connection.start('jimeng')]);
  await connection.start('jimeng');
  await untilDone(connection);
  expect(simulator.requests.filter(({ endpoint }) => endpoint === 'user-info')).toHaveLength(1);
  expect(simulator.submissions).toEqual([]);
});

it('sends nothing more after the consent was withdrawn', async () => {
  const connection = create(async (input, init) => {
    connection.stop();
    return simulator.fetch(input, init);
  });
  await connection.start('jimeng');
  await untilDone(connection);
  const { lines } = await connection.state();
  expect(lines.map(({ code }) => code).filter((code) => code === 'stopped').length).toBeGreaterThan(
    5,
  );
  expect(simulator.requests.length).toBeLessThan(2);
});

it('makes a report without secrets, also in the next worker', async () => {
  const connection = create();
  await connection.start('jimeng');
  await untilDone(connection);
  await vi.waitFor(async () =>
    expect(await fakeBrowser.storage.session.get('connectionCheck')).not.toEqual({}),
  );
  const next = create();
  expect(await next.state()).toMatchObject({ check: 'done', recorded: 0 });
  for (const text of [await connection.report(), await next.report()]) {
    const { check, versions } = JSON.parse(text);
    expect(check.lines).toHaveLength(9);
    expect(check.exchanges).toHaveLength(7);
    expect(versions.jimeng.appvr.isOverridden).toBe(false);
    for (const secret of simulator.secrets) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(encodeURIComponent(secret));
    }
  }
});
