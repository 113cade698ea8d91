import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createSimulator, type Simulator } from '@/simulator/simulator';
import { codeOf } from '@/tests/support/error-code';
import { createJimeng, type JimengDeps } from './client';
import type { Order } from './model/order';
import { JIMENG_CN } from './model/sites';
import type { TaskReport } from './model/task-report';
import { TOOLS } from './model/tools';
import { versionsOf } from './model/versions';

const START = Date.UTC(2026, 8, 18, 9, 0, 0);

let time = START;
/** How far the computer's clock is off, ms. */
let skew = 0;
let simulator: Simulator;
let picture: Blob;

beforeEach(async () => {
  time = START;
  skew = 0;
  simulator = createSimulator({ now: () => time, sessions: ['session-1'], processingMs: 4000 });
  simulator.browser.signIn();
  const png = await sharp({
    create: { width: 48, height: 32, channels: 3, background: '#7a5cff' },
  })
    .png()
    .toBuffer();
  picture = new Blob([new Uint8Array(png)], { type: 'image/png' });
});

function client(more: Partial<JimengDeps> = {}) {
  const { fetch } = simulator;
  return createJimeng({
    site: JIMENG_CN,
    fetch,
    now: () => time + skew,
    uuid: randomUUID,
    ...more,
  });
}

function orderOf(imageUri: string, more: Partial<Order> = {}): Order {
  return { submitId: randomUUID(), tool: 'super-resolution', target: '2k', imageUri, ...more };
}

function count(endpoint: string): number {
  return simulator.requests.filter((request) => request.endpoint === endpoint).length;
}

function stateOf(reports: Map<string, TaskReport>, id: string): string | undefined {
  return reports.get(id)?.state;
}

describe('the whole flow', () => {
  it.each(TOOLS)('uploads, orders, waits for and fetches a picture with %s', async (tool) => {
    const jimeng = client();
    const before = await jimeng.credits();
    const { uri } = await jimeng.upload(picture);
    const order = orderOf(uri, { tool, target: '4k', detail: 0.4 });

    const accepted = await jimeng.submit(order);
    expect(accepted.historyId).toMatch(/^\d{19}$/);
    expect(accepted.forecastMs).toBeGreaterThan(0);
    expect(stateOf(await jimeng.lookUp([order.submitId]), order.submitId)).toBe('absent');

    time += 1000;
    const running = (await jimeng.lookUp([order.submitId])).get(order.submitId);
    expect(running).toMatchObject({ state: 'running', historyId: accepted.historyId });

    time += 10_000;
    const done = (await jimeng.lookUp([order.submitId])).get(order.submitId);
    if (done?.state !== 'done') throw new Error(`state is ${done?.state}`);
    expect(done.image.expiresAt).toBeGreaterThan(time);
    const bytes = await jimeng.download(done.image.url);
    const { width } = await sharp(Buffer.from(await bytes.arrayBuffer())).metadata();
    expect(width).toBe(done.image.width);

    expect((await jimeng.credits()).total).toBeLessThanOrEqual(before.total);
    expect(simulator.submissions.map(({ submitId }) => submitId)).toEqual([order.submitId]);
    expect(simulator.violations).toEqual([]);
  });

  it('requests one key for pictures uploaded together', async () => {
    const jimeng = client();
    jimeng.warmUp();
    const uploads = await Promise.all([1, 2, 3].map(() => jimeng.upload(picture)));
    expect(new Set(uploads.map(({ uri }) => uri)).size).toBe(3);
    expect(count('upload-token')).toBe(1);
    expect(simulator.violations).toEqual([]);
  });

  it('requests a fresh key when the service refuses the old one', async () => {
    const jimeng = client();
    await jimeng.upload(picture);
    // The simulator's keys live an hour.
    time += 61 * 60_000;
    await jimeng.upload(picture);
    expect(count('upload-token')).toBe(2);

    simulator.faults.add({
      at: 'apply',
      effect: {
        kind: 'json',
        body: { ResponseMetadata: { Error: { CodeN: 100027, Code: 'ExpiredToken', Message: '' } } },
      },
    });
    await jimeng.upload(picture);
    expect(count('upload-token')).toBe(3);
    jimeng.forgetSession();
    await jimeng.upload(picture);
    expect(count('upload-token')).toBe(4);
  });
});

describe('a service that demands newer versions', () => {
  const newer = { appvr: '8.5.0', daVersion: '3.4.1', webVersion: '7.6.0' };
  beforeEach(() => {
    const currentClient = newer;
    simulator = createSimulator({ now: () => time, sessions: ['session-1'], currentClient });
    simulator.browser.signIn();
  });

  it('refuses the built-in ones', async () => {
    expect(await codeOf(client().upload(picture))).toBe('outdated');
  });

  it('accepts an order whose draft, query, headers and signature have the overrides', async () => {
    let reads = 0;
    const jimeng = client({
      versions: async () => {
        reads += 1;
        return { ...versionsOf('jimeng'), ...newer };
      },
    });
    const { uri } = await jimeng.upload(picture);
    jimeng.warmUp();
    await vi.waitFor(() => expect(count('workspaces')).toBe(1));
    reads = 0;
    await jimeng.submit(orderOf(uri, { tool: 'fast-hd' }));
    expect(simulator.submissions).toHaveLength(1);
    expect(simulator.violations).toEqual([]);
    expect(reads).toBe(1);
  });
});

describe('a computer with a wrong clock', () => {
  it.each([-7_200_000, 7_200_000])('is corrected by the service (%i ms off)', async (off) => {
    skew = off;
    const jimeng = client();
    const { uri } = await jimeng.upload(picture);
    const order = orderOf(uri);
    await jimeng.submit(order);
    expect(simulator.submissions).toHaveLength(1);
    expect(simulator.violations).toEqual([]);
  });

  it('has its first order refused, signed again and paid once', async () => {
    const { uri } = await client().upload(picture);
    skew = 3_600_000;
    await client().submit(orderOf(uri));
    expect(count('generate')).toBe(2);
    expect(simulator.submissions).toHaveLength(1);
  });
});

describe('an order without an answer', () => {
  it.each([
    ['the connection broke', { kind: 'reset', when: 'after' }, 'network'],
    ['the answer is cut', { kind: 'truncate' }, 'network'],
    ['the answer is a page', { kind: 'html', when: 'after' }, 'bad-response'],
    ['the answer is empty', { kind: 'empty', when: 'after' }, 'bad-response'],
    ['the gateway failed', { kind: 'http', status: 502, when: 'after' }, 'server-error'],
    ['the answer contradicts itself', { kind: 'ret', ret: '1014', keepData: true }, 'bad-response'],
  ] as const)('is sent once and can be found: %s', async (_, effect, code) => {
    const jimeng = client();
    const { uri } = await jimeng.upload(picture);
    simulator.faults.add({ at: 'generate', effect, times: Number.POSITIVE_INFINITY });
    const order = orderOf(uri);
    expect(await codeOf(jimeng.submit(order))).toBe(code);
    expect(count('generate')).toBe(1);
    time += 1000;
    expect(stateOf(await jimeng.lookUp([order.submitId]), order.submitId)).toBe('running');
  });
});

describe('refusals', () => {
  it('report that no one is signed in', async () => {
    simulator.endSession();
    const jimeng = client();
    expect(await codeOf(jimeng.credits())).toBe('signed-out');
    expect(await codeOf(jimeng.upload(picture))).toBe('signed-out');
    expect(await codeOf(jimeng.submit(orderOf('tos-cn-i-tb4s082cfz/x')))).toBe('signed-out');
  });

  it.each([
    [{ ret: '1310' }, 'busy'],
    [{ ret: '2', failCode: '34070104' }, 'risk-control'],
    [{ ret: '2061' }, 'outdated'],
    [{ ret: '3018', failCode: '1017' }, 'outdated'],
    [{ ret: '2', said: '账号疑似存在异常行为' }, 'risk-control'],
  ] as const)('sends an order once when it answers %o', async (said, code) => {
    const jimeng = client();
    const { uri } = await jimeng.upload(picture);
    simulator.faults.add({ at: 'generate', effect: { kind: 'ret', ...said } });
    expect(await codeOf(jimeng.submit(orderOf(uri)))).toBe(code);
    expect(count('generate')).toBe(1);
    expect(simulator.submissions).toHaveLength(0);
  });

  it.each([
    [{ failCode: '2038' }, 'content-refused'],
    [{ failKey: 'web_fail2generate_copyright_block' }, 'copyright-refused'],
    [{}, 'generation-failed'],
    [{ status: 40 }, 'output-refused'],
  ] as const)('reads a task that ends with %o', async (failure, code) => {
    const jimeng = client();
    const { uri } = await jimeng.upload(picture);
    simulator.faults.add({ at: 'generate', effect: { kind: 'task-fails', ...failure } });
    const order = orderOf(uri);
    await jimeng.submit(order);
    time += 20_000;
    const report = (await jimeng.lookUp([order.submitId])).get(order.submitId);
    expect(report).toMatchObject({ state: 'failed', code });
  });
});

describe('a busy system', () => {
  const busy = { kind: 'ret', ret: '1014' } as const;

  it('gets the same order again after 5 s, and is paid once', async () => {
    const waits: number[] = [];
    const jimeng = client({ sleep: async (ms) => void waits.push(ms) });
    const { uri } = await jimeng.upload(picture);
    simulator.faults.add({ at: 'generate', effect: busy });
    const order = orderOf(uri);
    await jimeng.submit(order);
    expect(waits).toEqual([5000]);
    expect(simulator.submissions.map(({ submitId }) => submitId)).toEqual([order.submitId]);
    expect(simulator.violations).toEqual([]);
  });

  it('ends the call when it stays busy', async () => {
    const jimeng = client({ sleep: async () => {} });
    const { uri } = await jimeng.upload(picture);
    for (const at of ['generate', 'credits'] as const) {
      simulator.faults.add({ at, effect: busy, times: 2 });
    }
    expect(await codeOf(jimeng.submit(orderOf(uri)))).toBe('system-busy');
    expect(await codeOf(jimeng.credits())).toBe('system-busy');
    expect([count('generate'), count('credits')]).toEqual([2, 2]);
    expect(simulator.submissions).toHaveLength(0);
  });
});

describe('an upload with failing hosts', () => {
  it('tries the next host, then the fallback address', async () => {
    simulator.faults.add({ at: 'put', effect: { kind: 'reset' } });
    simulator.faults.add({ at: 'put', effect: { kind: 'http', status: 503 } });
    const { uri } = await client().upload(picture);
    expect(simulator.uploads.find((upload) => upload.uri === uri)?.committed).toBe(true);
    expect(count('put')).toBe(3);
    expect(simulator.violations).toEqual([]);
  });

  it('fails with the last error when no host accepts it', async () => {
    simulator.faults.add({ at: 'put', times: 3, effect: { kind: 'http', status: 500 } });
    expect(await codeOf(client().upload(picture))).toBe('server-error');
  });
});

describe('a result link', () => {
  it('reports that it has expired', async () => {
    const jimeng = client();
    const { uri } = await jimeng.upload(picture);
    const order = orderOf(uri);
    await jimeng.submit(order);
    time += 20_000;
    const report = (await jimeng.lookUp([order.submitId])).get(order.submitId);
    if (report?.state !== 'done') throw new Error(`state is ${report?.state}`);
    time += 2 * 3_600_000;
    expect(await codeOf(jimeng.download(report.image.url))).toBe('result-expired');
  });
});
