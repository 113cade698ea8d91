import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { jobAlarm } from './alarm';

const fail = (error: unknown) => {
  throw error;
};

let parentCalls: number;

beforeEach(() => {
  fakeBrowser.reset();
  parentCalls = 0;
  Object.assign(fakeBrowser.runtime, {
    getPlatformInfo: async () => {
      parentCalls += 1;
    },
  });
});

it('is one alarm, however often it is armed, and the last time counts', async () => {
  await jobAlarm.arm(600_000);
  const before = Date.now();
  await jobAlarm.arm(30_000);
  const [alarm, ...others] = await fakeBrowser.alarms.getAll();
  expect(others).toEqual([]);
  const delay = (alarm?.scheduledTime ?? 0) - before;
  expect(delay).toBeGreaterThanOrEqual(30_000);
  expect(delay).toBeLessThan(35_000);
  expect(alarm?.periodInMinutes).toBeUndefined();
});

it('makes a call that keeps Firefox awake each time it is armed', async () => {
  await jobAlarm.arm(30_000);
  await jobAlarm.arm(30_000);
  expect(parentCalls).toBe(2);
});

it('can be cleared, and leaves the alarms of others', async () => {
  await jobAlarm.arm(30_000);
  await fakeBrowser.alarms.create('other', { delayInMinutes: 1 });
  await jobAlarm.clear();
  expect((await fakeBrowser.alarms.getAll()).map(({ name }) => name)).toEqual(['other']);
});

it('rings for its own alarm only', async () => {
  let rings = 0;
  jobAlarm.onRing(() => {
    rings += 1;
  }, fail);
  await jobAlarm.arm(30_000);
  const [own] = await fakeBrowser.alarms.getAll();
  if (!own) throw new Error('no alarm');
  await fakeBrowser.alarms.onAlarm.trigger(own);
  await fakeBrowser.alarms.onAlarm.trigger({ ...own, name: 'other' });
  expect(rings).toBe(1);
});

it('is armed anew when it rings, before anything that may fail', async () => {
  const alarmsAtRing: Promise<unknown[]>[] = [];
  jobAlarm.onRing(() => {
    alarmsAtRing.push(fakeBrowser.alarms.getAll());
    // Whatever opens the database rejects: nothing after this arms an alarm.
  }, fail);
  const rung = { name: 'jobs', scheduledTime: Date.now() };
  await fakeBrowser.alarms.onAlarm.trigger({ ...rung, persistAcrossSessions: false });
  expect(await alarmsAtRing[0]).toMatchObject([{ name: 'jobs' }]);
  const [next] = await fakeBrowser.alarms.getAll();
  const delay = (next?.scheduledTime ?? 0) - Date.now();
  expect(delay).toBeGreaterThan(25_000);
  expect(delay).toBeLessThan(35_000);
});

it('reports when it cannot be armed, and rings all the same', async () => {
  const { create } = fakeBrowser.alarms;
  const broken = new Error('no alarms');
  fakeBrowser.alarms.create = () => Promise.reject(broken);
  const reports: unknown[] = [];
  let rings = 0;
  jobAlarm.onRing(
    () => {
      rings += 1;
    },
    (error) => reports.push(error),
  );
  await fakeBrowser.alarms.onAlarm.trigger({
    name: 'jobs',
    scheduledTime: 0,
    persistAcrossSessions: false,
  });
  await new Promise((resolve) => setTimeout(resolve));
  fakeBrowser.alarms.create = create;
  expect({ rings, reports }).toEqual({ rings: 1, reports: [broken] });
});
