import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSimulator, type Simulator, type SimulatorOptions } from '@/simulator/simulator';
import { codeOf } from '@/tests/support/error-code';
import { drawTestPicture } from '../check/test-picture';
import { createJimeng, type Jimeng } from '../client';
import { JimengError } from '../model/errors';
import type { Order } from '../model/order';
import { SITES, type SiteId } from '../model/sites';
import { createSiteClient } from './site-client';

const NOW = Date.UTC(2026, 9, 2, 9);

let time: number;
let simulator: Simulator;
/** Hosts that the person has allowed besides. */
let allowed: Set<string>;
const memory = new Map<string, SiteId>();

beforeEach(() => {
  time = NOW;
  allowed = new Set();
  memory.clear();
});

function begin(cluster: SiteId, options: SimulatorOptions = {}): Jimeng {
  simulator = createSimulator({ now: () => time, processingMs: 4000, ...options });
  simulator.browser.signIn('session-d', 'account-d', { site: 'dreamina', cluster });
  return client();
}

/** The value of a cookie that hints at the cluster. */
const hint = (name: string) =>
  simulator.browser.cookies('dreamina').find((cookie) => cookie.name === name)?.value;

function client(): Jimeng {
  const pageFetch = simulator.openPage(undefined, 'dreamina');
  return createSiteClient({
    clusters: SITES.dreamina,
    client: (site) =>
      createJimeng({
        site,
        fetch: simulator.fetch,
        now: () => time,
        uuid: randomUUID,
        sleep: async () => {},
        mayReach: async (host) => allowed.has(host),
        country: async () => hint('store-country-code'),
        page: {
          ready: (read) => read((request) => send(request)),
          send: (request) => send(request),
        },
      }),
    login: async () => simulator.browser.sessionAt('dreamina'),
    hints: async () => {
      const [idc, country] = [hint('store-idc'), hint('store-country-code')];
      return { ...(idc && { idc }), ...(country && { country }) };
    },
    memory: {
      read: async (login) => memory.get(login),
      write: async (login, id) => void memory.set(login, id),
    },
  });

  function send({ url, headers, body }: { url: string; headers: object; body: string }) {
    return pageFetch(url, { method: 'POST', headers: { ...headers }, body });
  }
}

/** The same numbers for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const count = (endpoint: string) =>
  simulator.requests.filter((request) => request.endpoint === endpoint).length;

/** Upload, order, polls and download. Allows a host when it is asked for. */
async function journey(jimeng: Jimeng, tool: Order['tool'] = 'smart-hd') {
  const upload = async (picture: Blob): ReturnType<Jimeng['upload']> => {
    try {
      return await jimeng.upload(picture);
    } catch (error) {
      const host = error instanceof JimengError ? error.detail.host : undefined;
      if (host === undefined || allowed.has(host)) throw error;
      allowed.add(host);
      return upload(picture);
    }
  };
  const { uri, siteId } = await upload(await drawTestPicture());
  const order: Order = { submitId: randomUUID(), tool, target: '2k', imageUri: uri, siteId };
  await jimeng.preparePage();
  await jimeng.submit(order);
  for (let polls = 0; polls < 20; polls += 1) {
    time += 1500;
    const report = (await jimeng.lookUp([order.submitId], { siteId })).get(order.submitId);
    if (report?.state !== 'done') continue;
    allowed.add(new URL(report.image.url).hostname);
    return { siteId, bytes: (await jimeng.download(report.image.url)).size };
  }
  throw new Error('never done');
}

describe.each(['dreamina-sg', 'dreamina-us'] as const)('an account of %s', (cluster) => {
  it.each(['smart-hd', 'fast-hd'] as const)('gets its picture by %s', async (tool) => {
    const done = await journey(begin(cluster), tool);
    expect(done.siteId).toBe(cluster);
    expect(done.bytes).toBeGreaterThan(100);
    expect(simulator.submissions).toHaveLength(1);
    expect(simulator.violations).toEqual([]);
    expect([...memory.values()]).toEqual([cluster]);
  });

  it.each(['right', 'missing', 'idc-only', 'country-only', 'wrong'] as const)(
    'is found with hints that are %s',
    async (cookieHints) => {
      const jimeng = begin(cluster, { abroad: { cookieHints } });
      expect(await jimeng.current()).toBe(cluster);
      expect((await jimeng.credits()).total).toBeGreaterThan(0);
      expect(simulator.violations).toEqual([]);
    },
  );

  it.each(['any', 'first', 'second'] as const)('uploads with region %s', async (signingRegion) => {
    const jimeng = begin(cluster, { abroad: { signingRegion } });
    await jimeng.upload(await drawTestPicture());
    const tries = count('apply');
    await jimeng.upload(await drawTestPicture());
    // The region that worked is used at once.
    expect(count('apply')).toBe(tries + 1);
    expect(simulator.uploads.every(({ committed }) => committed)).toBe(true);
  });

  it('names an upload host that the person has to allow', async () => {
    const jimeng = begin(cluster, { abroad: { uploadHosts: 'foreign' } });
    const picture = await drawTestPicture();
    await expect(jimeng.upload(picture)).rejects.toMatchObject({
      code: 'host-not-allowed',
      detail: { host: expect.stringMatching(/bytedns-up\.net$/) },
    });
    expect(count('put')).toBe(0);
  });

  it('is denied by a look-up elsewhere, and the order stays unproven', async () => {
    const jimeng = begin(cluster);
    await jimeng.current();
    const elsewhere = cluster === 'dreamina-sg' ? 'dreamina-us' : 'dreamina-sg';
    expect((await jimeng.lookUp([randomUUID()], { siteId: elsewhere })).size).toBe(0);
    expect([...memory.values()]).toEqual([cluster]);
  });

  it('moved to the other cluster: a read follows, an order does not', async () => {
    const elsewhere = cluster === 'dreamina-sg' ? 'dreamina-us' : 'dreamina-sg';
    const jimeng = begin(cluster);
    memory.set('session-d', elsewhere);
    const order: Order = {
      submitId: randomUUID(),
      tool: 'smart-hd',
      target: '2k',
      imageUri: 'tos-x/y',
    };
    expect(await codeOf(jimeng.submit(order))).toBe('signed-out');
    expect(memory.get('session-d')).toBe(elsewhere);
    expect(count('generate')).toBe(1);
    await jimeng.credits();
    expect(memory.get('session-d')).toBe(cluster);
    expect(simulator.submissions).toEqual([]);
  });

  it('is signed out everywhere once its session ends', async () => {
    const jimeng = begin(cluster);
    await jimeng.current();
    simulator.endSession();
    expect(await codeOf(jimeng.credits())).toBe('signed-out');
    expect(await codeOf(jimeng.upload(await drawTestPicture()))).toBe('signed-out');
    expect([...memory.values()]).toEqual([cluster]);
  });
});

it.each(Array.from({ length: 8 }, (_, seed) => seed))(
  'gets its picture whatever is unknown abroad (seed %i)',
  async (seed) => {
    const cluster = seed % 2 ? 'dreamina-us' : 'dreamina-sg';
    const varies = 'varies' as const;
    const jimeng = begin(cluster, {
      random: randomFrom(seed),
      abroad: {
        records: varies,
        cookieHints: varies,
        workspaces: varies,
        uploadHosts: varies,
        resultHost: varies,
        tokenRegion: varies,
        signingRegion: varies,
        sessionKey: varies,
      },
    });
    const done = await journey(jimeng);
    expect(done.siteId).toBe(cluster);
    expect(simulator.submissions).toHaveLength(1);
    expect(simulator.violations).toEqual([]);
  },
);
