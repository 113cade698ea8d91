import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { drawn } from '@/tests/support/drawn';
import { ownSender, type Sender, wireMessages } from '@/tests/support/message-wire';
import { onMessage } from './message-answers';
import { MESSAGE_RULES } from './message-schemas';
import type { Name } from './messages';

const ROW = { id: 'a', stage: 'done' };
const WISH = { format: 'png', quality: 0.9, isNoteOn: true, nameTemplate: '{name}', folder: '' };
const OPTIONS = { target: '2k', upscaler: 'auto' };

const PART = { left: 0, top: 0, width: 300, height: 600 };
const PLAN = {
  kind: 'parts',
  width: 300,
  height: 1160,
  axis: 'y',
  overlap: 40,
  parts: [PART, { ...PART, top: 560 }],
  result: { width: 600, height: 2320 },
};

/** Valid data of each message. */
const GOOD: Record<Name, unknown> = {
  handedIn: undefined,
  pick: '4k',
  save: 'a',
  saveAs: 'a',
  upscaleAgain: { jobId: 'a', options: OPTIONS },
  addBatch: {
    id: 'b',
    name: 'Gallery',
    leftOut: { large: 1, known: 0 },
    budget: 40,
    target: '2k',
    pictures: [
      {
        kind: 'page',
        origin: {
          kind: 'page',
          url: 'https://gallery.example/a.png',
          pageUrl: 'https://gallery.example/',
          pageTitle: 'Gallery',
          frameUrl: 'https://gallery.example/',
          tabId: 1,
          frameId: 0,
        },
        name: 'a',
        index: 3,
      },
    ],
  },
  startBatch: { id: 'w', target: '2k', budget: 40 },
  discardBatch: 'w',
  pauseAll: 'on',
  pauseBatch: 'b',
  resumeBatch: 'b',
  setBatchBudget: { batchId: 'b', budget: 3 },
  cancelBatchRest: 'b',
  retryBatchFailed: 'b',
  answerBatch: { batchId: 'b', question: 'large', answer: 'leave' },
  removeBatch: 'b',
  retry: 'a',
  retryWith: { jobId: 'a', target: '2k' },
  cancel: 'a',
  remove: 'a',
  saveAll: ['a', 'b'],
  saveZip: ['b', 'a'],
  dismissZip: undefined,
  retryAll: ['a'],
  removeAll: [],
  clearHistory: undefined,
  undoRemoval: 1_795_359_580_000,
  importRows: [ROW],
  useExisting: 'a',
  startOver: 'a',
  upscaleAnyway: { jobId: 'a', asked: 'duplicate' },
  continueInPage: 'a',
  skipPage: 'a',
  keepOriginal: 'a',
  useScreen: 'a',
  useShown: 'a',
  showResults: ['a'],
  showBatchResults: 'b',
  hideResults: ['a'],
  hideBatchResults: 'b',
  wantReplaced: { pattern: 'https://gallery.example/*', jobIds: ['a'] },
  replaceOverview: undefined,
  opened: undefined,
  account: undefined,
  checkConnection: undefined,
  connection: undefined,
  record: 'on',
  connectionReport: undefined,
  costs: undefined,
  createObjectUrl: 'a/result',
  revokeObjectUrl: 'blob:chrome-extension://x/1',
  objectUrlsInUse: undefined,
  nameZip: { folder: 'Boats', at: 1_795_359_580_000 },
  openZip: 'z',
  addToZip: { id: 'z', blobKey: 'a/result', name: 'Boats/a.png', at: 1_795_359_580_000 },
  closeZip: 'z',
  discardZip: 'z',
  inspectPicture: 'a/input',
  preparePicture: { blobKey: 'a/input', shownKey: 'a/shown', target: '2k', background: '#ffffff' },
  restoreTransparency: {
    blobKey: 'a/input',
    shownKey: 'a/shown',
    transparency: { kind: 'shape', colour: '#0b7285' },
  },
  cutPart: { blobKey: 'a/input', plan: PLAN, index: 1 },
  joinParts: { plan: PLAN, results: [{ blobKey: 'a/part-0', width: 600, height: 1200 }] },
  makeFile: { job: ROW, type: 'png', wish: WISH, counter: 7 },
};
const NAMES = Object.keys(GOOD) as Name[];
const WORK = NAMES.filter((name) => MESSAGE_RULES[name].from === 'background');
const PAGES = ['popup.html', 'sidepanel.html', 'options.html', 'welcome.html', 'compare.html'];
/** As the library sends it. */
const wired = (type: string, data: unknown = GOOD[type as Name]) => ({ type, data, timestamp: 0 });
const rightSender = (name: Name) => ownSender(WORK.includes(name) ? 'background.js' : 'popup.html');

let send: ReturnType<typeof wireMessages>;
let accepted: [Name, unknown][];
let stops: (() => void)[];
beforeEach(() => {
  send = wireMessages('popup.html');
  accepted = [];
  stops = NAMES.map((name) =>
    onMessage(name, ((data: unknown) => void accepted.push([name, data])) as never),
  );
});
afterEach(() => {
  for (const stop of stops) stop();
});

it.each(NAMES)('%s is accepted from its sender with valid data', async (name) => {
  expect(await send(wired(name), rightSender(name))).toEqual({});
  expect(accepted).toEqual([[name, GOOD[name]]]);
});

it('commands are accepted from each of our pages, with any query and hash', async () => {
  for (const file of PAGES) await send(wired('remove'), ownSender(`${file}?job=1#b`));
  expect(accepted).toHaveLength(PAGES.length);
});

it('only the background may send work to the document, and it may send no commands', async () => {
  const crossed = [
    ...WORK.map((name) => [name, 'popup.html'] as const),
    ...NAMES.filter((name) => !WORK.includes(name)).map((name) => [name, 'background.js'] as const),
  ];
  for (const [name, file] of crossed) {
    const reply = await send(wired(name), ownSender(file));
    expect(reply).toMatchObject({ err: { message: expect.stringContaining('our own') } });
  }
  expect(accepted).toEqual([]);
});

describe('no listener is called and nothing is thrown', () => {
  const own = fakeBrowser.runtime.getURL('/');
  const wrongSender: fc.Arbitrary<Sender> = fc.oneof(
    fc.record({
      id: fc.constantFrom(undefined, '', 'another-extension', fakeBrowser.runtime.id),
      url: fc.constantFrom(
        undefined,
        '',
        own,
        'https://evil.example/',
        'https://evil.example/popup.html',
        `https://evil.example/#${own}popup.html`,
        own.replace(/\/$/, '.evil.example/popup.html'),
        own.replace(/\/$/, 'x/popup.html'),
        `${own}finder.js`,
        `${own}popup.html.evil`,
        `${own}x/popup.html`,
        `${own}//popup.html`,
      ),
    }),
    fc.record({
      id: fc.constantFrom(undefined, '', 'another-extension'),
      url: fc.constantFrom(...PAGES.map((file) => own + file), `${own}background.js`),
    }),
    fc.constant({}),
  );

  it('for 1,000 messages of other senders, also with valid data', async () => {
    const message = fc
      .constantFrom(...NAMES)
      .chain((name) =>
        fc.oneof(fc.constant(GOOD[name]), fc.jsonValue()).map((data) => wired(name, data)),
      );
    await fc.assert(
      fc.asyncProperty(message, wrongSender, async (each, sender) => {
        const reply = await send(each, sender);
        expect(reply).toMatchObject({ err: { name: 'Error' } });
        expect(accepted).toEqual([]);
      }),
      drawn(1_000),
    );
  });

  it('for 1,000 messages of our own pages with invalid data', async () => {
    const isId = (data: unknown) => typeof data === 'string' && data !== '';
    const isValid: Partial<Record<Name, (data: unknown) => boolean>> = {
      pick: (data) => data === '2k' || data === '4k',
      undoRemoval: (data) => typeof data === 'number' && data >= 0,
      importRows: (data) => Array.isArray(data) && data.length === 0,
    };
    for (const name of ['saveAll', 'retryAll', 'removeAll'] as const) {
      isValid[name] = (data) => Array.isArray(data) && data.every(isId);
    }
    isValid.saveZip = (data) => Array.isArray(data) && data.length > 0 && data.every(isId);
    for (const name of NAMES) {
      if (GOOD[name] === undefined) isValid[name] = (data) => data === undefined;
      else if (typeof GOOD[name] === 'string') isValid[name] ??= isId;
    }
    /** Valid data with one field missing, changed or added. */
    const invalidOf = (data: unknown): fc.Arbitrary<unknown> =>
      typeof data === 'object' && data !== null && !Array.isArray(data)
        ? fc
            .tuple(fc.constantFrom(...Object.keys(data), '__proto__', 'more'), fc.jsonValue())
            .map(([key, value]) => JSON.parse(JSON.stringify({ ...data, [key]: [value] })))
        : fc.jsonValue();
    const message = fc.constantFrom(...NAMES).chain((name) =>
      fc
        .oneof(
          fc.constantFrom<unknown>(null, '', 'x'.repeat(10_000), Number.NaN, -1, {}, [], [null]),
          fc.jsonValue(),
          invalidOf(GOOD[name]),
        )
        .filter((data) => !isValid[name]?.(data))
        .map((data) => ({ name, data })),
    );
    await fc.assert(
      fc.asyncProperty(message, async ({ name, data }) => {
        const reply = await send({ type: name, data, timestamp: 0 }, rightSender(name));
        expect(reply).toMatchObject({ err: { name: 'Error' } });
        expect(accepted).toEqual([]);
      }),
      drawn(1_000),
    );
  });

  it('for values that are no message', async () => {
    const odd = fc.oneof(
      fc.jsonValue(),
      fc
        .oneof(fc.jsonValue(), fc.constantFrom('constructor', '__proto__', 'toString'))
        .map((type) => ({ type, timestamp: 0 })),
    );
    await fc.assert(
      fc.asyncProperty(odd, async (message) => {
        await send(message, ownSender('popup.html'));
        expect(accepted).toEqual([]);
      }),
      drawn(300),
    );
  });
});
