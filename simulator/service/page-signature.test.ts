import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { createMiniClient, type Tamper } from '../client/mini-client';
import { at, header, NOW, query } from '../client/tampering';
import { createSimulator, type SimulatorOptions } from '../simulator';
import type { PageBehaviour } from './world';

function worldOf(options: SimulatorOptions, tamper: Tamper = () => {}) {
  const simulator = createSimulator({
    ...{ now: () => NOW, sessions: ['session-1'], ...options },
    enlarge: async () => ({ bytes: Buffer.from('big'), width: 2, height: 1, type: 'image/png' }),
  });
  return { simulator, client: createMiniClient(simulator, { now: () => NOW, tamper }) };
}

async function order({ simulator, client }: ReturnType<typeof worldOf>) {
  const { uri } = await client.upload(Buffer.from('anything'));
  const { ret } = await client.submit('smart-hd', uri);
  return { ret, violations: simulator.violations, paid: simulator.submissions.length };
}

describe('an order without the signature of the page', () => {
  it('is taken, unless the service wants one', async () => {
    expect(await order(worldOf({}))).toEqual({ ret: '0', violations: [], paid: 1 });
  });

  it('is refused without blame if the service wants one', async () => {
    const refused = await order(worldOf({ ordersNeedPage: true }));
    expect(refused).toEqual({ ret: '1019', violations: [], paid: 0 });
  });
});

it.each(['a_bogus', 'msToken'])('an invented %s is refused and blamed', async (name) => {
  const { ret, violations, paid } = await order(worldOf({}, query('generate', name, 'x')));
  expect([ret, paid]).toEqual(['1019', 0]);
  expect(violations).toEqual(['generate: the signature of the page is invented']);
});

it('a header that the page would not send is blamed', async () => {
  const { violations } = await order(worldOf({}, header('generate', 'x-requested-with', 'x')));
  expect(violations).toEqual(['generate: an order has no header x-requested-with']);
});

/** What the script of the page makes of two addresses. */
async function signedBy(page: PageBehaviour) {
  const { simulator } = worldOf({ page, pageDelayMs: 0 });
  const html = await (
    await simulator.handle(new Request('https://jimeng.jianying.com/ai-tool/home'))
  ).text();
  const [, script = ''] = /<script>(.*)<\/script>/s.exec(html) ?? [];
  const sent: string[] = [];
  const scope = {
    location: { href: 'https://jimeng.jianying.com/ai-tool/home' },
    fetch: async (url: string) => sent.push(url),
    XMLHttpRequest: class {
      open(_method: string, url: string) {
        sent.push(url);
      }
    },
    ...{ Request, URL, setTimeout: (work: () => void) => work() },
    byted_acrawler: undefined,
  };
  runInNewContext(script, scope);
  await scope.fetch('https://jimeng.jianying.com/mweb/v1/aigc_draft/generate?aid=1');
  await scope.fetch('https://jimeng.jianying.com/mweb/v1/get_history_by_ids?aid=1');
  new scope.XMLHttpRequest().open('POST', '/mweb/v1/aigc_draft/generate');
  const isSigned = sent.map((url) => /msToken=\w+&a_bogus=\w+/.test(url));
  return { isSigned, isAnnounced: scope.byted_acrawler !== undefined, sent, simulator };
}

it.each<[PageBehaviour, boolean[], boolean]>([
  ['signs', [true, true, true], false],
  ['signs-orders', [true, false, true], true],
  ['other-script', [false, false, false], false],
  ['never', [false, false, false], false],
])('the page that %s', async (page, expected, isExpectedToAnnounce) => {
  const { isSigned, isAnnounced } = await signedBy(page);
  expect([isSigned, isAnnounced]).toEqual([expected, isExpectedToAnnounce]);
});

it('the signature of a page is accepted, and searched for as a secret', async () => {
  const { sent, simulator } = await signedBy('signs');
  const { search } = new URL(sent[0] ?? '');
  const client = createMiniClient(simulator, {
    now: () => NOW,
    tamper: at('generate', (request) => {
      request.url += search.replace('?aid=1', '');
    }),
  });
  expect(await order({ simulator, client })).toMatchObject({ ret: '0', violations: [] });
  expect(simulator.secrets).toContain(new URLSearchParams(search).get('msToken'));
});
