import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Scan } from '@/components/picker/view';
import type { Collector, CollectorUpdate } from '@/lib/browser/tabs/collector';
import type { OutOfReach } from '@/lib/browser/tabs/reach';
import { framePicture } from '@/tests/support/page-pictures';
import { type FollowedTabs, followTabs } from './follow-tabs';

class Replaced extends Error {}

const NOTHING: CollectorUpdate = {
  changed: [],
  dropped: [],
  joined: {},
  isScrolling: false,
  isAtEnd: false,
  isFull: false,
};

let answers: Map<number, () => Promise<CollectorUpdate>>;
let reasons: Map<number, OutOfReach>;
let asked: number[];
let stopped: number[];
let told: string[];
let scan: Scan | undefined;
let tabs: FollowedTabs;

function collector(tabId: number): Collector {
  return {
    update() {
      asked.push(tabId);
      return answers.get(tabId)?.() ?? Promise.reject(new Error('out of reach'));
    },
    scroll: async () => {},
    thumbnail: async () => undefined,
    origin: async () => undefined,
    async stop() {
      stopped.push(tabId);
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  answers = new Map();
  reasons = new Map();
  asked = [];
  stopped = [];
  told = [];
  tabs = followTabs({
    create: collector,
    isReplaced: (error) => error instanceof Replaced,
    whyOutOfReach: async (id) => reasons.get(id) ?? 'no-access',
    onPictures({ changed, dropped }) {
      told.push(...changed.map(({ id }) => id), ...dropped);
    },
    onScan: (now) => {
      scan = now;
    },
  });
});
afterEach(() => {
  tabs.stop();
  vi.useRealTimers();
});

it('asks again and again, never two at once, and tells what changed', async () => {
  let give: (answer: CollectorUpdate) => void = () => {};
  answers.set(1, () => new Promise((resolve) => (give = resolve)));
  tabs.choose([1]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(asked).toEqual([1]);
  expect(scan?.isSearching).toBe(true);
  give({ ...NOTHING, changed: [framePicture('a1')], dropped: ['b'], isFull: true });
  await vi.advanceTimersByTimeAsync(600);
  expect(told).toEqual(['a1', 'b']);
  expect(scan).toMatchObject({ isSearching: false, isFull: true });
  expect(asked).toEqual([1, 1]);
});

it('counts tabs out of reach, and asks them at once when access may have come', async () => {
  reasons.set(2, 'forbidden');
  tabs.choose([1, 2]);
  await vi.advanceTimersByTimeAsync(1);
  expect(scan).toMatchObject({ canScroll: false, outOfReach: { 'no-access': 1, forbidden: 1 } });
  answers.set(2, async () => NOTHING);
  tabs.askAgain();
  await vi.advanceTimersByTimeAsync(1);
  expect(scan?.outOfReach).toEqual({ 'no-access': 1, forbidden: 0, closed: 0 });
});

it('asks one question at a time, however often access comes', async () => {
  tabs.choose([1]);
  await vi.advanceTimersByTimeAsync(1);
  let give: (answer: CollectorUpdate) => void = () => {};
  let refuse: (error: Error) => void = () => {};
  answers.set(1, () => new Promise((resolve, reject) => ([give, refuse] = [resolve, reject])));
  tabs.askAgain();
  tabs.askAgain();
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toEqual([1, 1]);
  // It may have been asked before access came.
  refuse(new Error('out of reach'));
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toEqual([1, 1, 1]);
  give(NOTHING);
  answers.set(1, async () => NOTHING);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(asked.length).toBeLessThanOrEqual(13);
});

it('leaves a tab to the picker that has taken it over', async () => {
  answers.set(1, () => Promise.reject(new Replaced()));
  tabs.choose([1]);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(asked).toEqual([1]);
  expect(scan).toMatchObject({ isReplaced: true, outOfReach: { 'no-access': 0 } });
  tabs.stop();
  expect(stopped).toEqual([]);
});

it('takes the collector out of tabs that are left, and hears no late answer of them', async () => {
  let give: (answer: CollectorUpdate) => void = () => {};
  answers.set(1, () => new Promise((resolve) => (give = resolve)));
  answers.set(2, async () => NOTHING);
  tabs.choose([1, 2]);
  tabs.choose([2]);
  give({ ...NOTHING, changed: [framePicture('a1')] });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(stopped).toEqual([1]);
  expect(told).toEqual([]);
  expect(asked.filter((id) => id === 1)).toHaveLength(1);
});
