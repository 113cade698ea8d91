// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { OptionsHistoryProps } from '@/components/options/history';
import { sendMessage } from '@/lib/browser/messages';
import { historyFile } from '@/lib/jobs/history/history-file';
import type { Job } from '@/lib/jobs/model/job';
import { deleteJobStore, openJobStore } from '@/lib/jobs/store/jobs';
import { ENDED } from '@/tests/stories/jobs';
import { connectHistory } from './history';

vi.mock('@/lib/browser/messages', () => ({ sendMessage: vi.fn() }));

/** UTF-8 bytes of a message between contexts, above which Chrome refuses it (64 MiB). */
const CHROME_LIMIT = 64 * 2 ** 20;

let parts: Job[][];
beforeEach(async () => {
  fakeBrowser.reset();
  Object.assign(navigator, { storage: { estimate: async () => ({}) } });
  await deleteJobStore();
  parts = [];
  vi.mocked(sendMessage).mockReset();
  vi.mocked(sendMessage).mockImplementation(async (...[, jobs]: unknown[]) => {
    const part = jobs as Job[];
    if (new Blob([JSON.stringify(part)]).size > CHROME_LIMIT) throw new Error('message too long');
    parts.push(part);
    return part.length as never;
  });
});

type Imported = NonNullable<OptionsHistoryProps['imported']>;

/** Imports, and tells what the page said on the way and at the end. */
async function importing(file: Blob): Promise<Imported[]> {
  const live = connectHistory();
  const said: Imported[] = [];
  live.subscribe(({ imported }) => {
    if (imported && imported !== said.at(-1)) said.push(imported);
  });
  live.value.actions.importHistory(file);
  await vi.waitFor(() => expect(said.at(-1)?.state).toMatch(/^(?!reading)/), { timeout: 60_000 });
  return said;
}

const rows = (count: number): Job[] =>
  Array.from({ length: count }, (_, index) => ({ ...(ENDED.done as Job), id: `job-${index}` }));
const fileOf = (text: string, size = text.length) =>
  Object.assign(
    new Blob([text]),
    { text: vi.fn(async () => text) },
    size > text.length && { size },
  );

describe('an import', () => {
  it('says what came of it', async () => {
    const said = await importing(fileOf(historyFile(rows(3), 1)));
    expect(said.at(-1)).toEqual({ state: 'done', added: 3, known: 0, skipped: 0 });
  });

  it('of a file above the limit is refused before a byte of it is read', async () => {
    const file = new Blob(['x']);
    Object.defineProperty(file, 'size', { value: 2_000_000_000 });
    const text = vi.spyOn(file, 'text');
    expect(await importing(file)).toEqual([{ state: 'too-large' }]);
    expect(text).not.toHaveBeenCalled();
  });

  it('of a long history goes in parts that every browser carries, and tells how far it is', async () => {
    // As JSON in the file 63 MB, and with the fields that a row has here above 64 MiB.
    const [row] = JSON.parse(historyFile(rows(1), 1)).rows;
    const count = Math.floor(62_000_000 / JSON.stringify(row).length);
    const text = JSON.stringify({
      format: 'upscale-with-dreamina/history',
      version: 1,
      rows: Array.from({ length: count }, (_, index) => ({ ...row, id: `j${index}` })),
    });
    const said = await importing(fileOf(text));
    expect(said.at(-1)).toEqual({ state: 'done', added: count, known: 0, skipped: 0 });
    expect(parts.flat().map(({ id }) => id)).toEqual(
      Array.from({ length: count }, (_, i) => `j${i}`),
    );
    const shares = said.flatMap((each) => (each.state === 'reading' ? [each.share] : []));
    expect(shares.length).toBeGreaterThan(4);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  }, 120_000);

  it('that breaks off says so, and how many rows are here', async () => {
    vi.mocked(sendMessage).mockRejectedValue(new Error('no response'));
    expect((await importing(fileOf(historyFile(rows(3), 1)))).at(-1)).toEqual({
      state: 'broken-off',
      added: 0,
    });
  });

  it('of a file that cannot be read says so', async () => {
    const file = Object.assign(new Blob(['x']), {
      text: () => Promise.reject(new DOMException('gone', 'NotFoundError')),
    });
    expect((await importing(file)).at(-1)).toEqual({ state: 'broken-off', added: 0 });
  });

  it.each(['', 'null', '[]'])('of what is no history says so: %j', async (text) => {
    expect((await importing(fileOf(text))).at(-1)).toEqual({ state: 'no-history' });
  });
});

it('counts a row that comes while the rows before it are counted', async () => {
  let answer = () => {};
  const estimate = vi.fn(() => new Promise<object>((resolve) => (answer = () => resolve({}))));
  Object.assign(navigator, { storage: { estimate } });
  const live = connectHistory();
  await vi.waitFor(() => expect(estimate).toHaveBeenCalledOnce());
  const heard = new Promise((resolve) => {
    new BroadcastChannel('jobs').onmessage = resolve;
  });
  const channel = new BroadcastChannel('jobs');
  const store = await openJobStore((id) => channel.postMessage(id));
  await store.merge(rows(2));
  await heard;
  Object.assign(navigator, { storage: { estimate: async () => ({}) } });
  answer();
  await vi.waitFor(() => expect(live.value.rows).toBe(2), { timeout: 5_000 });
  store.close();
});
