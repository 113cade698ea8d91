import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Candidate } from '@/lib/page/find/candidate';
import { TEST_WORDS } from '@/tests/support/page/test-words';
import {
  type Choice,
  chooseImage,
  closeFinders,
  findImage,
  onChoice,
  pickImage,
  readChoice,
} from './finder';

const OURS = 'our-extension';
const ID = '11111111-1111-4111-8111-111111111111';
const MOMENT = {
  tabId: 5,
  frameId: 3,
  pageUrl: 'https://gallery.example/',
  pageTitle: 'Gallery',
  frameUrl: 'https://frame.example/a',
};
const SENDER = {
  id: OURS,
  tab: { id: 5 },
  frameId: 3,
  documentId: 'D1',
  url: 'https://frame.example/a',
};
/** More than what is kept of an address. */
const LONG = `data:image/png;base64,${'A'.repeat(100_000)}`;

function candidate(id: string, changes: Partial<Candidate> = {}): Candidate {
  return {
    id,
    how: 'img',
    url: `https://gallery.example/${id}.jpg`,
    width: 600,
    height: 400,
    shownWidth: 300,
    shownHeight: 200,
    rect: { x: 0, y: 0, width: 300, height: 200, devicePixelRatio: 1 },
    originals: [],
    distance: 0,
    score: 1_300,
    ...changes,
  };
}

const CANDIDATES = [candidate('1'), candidate('2'), candidate('3', { url: LONG })];

let chosen: Choice[];
let documentId: string | undefined;
let answer: unknown;
let injected: { func?: unknown; args?: unknown[] }[];

beforeEach(() => {
  fakeBrowser.reset();
  chosen = [];
  injected = [];
  documentId = 'D1';
  answer = true;
  Object.assign(fakeBrowser, {
    scripting: {
      executeScript: async (injection: { func?: unknown; args?: unknown[] }) => {
        injected.push(injection);
        return [{ documentId, frameId: 3, result: answer }];
      },
    },
  });
  Object.assign(fakeBrowser.runtime, { id: OURS });
});

async function hear(message: unknown, sender: object): Promise<void> {
  const choice = await readChoice(message, sender);
  if (choice) chosen.push(choice);
}

const say = (message: object, sender: object = {}) =>
  hear({ type: 'finder-chose', requestId: ID, ...message }, { ...SENDER, ...sender });

const ask = () =>
  chooseImage({ id: ID, moment: MOMENT, wish: { target: '4k' } }, CANDIDATES, TEST_WORDS);
const askToPick = () => pickImage({ id: ID, moment: MOMENT, wish: { target: '2k' } }, TEST_WORDS);

describe('the answer of the chooser', () => {
  it('is a place in the list that the background keeps', async () => {
    await ask();
    await say({ index: 1 });
    expect(chosen).toEqual([{ moment: MOMENT, wish: { target: '4k' }, candidate: CANDIDATES[1] }]);
  });

  it('counts once', async () => {
    await ask();
    await Promise.all([say({ index: 1 }), say({ index: 1 }), say({ index: 0 })]);
    await say({ index: 1 });
    expect(chosen).toHaveLength(1);
  });

  it('never names an address that was not shown, whatever else it says', async () => {
    await ask();
    const evil = candidate('1', { url: 'https://bank.example/private.png' });
    await say({ index: 0, candidate: evil, finding: { candidates: [evil], winner: evil } });
    expect(chosen.map((choice) => choice.candidate?.url)).toEqual([CANDIDATES[0]?.url]);
  });

  it.each<[string, object, object]>([
    ['a question that was never asked', { requestId: '22222222-2222-4222-8222-222222222222' }, {}],
    [
      'the old form, with a candidate of its own',
      { requestId: '4k/never-issued', candidate: candidate('1') },
      {},
    ],
    ['another tab', {}, { tab: { id: 6 } }],
    ['another frame', {}, { frameId: 4 }],
    ['the top frame', {}, { frameId: 0 }],
    ['another document', {}, { documentId: 'D2' }],
    ['another extension', {}, { id: 'theirs' }],
    ['no tab', {}, { tab: undefined }],
    ['a foreign candidate', { index: 3 }, {}],
    ['a negative one', { index: -1 }, {}],
    ['half a one', { index: 0.5 }, {}],
    ['a word', { index: 'length' }, {}],
    ['no candidate: the person left', { index: undefined }, {}],
  ])('is nothing from %s', async (_, message, sender) => {
    await ask();
    await say({ index: 0, ...message }, sender);
    expect(chosen).toEqual([]);
  });

  it('is nothing from another site where the browser names no documents', async () => {
    documentId = undefined;
    await ask();
    await say({ index: 0 }, { documentId: undefined, url: 'https://evil.example/' });
    expect(chosen).toEqual([]);
    await say({ index: 0 }, { documentId: undefined });
    expect(chosen).toHaveLength(1);
  });

  it('is nothing after half an hour', async () => {
    await ask();
    const { questions } = await fakeBrowser.storage.session.get('questions');
    const old = (questions as { askedAt: number }[]).map((each) => ({
      ...each,
      askedAt: each.askedAt - 31 * 60_000,
    }));
    await fakeBrowser.storage.session.set({ questions: old });
    await say({ index: 0 });
    expect(chosen).toEqual([]);
  });

  it('brings a long address along, which must be the one that was shown', async () => {
    await ask();
    const stored = JSON.stringify(await fakeBrowser.storage.session.get(null));
    expect(stored.length).toBeLessThan(20_000);
    await say({ index: 2, address: `${LONG}A` });
    expect(chosen).toEqual([]);
    await ask();
    await say({ index: 2, address: LONG });
    expect(chosen.map((choice) => choice.candidate)).toEqual([CANDIDATES[2]]);
  });

  it.each([
    null,
    1,
    'finder-chose',
    [],
    { type: 'finder-chose' },
    { type: 'finder-chose', requestId: { toString: () => ID } },
  ])('%j is none', async (message) => {
    await ask();
    await hear(message, SENDER);
    expect(chosen).toEqual([]);
  });

  it('reaches the listener, and nothing else does', async () => {
    const heard = new Promise<Choice>(onChoice);
    await ask();
    const tell = (message: object) =>
      fakeBrowser.runtime.onMessage.trigger(message, SENDER as never, () => undefined);
    await tell({ type: 'finder-left', requestId: ID, index: 0 });
    await tell({ type: 'finder-chose', requestId: ID, index: 1 });
    expect(await heard).toMatchObject({ candidate: CANDIDATES[1] });
  });
});

describe('the wish to hide the menu entry', () => {
  const offer = () =>
    pickImage(
      { id: ID, moment: MOMENT, wish: { target: '2k' } },
      { ...TEST_WORDS, hideEntry: 'On images only' },
    );

  it('is heard once, where it was offered', async () => {
    await offer();
    await Promise.all([say({ hideEntry: true }), say({ hideEntry: true })]);
    expect(chosen).toEqual([{ moment: MOMENT, wish: { target: '2k' }, hideEntry: true }]);
  });

  it.each<[string, () => Promise<void>, object, object]>([
    ['pick mode that did not offer it', askToPick, {}, {}],
    ['the chooser', ask, {}, {}],
    ['another frame', offer, {}, { frameId: 4 }],
    ['another document', offer, {}, { documentId: 'D2' }],
    ['another tab', offer, {}, { tab: { id: 6 } }],
    ['another extension', offer, {}, { id: 'theirs' }],
    ['a question never asked', offer, { requestId: '22222222-2222-4222-8222-222222222222' }, {}],
    ['a false answer', offer, { hideEntry: false }, {}],
    ['a word', offer, { hideEntry: 'true' }, {}],
  ])('is nothing from %s', async (_, question, message, sender) => {
    await question();
    await say({ hideEntry: true, ...message }, sender);
    expect(chosen).toEqual([]);
  });
});

describe('what pick mode has found', () => {
  const finding = { candidates: [candidate('1')], winner: candidate('1'), certainty: 'point' };

  it('is parsed', async () => {
    await askToPick();
    const strange = { ...finding, winner: { ...candidate('1'), __evil: 1 }, more: 'words' };
    await say({ finding: strange });
    expect(chosen).toEqual([{ moment: MOMENT, wish: { target: '2k' }, finding }]);
  });

  it('is nothing as the answer to another question', async () => {
    await ask();
    await say({ finding });
    expect(chosen).toEqual([]);
  });

  it.each<[string, Partial<Record<keyof Candidate, unknown>>]>([
    ['an address of this computer', { url: 'file:///etc/passwd' }],
    ['a script', { url: 'javascript:alert(1)' }],
    ['a page of a data address', { url: 'data:text/html,x' }],
    ['an address of the extension', { url: 'chrome-extension://abc/popup.html' }],
    ['a long address', { url: `https://x.example/${'a'.repeat(9_000)}` }],
    ['a bad original', { originals: ['file:///etc/passwd'] }],
    ['many originals', { originals: Array.from({ length: 9 }, () => 'https://x.example/') }],
    ['no number', { width: '600' }],
    ['no finite number', { shownWidth: Number.POSITIVE_INFINITY }],
    ['a long text', { alt: 'a'.repeat(201) }],
    ['a foreign kind', { how: 'constructor' }],
    ['a foreign key of pixels', { captureKey: '../x' }],
    ['a rectangle without size', { rect: { x: 0, y: 0 } }],
    ['no ratio', { rect: { x: 0, y: 0, width: 1, height: 1, devicePixelRatio: 0 } }],
  ])('is nothing with %s', async (_, changes) => {
    const bad = { ...candidate('1'), ...changes };
    await askToPick();
    await say({ finding: { candidates: [bad], winner: bad, certainty: 'point' } });
    expect(chosen).toEqual([]);
    answer = { candidates: [bad], certainty: 'point' };
    await expect(findImage(MOMENT, {}, MOMENT.frameUrl)).rejects.toThrow();
  });

  it('may be a file where the page is one', async () => {
    answer = { candidates: [candidate('1', { url: 'file:///home/cat.png' })], certainty: 'point' };
    expect((await findImage(MOMENT, {}, 'file:///home/')).candidates).toHaveLength(1);
  });
});

describe('closing', () => {
  it('reaches the frame that was asked, and ends the question', async () => {
    await ask();
    injected = [];
    expect(await closeFinders(5)).toBe(true);
    expect(injected).toMatchObject([{ target: { tabId: 5, frameIds: [3] }, args: [ID] }]);
    await say({ index: 0 });
    expect(chosen).toEqual([]);
    expect(await closeFinders(5)).toBe(false);
  });

  it('does not affect other tabs', async () => {
    await ask();
    expect(await closeFinders(6)).toBe(false);
    await say({ index: 0 });
    expect(chosen).toHaveLength(1);
  });
});
