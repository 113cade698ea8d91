import { beforeEach, expect, it } from 'vitest';
import type { Data } from '@/lib/browser/messages';
import type { HandedIn } from '@/lib/jobs/store/handed-in';
import { fold } from '@/lib/picker/fold';
import type { PageOrigin } from '@/lib/sources/origin';
import { framePicture } from '@/tests/support/page-pictures';
import { type AddDeps, addPictures } from './add-pictures';

type Found = { origin: PageOrigin } | { file: Blob } | undefined;

let found: Map<string, Found | Promise<Found>>;
let handed: (HandedIn & { bytes: Blob | undefined })[];
let sent: Data<'addBatch'>[];
let deps: AddDeps;

const origin = (url: string): PageOrigin => ({
  kind: 'page',
  url,
  pageUrl: 'https://gallery.example/',
  pageTitle: 'Gallery',
  tabId: 1,
  frameId: 0,
  frameUrl: 'https://gallery.example/',
});
const asking = (...ids: string[]) => ({
  pictures: pictures(...ids),
  leftOut: { large: 0, known: 0 },
});
const pictures = (...ids: string[]) =>
  fold(
    ids.map((id) => framePicture(id, { alt: 'Old. harbour', url: `blob:https://x.example/${id}` })),
    [1],
    new Map(),
  );

beforeEach(() => {
  found = new Map();
  handed = [];
  sent = [];
  let next = 0;
  deps = {
    collectorOf: (tabId) => (tabId === 1 ? { origin: async (id) => found.get(id) } : undefined),
    async handIn(images) {
      for (const { image, bytes } of images) handed.push({ ...image, bytes });
    },
    readDataAddress: async (address) => new Blob([address], { type: 'image/webp' }),
    batchId: () => 'batch',
    async send(request) {
      sent.push(request);
    },
    uuid: () => `id-${++next}`,
    now: () => 1_000,
  };
});

it('sends all in one message, in their order, however long each takes', async () => {
  found.set(
    'a1',
    new Promise((resolve) => setTimeout(resolve, 20, { origin: origin('https://x/1') })),
  );
  found.set('a2', { file: new Blob(['pixels'], { type: 'image/png' }) });
  found.set('a3', { origin: origin('https://x/3') });
  const picked = { ...asking('a1', 'a2', 'a3'), leftOut: { large: 2, known: 1 }, budget: 40 };
  const places = new Map(picked.pictures.map(({ id }, at) => [id, 7 + at]));
  const outcome = await addPictures(picked, '4k', places, deps);
  expect(outcome).toEqual({ kind: 'added', added: 3, unread: 0 });
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({
    target: '4k',
    leftOut: { large: 2, known: 1 },
    budget: 40,
    pictures: [
      { kind: 'page', origin: { url: 'https://x/1' }, index: 7 },
      { kind: 'file', id: 'id-1', index: 8 },
      { kind: 'page', origin: { url: 'https://x/3' }, index: 9 },
    ],
  });
  // No row of its own is made of it while the batch is on its way.
  expect(handed).toMatchObject([{ id: 'id-1', name: 'Old. harbour', forBatchAt: 1_000 }]);
});

it('hands long data: addresses in as files: a message has a limit', async () => {
  found.set('a1', { origin: origin(`data:image/webp;base64,${'A'.repeat(30_000)}`) });
  found.set('a2', { origin: origin('data:image/webp;base64,AA') });
  await addPictures(asking('a1', 'a2'), '2k', new Map(), deps);
  expect(sent[0]?.pictures.map(({ kind }) => kind)).toEqual(['file', 'page']);
  expect(handed).toHaveLength(1);
});

it('counts what could not be read, and sends nothing for nothing', async () => {
  found.set('a1', { origin: origin('https://x/1') });
  found.set('a2', Promise.reject(new Error('too large')));
  expect(await addPictures(asking('a1', 'a2', 'a3'), '2k', new Map(), deps)).toMatchObject({
    added: 1,
    unread: 2,
  });
  expect(await addPictures(asking('a4'), '2k', new Map(), deps)).toMatchObject({
    added: 0,
    unread: 1,
  });
  expect(sent).toHaveLength(1);
});
