import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSimulator, type Simulator } from '@/simulator/simulator';
import { createJimeng, type JimengDeps } from '../client';
import type { Order } from '../model/order';
import { JIMENG_CN } from '../model/sites';

const picture = new Blob(['a picture']);
let time = 0;
let simulator: Simulator;

beforeEach(() => {
  time = Date.UTC(2026, 8, 18, 9);
  simulator = world();
  simulator.browser.signIn();
});

function world(more: { hasWorkspace?: boolean } = {}): Simulator {
  const enlarge = async () => ({ bytes: Buffer.from(''), width: 2, height: 1, type: 'image/png' });
  return createSimulator({ now: () => time, enlarge, processingMs: 4000, ...more });
}

function client(more: Partial<JimengDeps> = {}) {
  const { fetch } = simulator;
  return createJimeng({ site: JIMENG_CN, fetch, now: () => time, uuid: randomUUID, ...more });
}

function orderOf(imageUri: string, { tool }: Pick<Order, 'tool'>): Order {
  return { submitId: randomUUID(), tool, target: '2k', imageUri };
}

function count(endpoint: string): number {
  return simulator.requests.filter((request) => request.endpoint === endpoint).length;
}

describe('the workspace of an order', () => {
  /** A `fetch` that keeps the text of each order. */
  function spying() {
    const bodies: string[] = [];
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      if (request.url.includes('/generate?')) bodies.push(await request.clone().text());
      return simulator.fetch(request);
    };
    return { fetch, bodies };
  }

  it('is the account’s, read once per session', async () => {
    const { fetch, bodies } = spying();
    const jimeng = client({ fetch });
    const { uri } = await jimeng.upload(picture);
    for (const tool of ['smart-hd', 'fast-hd', 'super-resolution'] as const) {
      await jimeng.submit(orderOf(uri, { tool }));
    }
    expect(bodies.map((body) => /"workspace_id":(\d{19})}/.test(body))).toEqual([
      true,
      true,
      false,
    ]);
    expect(count('workspaces')).toBe(1);
    jimeng.forgetSession();
    time += 20_000;
    await jimeng.submit(orderOf(uri, { tool: 'fast-hd' }));
    expect(count('workspaces')).toBe(2);
    expect(simulator.violations).toEqual([]);
  });

  it.each([
    ['there is none', undefined],
    ['the service refuses the list', { kind: 'ret', ret: '1000' }],
    ['the list is no JSON', { kind: 'html' }],
    ['the line breaks', { kind: 'reset' }],
    ['the default one is listed', listing([{ workspace_id: 7 }, { workspace_id: 0 }])],
    ['it is no number', listing([{ workspace_id: '7}' }, { workspace_id: { a: 1 } }, null])],
    ['the list is no list', listing('7')],
  ] as const)('is left out where %s', async (_, effect) => {
    simulator = world({ hasWorkspace: false });
    simulator.browser.signIn();
    if (effect) simulator.faults.add({ at: 'workspaces', times: 2, effect });
    const { fetch, bodies } = spying();
    const jimeng = client({ fetch });
    const { uri } = await jimeng.upload(picture);
    await jimeng.submit(orderOf(uri, { tool: 'fast-hd' }));
    expect(bodies).toEqual([expect.not.stringContaining('workspace_id')]);
    expect(simulator.submissions).toHaveLength(1);
    expect(simulator.violations).toEqual([]);
  });

  it('holds an order back for 3 s at most', async () => {
    simulator.faults.add({ at: 'workspaces', effect: { kind: 'hang' } });
    const waits: number[] = [];
    const jimeng = client({ sleep: async (ms) => void waits.push(ms) });
    const { uri } = await jimeng.upload(picture);
    await jimeng.submit(orderOf(uri, { tool: 'fast-hd' }));
    expect(waits).toEqual([3000]);
    expect(simulator.submissions).toHaveLength(1);
  });

  it('is not asked for again, and no order is sent, after an answer of risk control', async () => {
    simulator.faults.add({ at: 'workspaces', effect: { kind: 'ret', ret: '4013' } });
    const jimeng = client();
    const { uri } = await jimeng.upload(picture);
    const sent = jimeng.submit(orderOf(uri, { tool: 'fast-hd' }));
    await expect(sent).rejects.toMatchObject({ code: 'risk-control' });
    expect(count('generate')).toBe(0);
  });
});

/** An answer of the list of workspaces. */
function listing(workspaces: unknown) {
  return { kind: 'json', body: { ret: '0', data: { workspaces } } } as const;
}
