import { describe, expect, it } from 'vitest';
import { ImageError } from '@/lib/images/formats/errors';
import { JimengError } from '@/lib/jimeng/model/errors';
import { PermissionNeeded, SourceError } from '@/lib/sources/errors';
import { caught, isAbort, JobError } from './failure';

describe('caught', () => {
  it.each<[string, unknown, ReturnType<typeof caught>]>([
    ['an error of the service', new JimengError('busy'), { code: 'busy' }],
    [
      'what the service said and asked for',
      new JimengError('busy', { ret: '1310', said: '排队' }, 9_000),
      { code: 'busy', detail: { ret: '1310', said: '排队' }, retryAfterMs: 9_000 },
    ],
    ['a pause of nothing', new JimengError('busy', {}, 0), { code: 'busy', retryAfterMs: 0 }],
    ['an error of a picture', new ImageError('image-heic'), { code: 'image-heic' }],
    [
      'an error of a source with its host',
      new SourceError('source-refused', 'cdn.example.com'),
      { code: 'source-refused', detail: { host: 'cdn.example.com' } },
    ],
    ['a source without a host', new SourceError('source-gone'), { code: 'source-gone' }],
    ['an error of the engine', new JobError('result-broken'), { code: 'result-broken' }],
    [
      'an error of another realm',
      Object.assign(new Error('busy'), { name: 'JimengError', code: 'busy' }),
      { code: 'busy' },
    ],
    ['a full disk', new DOMException('full', 'QuotaExceededError'), { code: 'storage-full' }],
    ['an abort that nobody asked for', new DOMException('gone', 'AbortError'), { code: 'network' }],
    ['an error nobody made on purpose', new TypeError('x is undefined'), { code: 'internal' }],
    [
      'a code of something else',
      Object.assign(new Error('no file'), { code: 'ENOENT' }),
      { code: 'internal' },
    ],
    [
      'a known name without a code',
      Object.assign(new Error('?'), { name: 'JimengError' }),
      { code: 'internal' },
    ],
    ['a permission, which is no failure', new PermissionNeeded('p', 'h'), { code: 'internal' }],
    ['what is no error', { name: 'JimengError', code: 'busy' }, { code: 'internal' }],
    ['nothing', undefined, { code: 'internal' }],
  ])('tells %s', (_, error, expected) => {
    expect(caught(error)).toEqual(expected);
  });

  it('keeps neither message nor cause', () => {
    const cause = new Error('Cookie: sessionid=secret');
    const facts = caught(new JobError('result-broken', { cause }));
    expect(JSON.stringify(facts)).toBe('{"code":"result-broken"}');
  });
});

describe('isAbort', () => {
  it.each([
    ['the abort of a signal', AbortSignal.abort().reason, true],
    ['a deadline', new DOMException('late', 'TimeoutError'), false],
    ['an error', new Error('AbortError'), false],
    ['a word', 'AbortError', false],
  ])('knows %s', (_, error, expected) => {
    expect(isAbort(error, AbortSignal.abort())).toBe(expected);
    expect(isAbort(error, new AbortController().signal)).toBe(false);
    expect(isAbort(error, undefined)).toBe(false);
  });
});
