import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { REPLACE_MESSAGE, type ReplaceRequest } from '@/lib/page/replace/contract';
import { type AskingFrame, onReplaceRequest } from './requests';

const OURS = 'our-extension';
const TAB = { id: 5, url: 'https://gallery.example/7', title: 'Harbours' };
const SENDER = { id: OURS, tab: TAB, frameId: 0, url: 'https://gallery.example/7' };
const START = { type: REPLACE_MESSAGE, ask: 'start' };

let hear: (message: unknown, sender: object) => Promise<unknown> | undefined;
let asked: [ReplaceRequest, AskingFrame][];

beforeEach(() => {
  asked = [];
  Object.assign(fakeBrowser.runtime, {
    id: OURS,
    onMessage: { addListener: (listener: typeof hear) => (hear = listener) },
  });
  onReplaceRequest(async (...question) => {
    asked.push(question);
    return 'answer';
  });
});

it('answers a frame by what the browser says of it', async () => {
  expect(await hear({ ...START, frameUrl: 'https://liar.example/' }, SENDER)).toBe('answer');
  expect(asked).toEqual([
    [
      START,
      {
        tabId: 5,
        frameId: 0,
        frameUrl: 'https://gallery.example/7',
        pageUrl: TAB.url,
        pageTitle: 'Harbours',
      },
    ],
  ]);
});

it('takes the origin of a frame without an address of its own', async () => {
  const nested = { ...SENDER, frameId: 3, url: 'about:srcdoc', origin: 'https://gallery.example' };
  await hear(START, nested);
  expect(asked[0]?.[1]).toMatchObject({ frameId: 3, frameUrl: 'https://gallery.example' });
});

it.each<[string, object]>([
  ['another extension', { id: 'another' }],
  ['no tab, such as a page of ours', { tab: undefined }],
  ['a sandboxed frame', { url: 'about:srcdoc', origin: 'null' }],
  ['a file', { url: 'file:///etc/passwd' }],
])('leaves the question of %s to others', (_, parts) => {
  expect(hear(START, { ...SENDER, ...parts })).toBeUndefined();
  expect(asked).toEqual([]);
});

const picture = { key: 'k', url: 'https://gallery.example/a.png' };
const look = (...pictures: object[]) => ({ type: REPLACE_MESSAGE, ask: 'look', pictures });

it.each<[string, object]>([
  ['another message', { type: 'toast-pressed', id: 'i', action: 'save' }],
  ['an unknown question', { ...START, ask: 'orders' }],
  ['an unknown press', { ...START, ask: 'press', action: 'buy' }],
  ['an address of no web page', look({ ...picture, url: 'javascript:1' })],
  ['a copy that is no image', look({ ...picture, small: 'data:text/html;base64,AA' })],
  ['a copy that is to be requested', look({ ...picture, small: 'https://liar.example/' })],
  ['a long copy', look({ ...picture, small: `data:image/png;base64,${'A'.repeat(100_001)}` })],
  ['too many pictures', look(...Array.from({ length: 201 }, () => picture))],
  ['a piece before the first', { ...START, ask: 'piece', result: 'a', from: -1 }],
])('leaves %s to others', (_, message) => {
  expect(hear(message, SENDER)).toBeUndefined();
});

it('passes on a good question, and nothing that it does not know', async () => {
  const small = 'data:image/png;base64,AAAA';
  const full = { ...picture, others: [picture.url], size: { width: 3, height: 4 }, small };
  await hear(look({ ...full, extra: 1 }), SENDER);
  expect(asked[0]?.[0]).toEqual(look(full));
});

it('wants nothing in a frame whose question fails', async () => {
  onReplaceRequest(async () => {
    throw new Error('broken');
  });
  expect(await hear(START, SENDER)).toBeUndefined();
});
