import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { jobAlarm, refundAlarm } from './alarm';

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
  // It fires again, also if the worker dies or fails.
  expect(alarm?.periodInMinutes).toBe(0.5);
});

it('makes a call that keeps Firefox awake each time it is armed', async () => {
  await jobAlarm.arm(30_000);
  await jobAlarm.arm(30_000);
  expect(parentCalls).toBe(2);
});

it('can be cleared without clearing other alarms', async () => {
  await jobAlarm.arm(30_000);
  await fakeBrowser.alarms.create('other', { delayInMinutes: 1 });
  await jobAlarm.clear();
  expect((await fakeBrowser.alarms.getAll()).map(({ name }) => name)).toEqual(['other']);
});

it('rings for its own alarm only', async () => {
  let rings = 0;
  jobAlarm.onRing(() => {
    rings += 1;
  });
  await jobAlarm.arm(30_000);
  const [own] = await fakeBrowser.alarms.getAll();
  if (!own) throw new Error('no alarm');
  await fakeBrowser.alarms.onAlarm.trigger(own);
  await fakeBrowser.alarms.onAlarm.trigger({ ...own, name: 'other' });
  expect(rings).toBe(1);
});

it('keeps the time of a refund alarm that is already set, which calls only its own listener', async () => {
  let rings = 0;
  refundAlarm.onRing(() => {
    rings += 1;
  });
  await refundAlarm.arm(300_000);
  const [first] = await fakeBrowser.alarms.getAll();
  await refundAlarm.arm(900_000);
  expect(await fakeBrowser.alarms.getAll()).toEqual([first]);
  const rung = { scheduledTime: 0, persistAcrossSessions: false };
  await fakeBrowser.alarms.onAlarm.trigger({ ...rung, name: 'jobs' });
  await fakeBrowser.alarms.onAlarm.trigger({ ...rung, name: 'refunds' });
  expect(rings).toBe(1);
});
