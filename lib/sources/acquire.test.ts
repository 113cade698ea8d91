import { describe, expect, test } from 'vitest';
import { CDN, IMAGE, outcome, type Scene, stage } from '@/tests/support/sources/scene';
import { acquire } from './acquire';

describe('an address that is not http', () => {
  test.each<[string, Scene, string, string[]]>([
    ['data:', { url: 'data:image/png;base64,aGVsbG8=' }, 'data', []],
    ['data: malformed', { url: 'data:image/png;base64' }, 'source-malformed', []],
    [
      'blob: readable',
      { url: 'blob:https://page.test/1', page: 'image' },
      'page blob:https://page.test/1',
      [],
    ],
    ['blob: gone', { url: 'blob:https://page.test/1' }, 'source-gone', []],
    ['blob: tab closed', { url: 'blob:https://page.test/1', page: 'throws' }, 'source-gone', []],
    ['chrome:', { url: 'chrome://favicon/x' }, 'source-unsupported', []],
    ['nothing', { url: '' }, 'source-unsupported', []],
    ['javascript:', { url: 'javascript:alert(1)' }, 'source-unsupported', []],
    ['file: without permission', { url: 'file:///i.png' }, 'source-unsupported', []],
    [
      'file: with permission',
      { url: 'file:///i.png', granted: ['file:///*'] },
      'background file:///i.png',
      ['file:///i.png'],
    ],
    [
      'file: missing',
      { url: 'file:///i.png', granted: ['file:///*'], host: () => 'down' },
      'source-unreachable',
      ['file:///i.png'],
    ],
  ])('%s', async (_, scene, expected, requests) => {
    const { origin, deps, trace } = stage(scene);
    expect(await outcome(acquire(origin, deps))).toBe(expected);
    expect(trace.requests).toEqual(requests);
  });
});

test('a file comes from the inbox', async () => {
  const inbox = new Blob(['x']);
  const file = { kind: 'file', blobKey: 'k', name: 'x.png' } as const;
  expect(await acquire(file, stage({ inbox }).deps)).toEqual({ bytes: inbox, via: 'inbox' });
  await expect(acquire(file, stage({}).deps)).rejects.toMatchObject({ code: 'source-gone' });
});

describe('an abort', () => {
  const reason = new Error('cancelled by the person');

  test('before the start sends no request', async () => {
    const { origin, deps, trace } = stage({ page: 'image' });
    await expect(acquire(origin, deps, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(trace).toEqual({ requests: [], pageReads: [], drawn: [], accessChecks: [] });
  });

  test.each<[string, Scene]>([
    ['while the host does not answer', { granted: CDN, host: () => 'hang' }],
    ['while the bytes trickle', { granted: CDN, host: () => 'stall' }],
    ['while the page reads', { page: 'hangs' }],
    ['while a blob: is read', { url: 'blob:https://page.test/1', page: 'hangs' }],
  ])('%s', async (_, scene) => {
    const { origin, deps, trace } = stage(scene);
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 5);
    await expect(acquire(origin, deps, controller.signal)).rejects.toBe(reason);
    expect(trace.requests.length).toBeLessThan(2);
  });
});

test.each(['capture:kept', 'screen:'])('a page that hangs does not block %s', async (url) => {
  const { origin, deps } = stage({});
  const never = () => new Promise<undefined>(() => undefined);
  const hanging = { ...deps, readCaptured: never, readScreen: never };
  await expect(acquire({ ...origin, url }, hanging)).rejects.toMatchObject({
    code: 'source-timeout',
  });
  const reason = new Error('cancelled by the person');
  const cancelled = acquire({ ...origin, url }, hanging, AbortSignal.timeout(5));
  await expect(cancelled).rejects.toMatchObject({ name: 'TimeoutError' });
  await expect(acquire({ ...origin, url }, hanging, AbortSignal.abort(reason))).rejects.toBe(
    reason,
  );
});

test('reads pixels that the finder keeps in the frame, until they are gone', async () => {
  const { origin, deps } = stage({});
  expect(await acquire({ ...origin, url: 'capture:kept' }, deps)).toMatchObject({ via: 'capture' });
  const gone = acquire({ ...origin, url: 'capture:other' }, deps);
  await expect(gone).rejects.toMatchObject({ code: 'source-gone' });
});

test('takes a screenshot of what only the screen shows', async () => {
  const visible = stage({ screen: new Blob([IMAGE]) });
  const onScreen = { ...visible.origin, url: 'screen:https://cdn.test/i.png' };
  expect(await acquire(onScreen, visible.deps)).toMatchObject({ via: 'screen' });
  expect(visible.trace.requests).toEqual([]);
  const hidden = stage({});
  await expect(acquire({ ...hidden.origin, url: 'screen:' }, hidden.deps)).rejects.toMatchObject({
    code: 'source-gone',
  });
});
