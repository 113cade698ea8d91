import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSimulator, type Simulator } from '@/simulator/simulator';
import { codeOf } from '@/tests/support/error-code';
import { createJimeng, type JimengDeps } from './client';
import type { Order } from './model/order';
import { JIMENG_CN } from './model/sites';
import { TOOLS } from './model/tools';
import type { PageChannel, PageRequest } from './wire/page-channel';

const NOW = Date.UTC(2026, 8, 18, 9, 0, 0);

let simulator: Simulator;
let picture: Blob;

beforeEach(async () => {
  simulator = createSimulator({ now: () => NOW, sessions: ['session-1'], ordersNeedPage: true });
  simulator.browser.signIn();
  const background = '#7a5cff';
  const png = await sharp({ create: { width: 48, height: 32, channels: 3, background } })
    .png()
    .toBuffer();
  picture = new Blob([new Uint8Array(png)], { type: 'image/png' });
});

function client(more: Partial<JimengDeps> = {}) {
  const { fetch } = simulator;
  return createJimeng({ site: JIMENG_CN, fetch, now: () => NOW, uuid: randomUUID, ...more });
}

function orderOf(imageUri: string, more: Partial<Order> = {}): Order {
  return { submitId: randomUUID(), tool: 'smart-hd', target: '2k', imageUri, ...more };
}

describe('an order through the page', () => {
  const page = (send: PageChannel['send']): PageChannel => ({
    ready: (read) => read(send),
    send,
  });

  it('has the headers of the page and no others, and comes from there alone', async () => {
    const sent: PageRequest[] = [];
    const pageFetch = simulator.openPage();
    const jimeng = client({
      page: page(async (request) => {
        sent.push(request);
        const { url, headers, body } = request;
        return pageFetch(url, { method: 'POST', headers, body });
      }),
    });
    const { uri } = await jimeng.upload(picture);
    await jimeng.preparePage();
    for (const tool of TOOLS) await jimeng.submit(orderOf(uri, { tool, via: 'page' }));
    expect(sent.map(({ url }) => new URL(url).pathname.split('/').at(-1))).toEqual([
      'get_history_by_ids',
      ...TOOLS.map(() => 'generate'),
    ]);
    const names = new Set(sent.flatMap(({ headers }) => Object.keys(headers)));
    expect([...names].sort()).toEqual([
      ...['accept', 'app-sdk-version', 'appid', 'appvr', 'content-type', 'device-time', 'lan'],
      ...['loc', 'pf', 'sign', 'sign-ver', 'tdid'],
    ]);
    expect(simulator.submissions).toHaveLength(TOOLS.length);
    expect(simulator.violations).toEqual([]);
  });

  it('is not sent without a page', async () => {
    const { uri } = await client().upload(picture);
    expect(await codeOf(client().preparePage())).toBe('page-unavailable');
    expect(await codeOf(client().submit(orderOf(uri, { via: 'page' })))).toBe('page-unavailable');
    const paid = simulator.requests.filter(({ endpoint }) => endpoint === 'generate');
    expect(paid).toHaveLength(0);
  });

  it.each([
    ['1019', { ret: '1019' }, 'page-signature-missing', 'risk-control'],
    ['-6', { ret: '-6' }, 'page-signature-missing', 'risk-control'],
    ['words', { ret: '5', errmsg: 'shark not pass' }, 'page-signature-missing', 'risk-control'],
    [
      'words beside 4013',
      { ret: '4013', errmsg: 'shark not pass' },
      'risk-control',
      'risk-control',
    ],
    ['an account', { ret: '1019', errmsg: 'unusual activity' }, 'risk-control', 'risk-control'],
    ['-4', { ret: '-4' }, 'risk-control', 'risk-control'],
    ['2035', { ret: '2035' }, 'risk-control', 'risk-control'],
    ['1018', { ret: '1018', errmsg: 'shark not pass' }, 'account-restricted', 'account-restricted'],
  ] as const)(
    'refused with %s means something else than from the background',
    async (_, said, background, fromPage) => {
      // Asks for no workspace before the order.
      const tool = 'super-resolution';
      const refused = async () => Response.json({ ...said, data: null });
      const jimeng = client({ fetch: refused, page: page(refused) });
      expect(await codeOf(jimeng.submit(orderOf('uri', { tool })))).toBe(background);
      expect(await codeOf(jimeng.submit(orderOf('uri', { tool, via: 'page' })))).toBe(fromPage);
    },
  );
});
