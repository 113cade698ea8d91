import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { RECORDING_MS } from '@/lib/browser/storage/recording';
import type { Ways } from '@/lib/jimeng/check/check';
import { createRecording, type Recording } from './recording';

const JIMENG = { site: 'jimeng', cluster: 'jimeng' } as const;

let now: number;
let turns: number;

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers();
  now = 1_795_000_000_000;
  turns = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

function create(ways: Partial<Ways> = {}): Recording {
  return createRecording({
    ...ways,
    fetch: async () => Response.json({ ret: '0', data: { secret: 'do not keep me' } }),
    now: () => now,
    onTurn: () => {
      turns += 1;
    },
    onExchange: () => {},
  });
}

/** Sends a request, and waits until its answer is described. */
async function send(recording: Recording, times = 1): Promise<void> {
  for (let each = 0; each < times; each += 1) {
    await recording.ways(JIMENG).fetch('https://jimeng.jianying.com/mweb/v1/get_user_info');
  }
  await vi.advanceTimersByTimeAsync(400);
}

it('is off at first: it records and stores nothing', async () => {
  const recording = create();
  await send(recording);
  expect(recording.until()).toBeUndefined();
  expect(recording.exchanges()).toEqual([]);
  expect(await fakeBrowser.storage.session.get()).toEqual({});
});

it('records shapes, in the memory of the browser and nowhere else', async () => {
  const recording = create();
  await recording.turn(true);
  await send(recording, 2);
  expect(recording.exchanges()).toHaveLength(2);
  const stored = JSON.stringify(await fakeBrowser.storage.session.get());
  expect(stored).toContain('get_user_info');
  expect(stored).not.toContain('do not keep me');
  expect(await fakeBrowser.storage.local.get()).toEqual({});
  expect(await fakeBrowser.storage.sync.get()).toEqual({});
});

it('ends by itself after ten minutes, and keeps what it has', async () => {
  const recording = create();
  await recording.turn(true);
  await send(recording);
  expect(recording.until()).toBe(now + RECORDING_MS);
  expect(RECORDING_MS).toBe(600_000);
  now += RECORDING_MS;
  await send(recording);
  expect(recording.until()).toBeUndefined();
  expect(recording.exchanges()).toHaveLength(1);
});

it('sets the alarm that takes REC off the badge', async () => {
  await create().turn(true);
  const alarm = await fakeBrowser.alarms.get('recording');
  expect(alarm?.scheduledTime).toBe(now + RECORDING_MS);
});

it('goes on in the next worker, for no longer than it would have', async () => {
  const first = create();
  await first.turn(true);
  await send(first);
  now += 60_000;
  const next = create();
  await send(next);
  expect(next.exchanges()).toHaveLength(2);
  expect(next.until()).toBe(now + RECORDING_MS - 60_000);
});

it('cannot be lengthened by a clock that is set back, nor be filled with anything', async () => {
  await fakeBrowser.storage.session.set({
    recording: { until: now + 99 * RECORDING_MS, exchanges: ['a secret', { host: 'a secret' }] },
  });
  const recording = create();
  await recording.ready;
  expect(recording.until()).toBe(now + RECORDING_MS);
  expect(recording.exchanges()).toEqual([]);
});

it('is ended by hand, and a new one begins empty', async () => {
  const recording = create();
  await recording.turn(true);
  await send(recording);
  await recording.turn(false);
  await send(recording);
  expect(recording.until()).toBeUndefined();
  expect(recording.exchanges()).toHaveLength(1);
  await recording.turn(true);
  expect(recording.exchanges()).toEqual([]);
  expect(turns).toBe(3);
});

it('holds at most 500 exchanges', async () => {
  const recording = create();
  await recording.turn(true);
  await send(recording, 510);
  expect(recording.exchanges()).toHaveLength(500);
});

it('passes through when the memory cannot be read', async () => {
  Object.assign(fakeBrowser.storage.session, { get: () => Promise.reject(new Error('broken')) });
  const recording = create();
  expect((await recording.ways(JIMENG).fetch('https://jimeng.jianying.com/')).status).toBe(200);
});

it('records what the page of the service and an upload send', async () => {
  const answer = { ret: '0', data: { secret: 'do not keep me' } };
  const recording = create({
    send: async ({ url }) => ({ status: 200, text: JSON.stringify(answer), url }),
  });
  const page = recording.throughPage(
    {
      ready: async (read) => read(async () => Response.json(answer)),
      send: async () => Response.json(answer, { status: 403 }),
    },
    { site: 'dreamina', cluster: 'dreamina-us' },
  );
  await recording.turn(true);
  const { send } = recording.ways(JIMENG);
  const request = (path: string) => ({
    url: `https://jimeng.jianying.com${path}`,
    headers: { Sign: 'do not keep me' },
    body: 'do not keep me',
  });
  await send?.({ ...request('/upload/v1/a/b'), body: new Blob(['x']), stallMs: 1, answerMs: 1 });
  await page.ready(async (read) => void (await read(request('/mweb/v1/get_user_info'))));
  const refused = await page.send(request('/mweb/v1/aigc_draft/generate'));
  expect(await refused.json()).toEqual(answer);
  await vi.advanceTimersByTimeAsync(400);
  expect(recording.exchanges().map(({ path, status, cluster }) => [path, status, cluster])).toEqual(
    [
      ['/upload/v1/{id}', 200, 'jimeng'],
      ['/mweb/v1/get_user_info', 200, 'dreamina-us'],
      ['/mweb/v1/aigc_draft/generate', 403, 'dreamina-us'],
    ],
  );
  expect(JSON.stringify(recording.exchanges())).not.toContain('do not keep me');
});
