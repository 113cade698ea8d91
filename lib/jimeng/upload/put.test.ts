import { describe, expect, it } from 'vitest';
import { createClock } from '../wire/clock';
import { createTransport } from '../wire/transport';
import { put, type UploadAnswer, type UploadRequest } from './put';

const URL_ = 'https://tos-1.douyin.com/upload/v1/a';
const UPLOAD = { url: URL_, authorization: 'Auth', image: new Blob(['bytes']), crc: '00a1b2c3' };
const GOOD = '{"code":2000,"data":{"crc32":"a1b2c3"}}';

/** Sends with an answer that a document has seen come. */
async function sent(answer: Partial<UploadAnswer> | Error, timeouts = 0) {
  const requests: UploadRequest[] = [];
  const transport = createTransport(async () => {
    throw new Error('not by fetch');
  });
  const send = async (request: UploadRequest) => {
    requests.push(request);
    if (answer instanceof Error) throw answer;
    return { status: 200, text: GOOD, url: URL_, ...answer };
  };
  const deps = { clock: createClock(() => 0), transport, send };
  const outcome = await put(deps, UPLOAD, { limitMs: 1, timeouts }).catch(
    (error: unknown) => error,
  );
  return { outcome, requests };
}

describe('an upload with progress', () => {
  it('is what the upload host expects', async () => {
    const { outcome, requests } = await sent({});
    expect(outcome).toBeUndefined();
    expect(requests).toEqual([
      {
        url: URL_,
        headers: {
          Authorization: 'Auth',
          'Content-CRC32': '00a1b2c3',
          'Content-Type': 'application/octet-stream',
          'Content-Disposition': 'attachment; filename="undefined"',
        },
        body: UPLOAD.image,
        stallMs: 30_000,
        answerMs: 60_000,
        signal: undefined,
      },
    ]);
  });

  it('may stall for twice as long after each timeout', async () => {
    const { requests } = await sent({}, 2);
    expect(requests[0]?.stallMs).toBe(120_000);
  });

  const named = (name: string) => new DOMException('SECRET', name);
  it.each<[string, Partial<UploadAnswer> | Error, object]>([
    ['a stall', named('TimeoutError'), { code: 'line-too-slow' }],
    ['an abort', named('AbortError'), { name: 'AbortError' }],
    ['a broken line', named('NetworkError'), { code: 'network' }],
    ['no access', new TypeError('SECRET'), { code: 'network' }],
    ['an answer of another host', { url: 'https://evil.net/' }, { code: 'host-not-allowed' }],
    ['other bytes', { text: '{"code":2000,"data":{"crc32":"1"}}' }, { code: 'upload-corrupted' }],
    ['a refusal', { text: '{"code":4001}' }, { code: 'upload-refused', detail: { ret: '4001' } }],
    ['a refusal by status', { status: 403 }, { code: 'upload-refused' }],
    ['a failure', { status: 503 }, { code: 'server-error', detail: { httpStatus: 503 } }],
    ['too many', { status: 429, retryAfter: '7' }, { code: 'busy', retryAfterMs: 7000 }],
    ['a page', { text: '<html>' }, { code: 'bad-response', detail: { missing: 'body' } }],
    ['no object', { text: '7' }, { code: 'bad-response', detail: { missing: 'body is number' } }],
  ])('reports %s', async (_, answer, expected) => {
    expect((await sent(answer)).outcome).toMatchObject(expected);
  });
});
