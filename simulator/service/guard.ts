import { SITE_HOST } from '../wire/endpoints';
import { type Call, violate } from './call';
import { readCookies } from './cookies';
import { refuse } from './envelope';
import { signOf } from './sign';
import type { Account } from './world';

/** Version constants of the two dialects (docs/PROTOCOL.md, section 2.5). `currentClient` replaces the first. */
export const CURRENT_CLIENT = { appvr: '8.4.0', daVersion: '3.3.28', webVersion: '7.5.0' };
export const ORIGINAL_CLIENT = { appvr: '5.8.0', daVersion: '3.2.2' };

const MAX_SKEW_S = 300;

/** The value of the first session cookie of the request that is valid. */
export function sessionOf({ world, headers }: Call): string | undefined {
  const cookies = readCookies(headers.get('cookie'));
  const values = world.options.sessionCookies.map((name) => cookies.get(name) ?? '');
  return values.find((value) => world.sessions.has(value));
}

/** The account of the request's session cookie. */
export function accountOf(call: Call): Account | undefined {
  return call.world.sessions.get(sessionOf(call) ?? '');
}

function headerRefusal(call: Call): Response | undefined {
  const { headers, url } = call;
  const origin = `https://${SITE_HOST}`;
  const wrong = (ret: string, sentence: string, failCode?: string) => {
    violate(call, sentence);
    return refuse(call, ret, failCode === undefined ? {} : { failCode });
  };
  const expect = (name: string, wanted: string) =>
    headers.get(name) === wanted
      ? undefined
      : `${name} must be "${wanted}", not "${headers.get(name) ?? ''}"`;

  const page =
    expect('Origin', origin) ??
    (/^https:\/\/jimeng\.jianying\.com(\/|$)/.test(headers.get('referer') ?? '')
      ? undefined
      : `Referer must start with "${origin}", not "${headers.get('referer') ?? ''}"`);
  if (page) return wrong('1019', page);

  if (!/^application\/json(;|$)/i.test(headers.get('content-type') ?? '')) {
    return wrong('1000', 'Content-Type must be application/json');
  }

  const time = headers.get('device-time') ?? '';
  const sign = signOf(url.pathname, headers.get('appvr') ?? '', time);
  if (headers.get('sign') !== sign) return wrong('1014', 'Sign does not match the request');
  const version = expect('Sign-Ver', '1');
  if (version) return wrong('1014', version);

  const client = expect('Appid', '513695') ?? expect('Pf', '7');
  if (client) return wrong('3018', client, '1017');
  return undefined;
}

/**
 * Checks what every signed call of the site needs (docs/PROTOCOL.md, sections 1 and 2.1): POST, a session,
 * the headers of the page. Returns the account, or the refusal.
 */
export function guard(call: Call): Account | Response {
  if (call.method !== 'POST') {
    violate(call, `method must be POST, not ${call.method}`);
    return new Response('', { status: 405 });
  }
  const account = accountOf(call);
  // Being signed out is no mistake of the client, so no violation.
  if (!account) return refuse(call, '1015');
  const { now, strict } = call.world.options;
  const refusal = headerRefusal(call);
  if (refusal && strict) return refusal;
  const skew = Math.abs(now() / 1000 - Number(call.headers.get('device-time')));
  // A wrong clock is no violation either: a correct client signs again.
  if (strict && !(skew <= MAX_SKEW_S)) return refuse(call, '1014');
  return account;
}

/**
 * Checks the version constants. The service answers a wrong pair with 3018 and fail code 1017
 * (docs/PROTOCOL.md, section 2.5).
 *
 * @param required whether every query parameter must be there, as in an order
 */
export function versionRefusal(
  call: Call,
  dialect: { appvr: string; daVersion: string; webVersion?: string },
  required = false,
): Response | undefined {
  const isCurrent = dialect.webVersion !== undefined;
  const client = isCurrent ? { ...dialect, ...call.world.options.currentClient } : dialect;
  const query = call.url.searchParams;
  const wanted: [string, readonly string[]][] = [
    ['aid', ['513695']],
    ['device_platform', ['web']],
    ['region', isCurrent ? ['CN', 'cn'] : ['CN']],
    ['da_version', [client.daVersion]],
  ];
  if (client.webVersion !== undefined) wanted.push(['web_version', [client.webVersion]]);
  const problems = wanted
    .filter(([key, values]) => (query.has(key) ? !values.includes(query.get(key) ?? '') : required))
    .map(([key, values]) => `query ${key} must be "${values[0]}", not "${query.get(key) ?? ''}"`);
  const appvr = call.headers.get('appvr');
  if (appvr !== client.appvr) {
    problems.push(`Appvr must be "${client.appvr}" here, not "${appvr ?? ''}"`);
  }
  for (const problem of problems) violate(call, problem);
  return problems.length > 0 && call.world.options.strict
    ? refuse(call, '3018', { failCode: '1017' })
    : undefined;
}
