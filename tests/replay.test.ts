import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeReport, reportText } from '@/lib/jimeng/check/report';
import { drawTestPicture } from '@/lib/jimeng/check/test-picture';
import { createJimeng } from '@/lib/jimeng/client';
import { JimengError } from '@/lib/jimeng/model/errors';
import type { Exchange } from '@/lib/jimeng/model/exchange';
import { JIMENG_CN, perSite } from '@/lib/jimeng/model/sites';
import { versionsOf } from '@/lib/jimeng/model/versions';
import { recordingFetch } from '@/lib/jimeng/wire/recorder';
import { createReplay } from '@/simulator/replay/replay';
import { readReport } from '@/simulator/replay/report';
import { createSimulator, type Effect, type Simulator } from '@/simulator/simulator';

/** Every read, an upload, an order, its polls and its result: what came of each. */
async function journey(fetch: typeof globalThis.fetch): Promise<string[]> {
  const jimeng = createJimeng({
    site: JIMENG_CN,
    fetch,
    now: Date.now,
    uuid: randomUUID,
    sleep: async () => {},
    mayReach: async () => true,
  });
  const outcomes: string[] = [];
  const run = async <T>(name: string, work: () => Promise<T>): Promise<T | undefined> => {
    try {
      const value = await work();
      outcomes.push(`${name}: fine`);
      return value;
    } catch (error) {
      const { code, detail } = error as JimengError;
      expect(error).toBeInstanceOf(JimengError);
      const said = [code, detail.ret, detail.failCode, detail.missing, detail.httpStatus];
      outcomes.push(`${name}: ${said.filter((each) => each !== undefined).join(' ')}`);
      return undefined;
    }
  };
  await run('account', () => jimeng.account());
  await run('credits', () => jimeng.credits());
  const uploaded = await run('upload', async () => jimeng.upload(await drawTestPicture()));
  const submitId = randomUUID();
  const order = { submitId, tool: 'smart-hd', target: '2k', detail: 0.5 } as const;
  await run('submit', () => jimeng.submit({ ...order, imageUri: uploaded?.uri ?? 'a/b' }));
  const report = await run('look-up', async () => (await jimeng.lookUp([submitId])).get(submitId));
  outcomes.push(`state: ${report?.state} ${report?.state === 'failed' ? report.code : ''}`);
  if (report?.state === 'done') await run('download', () => jimeng.download(report.image.url));
  return outcomes;
}

let simulator: Simulator;
beforeEach(() => {
  simulator = createSimulator({ sessions: ['session-1'], processingMs: 0, visibilityLagMs: 0 });
  simulator.browser.signIn();
});

/** Records a journey, passes its report on as text, and goes through the same at the replay. */
async function recordAndReplay(source: typeof globalThis.fetch = simulator.fetch) {
  const recording: Exchange[] = [];
  let open = 0;
  const recorded = await journey(
    recordingFetch({
      fetch: source,
      now: Date.now,
      at: { site: 'jimeng', cluster: 'jimeng' },
      begin: () => {
        open += 1;
        return {
          done: (exchange) => {
            open -= 1;
            recording.push(exchange);
          },
        };
      },
    }),
  );
  await expect.poll(() => open).toBe(0);
  const text = reportText(
    makeReport({
      version: '0.1.0',
      userAgent: '',
      versions: perSite(versionsOf),
      recording,
      now: Date.now(),
    }),
  );
  const replay = createReplay(readReport(text));
  return { recorded, replayed: await journey(replay.fetch), replay };
}

describe('a report becomes a service that behaves the same', () => {
  it('when all is well', async () => {
    const { recorded, replayed, replay } = await recordAndReplay();
    expect(recorded.every((each) => each.endsWith('fine') || each === 'state: done ')).toBe(true);
    expect(recorded.at(-1)).toBe('download: fine');
    expect(replayed).toEqual(recorded);
    expect(replay.simulator.violations).toEqual([]);
    expect(replay.simulator.submissions).toHaveLength(1);
  });

  const ENDPOINTS = [
    'user-info',
    'credits',
    'upload-token',
    'apply',
    'put',
    'commit',
    'generate',
    'history',
    'result',
  ] as const;
  const EFFECTS: Record<string, Effect> = {
    'wrong types': { kind: 'reshape', how: 'wrong-types' },
    'unknown fields': { kind: 'reshape', how: 'unknown-fields' },
    'ids as numbers': { kind: 'reshape', how: 'number-ids' },
    html: { kind: 'html' },
    'an empty body': { kind: 'empty' },
    'nothing useful': { kind: 'json', body: { ret: '0', data: {} } },
    'no data': { kind: 'json', body: { ret: '0', data: null } },
    'a busy system': { kind: 'ret', ret: '1014' },
    'an old client': { kind: 'ret', ret: '3018', failCode: '1017' },
    'no credits': { kind: 'ret', ret: '1006' },
    'risk control': { kind: 'ret', ret: '1019' },
    'an unknown number': { kind: 'ret', ret: '987654' },
    'HTTP 403': { kind: 'http', status: 403 },
    'HTTP 500': { kind: 'http', status: 500 },
    'no answer': { kind: 'reset' },
    'half an answer': { kind: 'truncate' },
  };

  // The recorder does not read pictures, so it cannot know that one ended early.
  const unknowable = (at: string, effect: string) => at === 'result' && effect === 'half an answer';
  const CASES = ENDPOINTS.flatMap((at) =>
    Object.keys(EFFECTS).flatMap((effect) =>
      unknowable(at, effect) ? [] : [[at, effect] as const],
    ),
  );

  it.each(CASES)('when %s answers with %s', async (at, name) => {
    const effect = EFFECTS[name];
    if (!effect) throw new Error(name);
    simulator.faults.add({ at, effect, times: Number.POSITIVE_INFINITY });
    const { recorded, replayed } = await recordAndReplay();
    expect(replayed).toEqual(recorded);
  });

  it('when only one answer is odd', async () => {
    simulator.faults.add({ at: 'credits', effect: { kind: 'ret', ret: '1014' } });
    const { recorded, replayed, replay } = await recordAndReplay();
    expect(recorded).toContain('credits: fine');
    expect(replayed).toEqual(recorded);
    const asked = replay.simulator.requests.filter(({ endpoint }) => endpoint === 'credits');
    // The refused one never reached the simulator behind the replay.
    expect(asked).toHaveLength(1);
  });

  it('when an answer comes too late', async () => {
    const late = { ...exchangeOf('/mweb/v1/get_user_info'), ms: 15_000 };
    const replay = createReplay([late]);
    const asked = replay.fetch('https://jimeng.jianying.com/mweb/v1/get_user_info?aid=1', {
      method: 'POST',
      signal: AbortSignal.timeout(50),
    });
    // It hangs, where another lost answer is a lost connection.
    await expect(asked).rejects.toMatchObject({ name: 'TimeoutError' });
    const lost = createReplay([{ ...late, ms: 20 }]);
    await expect(
      lost.fetch('https://jimeng.jianying.com/mweb/v1/get_user_info', { method: 'POST' }),
    ).rejects.toMatchObject({ name: 'TypeError' });
  });

  it('when a task fails', async () => {
    const effect = { kind: 'task-fails', failCode: '2038', after: 0 } as const;
    simulator.faults.add({ at: 'generate', effect });
    const { recorded, replayed } = await recordAndReplay();
    expect(recorded.join()).toContain('state: failed');
    expect(replayed).toEqual(recorded);
  });

  it('when a field is missing', async () => {
    const source = without(simulator.fetch, 'secret_access_key');
    const { recorded, replayed } = await recordAndReplay(source);
    expect(recorded.join()).toContain('upload: bad-response data.secret_access_key');
    expect(replayed).toEqual(recorded);
  });

  it('when hosts are others', async () => {
    const names = [
      ['tos-d-x-lf.douyin.com', 'tos-my216-share.vodupload.com'],
      ['p3-dreamina-sign.byteimg.com', 'p16-dreamina-sign.capcutcdn-us.com'],
      ['p26-dreamina-sign.byteimg.com', 'p19-dreamina-sign.capcutcdn-us.com'],
    ] as const;
    const { recorded, replayed, replay } = await recordAndReplay(renamed(simulator.fetch, names));
    expect(recorded.at(-1)).toBe('download: fine');
    expect(replayed).toEqual(recorded);
    const answer = await replay.handle(
      new Request('https://tos-my216-share.vodupload.com/upload/v1/a', { method: 'POST' }),
    );
    expect(answer.status).toBe(200);
  });
});

/** A recorded request to which no answer came. */
function exchangeOf(path: string): Exchange {
  const host = 'jimeng.jianying.com';
  return { method: 'POST', host, path, query: [], headers: [], ms: 0, codes: [] };
}

it('refuses what is no report', () => {
  expect(() => readReport('{}')).toThrow('not a connection report');
  const report = { kind: 'upscale-with-dreamina/connection', format: 3 };
  expect(() => readReport(JSON.stringify(report))).toThrow('Format 3');
});

/** A service that leaves out one field everywhere. */
function without(fetch: typeof globalThis.fetch, field: string): typeof globalThis.fetch {
  return async (input, init) => {
    const answer = await fetch(input, init);
    if (!answer.headers.get('content-type')?.includes('json')) return answer;
    const text = JSON.stringify(await answer.json(), (key, value) =>
      key === field ? undefined : value,
    );
    return new Response(text, {
      status: answer.status,
      headers: { 'content-type': 'application/json' },
    });
  };
}

/** A service with other host names. */
function renamed(
  fetch: typeof globalThis.fetch,
  names: readonly (readonly [own: string, other: string])[],
): typeof globalThis.fetch {
  const change = (text: string, from: 0 | 1) =>
    names.reduce((changed, pair) => changed.replaceAll(pair[from], pair[1 - from] ?? ''), text);
  return async (input, init) => {
    const { url, method, headers, credentials, body } = new Request(input, init);
    const answer = await fetch(change(url, 1), {
      method,
      headers,
      credentials,
      ...(body && { body: await new Response(body).arrayBuffer() }),
    });
    if (!answer.headers.get('content-type')?.includes('json')) return answer;
    return new Response(change(await answer.text(), 0), {
      status: answer.status,
      headers: { 'content-type': 'application/json' },
    });
  };
}
