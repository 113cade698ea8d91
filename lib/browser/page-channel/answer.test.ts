import { describe, expect, it } from 'vitest';
import { MAX_LENGTH, readAnswer, readState } from './answer';

const URL = 'https://jimeng.jianying.com/mweb/v1/aigc_draft/generate?aid=1';
const GOOD = {
  outcome: 'answered',
  status: 200,
  text: '{"ret":"0"}',
  url: 'https://jimeng.jianying.com/mweb/v1/aigc_draft/generate',
  isSigned: true,
  date: 'Sat, 28 Nov 2026 21:00:00 GMT',
  age: '',
  retryAfter: '',
};

const codeOf = (value: unknown) => {
  try {
    readAnswer(value, URL);
    return 'answered';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

it('an answer becomes a response with the headers that matter', async () => {
  const { response, isSigned } = readAnswer(GOOD, URL);
  expect(isSigned).toBe(true);
  expect(response.status).toBe(200);
  expect(await response.text()).toBe(GOOD.text);
  expect([...response.headers.keys()].sort()).toEqual(['content-type', 'date']);
});

it.each([204, 205, 304])('status %i has no body', async (status) => {
  expect(await readAnswer({ ...GOOD, status }, URL).response.text()).toBe('');
});

describe('what a page may return', () => {
  it.each<[string, unknown, string]>([
    ['nothing', null, 'bad-response'],
    ['a text', 'answered', 'bad-response'],
    ['an unknown outcome', { outcome: 'fine' }, 'bad-response'],
    ['not sent', { outcome: 'not-sent' }, 'page-unavailable'],
    ['no network', { outcome: 'network' }, 'network'],
    ['too late', { outcome: 'timeout' }, 'timeout'],
    ['a redirect that was not followed', { ...GOOD, status: 0, url: '' }, 'bad-response'],
    ['a status that is none', { ...GOOD, status: 1_000 }, 'bad-response'],
    ['no text', { ...GOOD, text: {} }, 'bad-response'],
    ['too much text', { ...GOOD, text: 'x'.repeat(MAX_LENGTH + 1) }, 'bad-response'],
    ['the answer of another host', { ...GOOD, url: 'https://gallery.example/' }, 'bad-response'],
    ['a header that is none', { ...GOOD, date: 'a\nb' }, 'bad-response'],
    ['no flag', { ...GOOD, isSigned: 'yes' }, 'bad-response'],
    ['more than was asked for', { ...GOOD, more: 1 }, 'answered'],
  ])('%s', (_, value, expected) => {
    expect(codeOf(value)).toBe(expected);
  });
});

it.each([
  [{ isSite: true, isPatched: true, hasSigner: false }, true],
  [{ isSite: true, isPatched: true }, false],
  [undefined, false],
])('the state %j of a page is readable: %s', (value, expected) => {
  expect(readState(value) !== undefined).toBe(expected);
});
