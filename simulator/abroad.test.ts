import { beforeEach, describe, expect, it } from 'vitest';
import { createMiniClient, dig } from './client/mini-client';
import { PICTURES } from './pictures/pictures';
import { createSimulator, type Simulator, type SimulatorOptions } from './simulator';
import { CLUSTERS, type Cluster } from './wire/clusters';

const START = Date.UTC(2026, 10, 22, 10);
const FAKE = async () => ({ bytes: Buffer.from('big'), width: 20, height: 10, type: 'image/png' });
const IDS = ['dreamina-us', 'dreamina-sg'] as const;
let time = START;

beforeEach(() => {
  time = START;
});

function world(options: SimulatorOptions = {}, cluster: (typeof IDS)[number] = 'dreamina-sg') {
  const sessions = [{ session: 'dreamina-session-1', cluster }];
  const simulator = createSimulator({ now: () => time, sessions, enlarge: FAKE, ...options });
  const client = createMiniClient(simulator, { now: () => time, cluster });
  return { simulator, client };
}

async function order({ client }: Pick<ReturnType<typeof world>, 'client'>) {
  const { uri } = await client.upload(Buffer.from('anything'));
  const accepted = await client.submit('smart-hd', uri);
  const id = String(dig(accepted, 'data.aigc_data.submit_id'));
  const historyId = String(dig(accepted, 'data.aigc_data.history_record_id'));
  return { accepted, id, historyId };
}

function hostOf(record: unknown): string {
  return new URL(String(dig(record, 'item_list.0.image.large_images.0.image_url'))).hostname;
}

describe.each(IDS)('the whole way at %s', (id) => {
  const cluster: Cluster = CLUSTERS[id];

  it.each([
    ['smart-hd', '2k', 1, 2880, 2160],
    ['fast-hd', '2k', 0, 2048, 1536],
  ] as const)('%s, through the page', async (tool, target, price, width, height) => {
    const simulator = createSimulator({
      now: () => time,
      sessions: [{ session: 'dreamina-session-1', cluster: id }],
    });
    const client = createMiniClient(simulator, { now: () => time, cluster: id });
    const { uri } = await client.upload(await PICTURES['night-lake'].make());
    const accepted = await client.submit(tool, uri, undefined, target);
    expect(accepted.ret).toBe('0');
    expect(dig(accepted, 'data.aigc_data.task.aid')).toBe(513641);
    const submitId = String(dig(accepted, 'data.aigc_data.submit_id'));
    time += 4000;
    const record = dig(await client.lookUp([submitId]), `data.${submitId}`);
    expect(dig(record, 'status')).toBe(50);
    expect(dig(record, 'item_list.0.image.large_images.0')).toMatchObject({ width, height });
    expect(cluster.resultHosts).toContain(hostOf(record));
    const url = String(dig(record, 'item_list.0.image.large_images.0.image_url'));
    expect(new URL(url).pathname).toMatch(new RegExp(`^/${cluster.store}/`));
    expect((await simulator.handle(new Request(url))).status).toBe(200);
    expect(simulator.submissions).toMatchObject([{ account: id, tool, charged: price }]);
    expect(simulator.creditsOf(id).gift).toBe(100 - price);
    expect(simulator.violations).toEqual([]);
  });

  it('with the whole number of its workspace', async () => {
    const { simulator, client } = world({}, id);
    const { uri } = await client.upload(Buffer.from('anything'));
    const workspace = await workspaceOf(simulator, id);
    expect(Number.isSafeInteger(Number(workspace))).toBe(false);
    const named = createMiniClient(simulator, { now: () => time, cluster: id, workspace });
    expect((await named.submit('smart-hd', uri)).ret).toBe('0');
    // A parser that rounds makes another number of it.
    const rounded = String(BigInt(Math.round(Number(workspace))));
    const wrong = createMiniClient(simulator, { now: () => time, cluster: id, workspace: rounded });
    expect((await wrong.submit('smart-hd', uri)).ret).toBe('1001');
    expect(simulator.violations).toHaveLength(1);
  });
});

/** The digits of the workspace, read from the text of the answer. */
async function workspaceOf(simulator: Simulator, cluster: (typeof IDS)[number]): Promise<string> {
  let text = '';
  const spied: Simulator = {
    ...simulator,
    async handle(request) {
      const answer = await simulator.handle(request);
      text = await answer.clone().text();
      return answer;
    },
  };
  await createMiniClient(spied, { now: () => time, cluster }).workspaces();
  return /"workspace_id":(\d+)/.exec(text)?.[1] ?? '';
}

describe('a look-up at Dreamina', () => {
  it.each([
    ['by-submit-id', (id: string) => `data.${id}`],
    ['by-history-id', (_: string, historyId: string) => `data.${historyId}`],
    ['bare', (id: string) => id],
  ] as const)('has records %s', async (records, path) => {
    const { simulator, client } = world({ abroad: { records } });
    const { id, historyId } = await order({ client });
    time += 1000;
    const answer = await client.lookUp([id]);
    expect(dig(answer, path(id, historyId))).toMatchObject({ status: 20, submit_id: id });
    expect(answer.ret).toBe(records === 'bare' ? undefined : '0');
    expect(simulator.violations).toEqual([]);
  });

  it('goes through the statuses that were watched', async () => {
    const { client } = world();
    const { id } = await order({ client });
    const seen: unknown[] = [];
    for (const at of [1000, 2600, 3700, 4000]) {
      time = START + at;
      seen.push(dig(await client.lookUp([id]), `data.${id}.status`));
    }
    expect(seen).toEqual([20, 42, 45, 50]);
  });

  it('can tell a failure by its code and its time alone', async () => {
    const { simulator, client } = world();
    simulator.faults.add({
      at: 'generate',
      effect: { kind: 'task-fails', status: 20, failCode: '2038', after: 500 },
    });
    const { id } = await order({ client });
    time += 500;
    const record = dig(await client.lookUp([id]), `data.${id}`);
    expect(record).toMatchObject({ status: 20, fail_code: '2038', item_list: [] });
    expect(dig(record, 'task.finish_time')).toBeGreaterThan(0);
  });

  it('does not see the tasks of the other cluster', async () => {
    const { simulator, client } = world();
    const { id } = await order({ client });
    simulator.addSession('us', undefined, { cluster: 'dreamina-us' });
    const other = createMiniClient(simulator, {
      ...{ now: () => time, cluster: 'dreamina-us', session: 'us' },
    });
    time += 1000;
    expect((await other.lookUp([id])).data).toEqual({});
  });
});

describe('refusals abroad', () => {
  it.each([
    ['generate', '-6', 'shark not pass'],
    ['generate', '3018', 'permission denied'],
    ['generate', '1014', 'system busy'],
    ['generate', '3000', 'error'],
    ['generate', '4013', 'error'],
    ['generate', '4011', 'error'],
    ['generate', '2038', 'error'],
    ['generate', '2061', 'error'],
    ['generate', '4010', 'error'],
    ['upload-token', '1015', 'login error'],
    ['history', '3000', 'error'],
    ['workspaces', '1015', 'login error'],
    ['credits', '34010105', 'login error'],
    ['credits', '34070104', 'shark action check reject'],
    ['credits', '-4', 'shark action check reject'],
  ] as const)('%s: %s', async (endpoint, ret, errmsg) => {
    const { simulator, client } = world();
    const { uri } = await client.upload(Buffer.from('anything'));
    simulator.faults.add({ at: endpoint, effect: { kind: 'ret', ret } });
    const answer = await {
      generate: () => client.submit('smart-hd', uri),
      history: () => client.lookUp(['x']),
      'upload-token': client.token,
      workspaces: client.workspaces,
      credits: client.credits,
    }[endpoint]();
    expect(answer).toMatchObject({ ret, errmsg });
    expect(simulator.submissions).toEqual([]);
    expect(simulator.violations).toEqual([]);
  });
});

describe('results abroad', () => {
  it.each([
    ['own', CLUSTERS['dreamina-us'].resultHosts],
    ['other', CLUSTERS['dreamina-sg'].resultHosts],
    ['foreign', CLUSTERS['dreamina-us'].foreignResultHosts],
  ] as const)('are on a host that is %s', async (resultHost, hosts) => {
    const { simulator, client } = world({ abroad: { resultHost } }, 'dreamina-us');
    const { id } = await order({ client });
    time += 4000;
    const record = dig(await client.lookUp([id]), `data.${id}`);
    expect(hosts).toContain(hostOf(record));
    const url = String(dig(record, 'item_list.0.image.large_images.0.image_url'));
    expect(await (await simulator.handle(new Request(url))).text()).toBe('big');
    expect(simulator.violations).toEqual([]);
  });
});

describe('the profile live-like abroad', () => {
  it('varies what is unknown, and stays right', async () => {
    let state = 7;
    const random = () => {
      state = (state * 48271) % 0x7fffffff;
      return state / 0x7fffffff;
    };
    const simulator = createSimulator({
      ...{ profile: 'live-like', slowestMs: 0, busyOrderShare: 0, busyReadShare: 0 },
      ...{
        now: () => time,
        random,
        enlarge: FAKE,
        queueLimit: 1000,
        credits: { gift: 999 },
      },
    });
    const seen = { hosts: new Set(), ups: new Set(), hints: new Set(), empty: new Set() };
    const keys = new Set<string>();
    for (let nth = 0; nth < 40; nth += 1) {
      const session = `session-of-${nth}`;
      const cluster = IDS[nth % 2] ?? 'dreamina-sg';
      simulator.addSession(session, `account-${nth}`, { cluster });
      seen.hints.add(simulator.cookiesOf('dreamina', session).length);
      const client = createMiniClient(simulator, { now: () => time, cluster, session });
      const listed = dig(await client.workspaces(), 'data.workspaces') as unknown[];
      seen.empty.add(listed.length);
      let upload = await client.upload(Buffer.from('anything'));
      if (upload.uri === '') {
        const region = CLUSTERS[cluster].signingRegions.at(-1) ?? '';
        const other = createMiniClient(simulator, {
          ...{ now: () => time, cluster, session },
          region,
        });
        upload = await other.upload(Buffer.from('anything'));
      }
      seen.ups.add(JSON.stringify(dig(upload.applied, 'Result.UploadAddress.UploadHosts')));
      const accepted = await client.submit('smart-hd', upload.uri);
      const id = String(dig(accepted, 'data.aigc_data.submit_id'));
      time += 10_000;
      const answer = await client.lookUp([id]);
      const [[key, record] = []] = Object.entries(answer.data ?? answer);
      keys.add(answer.data === undefined ? 'bare' : key === id ? 'submit' : 'history');
      seen.hosts.add(hostOf(record).split('.').slice(-2).join('.'));
    }
    expect([...keys].sort()).toEqual(['bare', 'history', 'submit']);
    expect([...seen.hosts].sort()).toEqual([
      'capcutcdn-eu.com',
      'capcutcdn-us.com',
      'ibyteimg.com',
    ]);
    expect(seen.empty).toEqual(new Set([0, 1]));
    expect([...seen.hints].sort()).toEqual([3, 4, 5]);
    expect(seen.ups.size).toBe(6);
    expect(simulator.violations).toEqual([]);
    expect(simulator.submissions).toHaveLength(40);
  });

  it('lets one option be fixed', () => {
    const simulator = createSimulator({
      profile: 'live-like',
      now: () => time,
      abroad: { cookieHints: 'missing' },
    });
    for (const session of ['a', 'b', 'c', 'd']) {
      simulator.addSession(session, session, { site: 'dreamina' });
      expect(simulator.cookiesOf('dreamina', session)).toHaveLength(3);
    }
  });
});
