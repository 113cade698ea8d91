import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { dig, type Outgoing, type Tamper } from '../client/mini-client';
import { abroadWorld, at, NOW } from '../client/tampering';
import type { SimulatorOptions } from '../simulator';
import { signOf } from './sign';
import { PAGE_HEADERS } from './site-rules';
import type { PageBehaviour } from './world';

const PAGE = 'https://dreamina.capcut.com/ai-tool/home';
const API = 'https://mweb-api-sg.capcut.com';
const GENERATE = '/mweb/v1/aigc_draft/generate';
const QUERY =
  '?aid=513641&device_platform=web&region=SG&da_version=3.3.28&web_version=7.5.0&os=windows';

async function order(tamper: Tamper = () => {}) {
  const { simulator, client } = abroadWorld(tamper);
  const { uri } = await client.upload(Buffer.from('anything'));
  const answer = await client.submit('smart-hd', uri);
  const { violations, submissions } = simulator;
  const failCode = dig(answer, 'data.fail_code');
  return { ret: answer.ret, said: answer.errmsg, failCode, violations, paid: submissions.length };
}

/** Takes query parameters away, or sets them, after the page has signed. */
function resigned(names: Record<string, string | undefined>): (request: Outgoing) => void {
  return (request) => {
    const url = new URL(request.url);
    for (const [name, value] of Object.entries(names)) {
      if (value === undefined) url.searchParams.delete(name);
      else url.searchParams.set(name, value);
    }
    request.url = url.href;
  };
}

const UNSIGNED = { msToken: undefined, 'X-Bogus': undefined };
const withoutHeaders = ({ headers }: Outgoing) => {
  for (const name of ['sign', 'sign-ver', 'device-time', 'appvr', 'appid', 'pf']) {
    delete headers[name];
  }
};

describe('an order to Dreamina', () => {
  it('from the page, with the signed headers, is taken', async () => {
    expect(await order()).toMatchObject({ ret: '0', violations: [], paid: 1 });
  });

  it('that the page has not signed gets -6, with no blame', async () => {
    const refused = await order(at('generate', resigned(UNSIGNED)));
    expect(refused).toMatchObject({ ret: '-6', said: 'shark not pass', violations: [], paid: 0 });
  });

  it('without either gets -6: risk control is asked first', async () => {
    const refused = await order(
      at('generate', (request) => {
        resigned(UNSIGNED)(request);
        withoutHeaders(request);
      }),
    );
    expect(refused).toMatchObject({ ret: '-6', paid: 0 });
  });

  it('from the page without the signed headers gets 3018 and 1017', async () => {
    const refused = await order(at('generate', withoutHeaders));
    expect(refused).toMatchObject({ ret: '3018', failCode: '1017', paid: 0 });
  });

  it.each<[string, Record<string, string | undefined>]>([
    ['an invented msToken', { msToken: 'x' }],
    ['an invented X-Bogus', { 'X-Bogus': 'x' }],
    ['one of the two', { msToken: undefined }],
  ])('with %s gets -6 and is blamed', async (_, names) => {
    const refused = await order(at('generate', resigned(names)));
    expect(refused).toMatchObject({
      ret: '-6',
      violations: ['generate: the signature of the page is invented'],
      paid: 0,
    });
  });

  it('with the signature of Jimeng’s page is blamed', async () => {
    const { simulator, client } = abroadWorld((step, request) => {
      if (step === 'generate') request.url = stolen;
    });
    let stolen = '';
    await simulator.openPage(async (url) => {
      stolen = String(url).replace('a_bogus', 'X-Bogus');
      return new Response();
    })(`https://jimeng.jianying.com${GENERATE}`);
    stolen = stolen.replace('https://jimeng.jianying.com', API);
    expect((await client.submit('smart-hd', 'x')).ret).toBe('-6');
    expect(simulator.violations).toEqual(['generate: the signature of the page is invented']);
  });
});

/** A look-up from the page, as its code sends it. */
async function fromPage(more: Record<string, string> = {}, host = API) {
  const { simulator } = abroadWorld();
  simulator.browser.signIn('dreamina-session-1', undefined, { site: 'dreamina' });
  const time = String(Math.floor(NOW / 1000));
  const path = '/mweb/v1/get_history_by_ids';
  const headers = {
    ...{ 'content-type': 'application/json', appid: '513641', appvr: '8.4.0', pf: '7' },
    ...{ 'device-time': time, sign: signOf(path, '8.4.0', time), 'sign-ver': '1', tdid: '' },
    ...{ 'app-sdk-version': '48.0.0', lan: 'en', loc: 'sg', ...more },
  };
  const page = simulator.openPage(undefined, 'dreamina');
  const body = JSON.stringify({ submit_ids: ['x'] });
  const answer = page(`${host}${path}${QUERY}`, { method: 'POST', headers, body });
  return { simulator, answer };
}

describe('a call from the page to the API', () => {
  it('asks for leave first, without cookies, and may read the answer', async () => {
    const { simulator, answer } = await fromPage();
    const { headers } = await answer;
    expect(headers.get('access-control-allow-origin')).toBe('https://dreamina.capcut.com');
    expect(headers.get('access-control-allow-credentials')).toBe('true');
    expect(await (await answer).json()).toMatchObject({ ret: '0', data: {} });
    const seen = simulator.requests.map(({ endpoint, sender }) => [endpoint, sender.cookies]);
    expect(seen).toEqual([
      ['preflight', 0],
      ['history', 5],
    ]);
    expect(simulator.violations).toEqual([]);
  });

  it.each(['x-requested-with', 'x-client', 'authorization'])('fails with %s', async (name) => {
    const { simulator, answer } = await fromPage({ [name]: 'x' });
    await expect(answer).rejects.toThrow(TypeError);
    expect(simulator.violations).toEqual([`preflight: the page may not send ${name}`]);
    expect(simulator.requests.map(({ endpoint }) => endpoint)).toEqual(['preflight']);
  });

  it('fails at a host that gives no leave', async () => {
    const { answer } = await fromPage({}, 'https://imagex-normal-sg.capcutapi.com');
    await expect(answer).rejects.toThrow(TypeError);
  });

  it.each([
    ['https://dreamina.capcut.com', 204],
    ['https://gallery.example', 403],
  ])('from %s: %i', async (origin, status) => {
    const { simulator } = abroadWorld();
    const asked = { origin, 'access-control-request-headers': PAGE_HEADERS.join(', ') };
    const answer = await simulator.handle(
      new Request(`${API}${GENERATE}`, { method: 'OPTIONS', headers: asked }),
    );
    expect(answer.status).toBe(status);
    expect(simulator.violations).toEqual([]);
  });

  it('keeps a fault for the call itself, and may read that, too', async () => {
    const { simulator, client } = abroadWorld();
    const { uri } = await client.upload(Buffer.from('anything'));
    simulator.faults.add({
      at: (url) => url.pathname === GENERATE,
      effect: { kind: 'ret', ret: '-6', errmsg: 'unusual activity' },
    });
    expect(await client.submit('smart-hd', uri)).toMatchObject({ ret: '-6' });
    expect((await client.submit('smart-hd', uri)).ret).toBe('0');
  });
});

/** What the script of the page makes of two addresses. */
async function signedBy(page: PageBehaviour, options: SimulatorOptions = {}) {
  const { simulator } = abroadWorld(undefined, { page, pageDelayMs: 5, ...options });
  const html = await (await simulator.handle(new Request(PAGE))).text();
  const [, script = ''] = /<script>(.*)<\/script>/s.exec(html) ?? [];
  const sent: string[] = [];
  const delays: number[] = [];
  const scope = {
    location: { href: PAGE },
    fetch: async (url: string) => sent.push(url),
    XMLHttpRequest: class {
      open(_method: string, url: string) {
        sent.push(url);
      }
    },
    setTimeout: (work: () => void, ms: number) => {
      delays.push(ms);
      work();
    },
    ...{ Request, URL, byted_acrawler: undefined },
  };
  runInNewContext(script, scope);
  if (page !== 'never') {
    await scope.fetch(`${API}${GENERATE}?aid=1`);
    await scope.fetch(`${API}/mweb/v1/get_history_by_ids?aid=1`);
    new scope.XMLHttpRequest().open('POST', `${API}${GENERATE}`);
  }
  const isSigned = sent.map((url) => /msToken=\w+&X-Bogus=\w+/.test(url));
  return { html, sent, isSigned, delays, isAnnounced: scope.byted_acrawler !== undefined };
}

describe('the page of Dreamina', () => {
  it.each<[PageBehaviour, boolean[], boolean]>([
    ['signs', [true, true, true], false],
    ['signs-orders', [true, false, true], true],
    ['other-script', [false, false, false], false],
    ['never', [], false],
  ])('that %s', async (page, expected, isExpectedToAnnounce) => {
    const { isSigned, isAnnounced } = await signedBy(page);
    expect([isSigned, isAnnounced]).toEqual([expected, isExpectedToAnnounce]);
  });

  it('waits before it signs, and has one script', async () => {
    const { html, delays } = await signedBy('signs', { pageDelayMs: 2500 });
    expect(delays).toEqual([2500]);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toContain('Local stand-in for Dreamina');
  });
});
