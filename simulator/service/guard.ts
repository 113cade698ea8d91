import { type Call, violate } from './call';
import { readCookies } from './cookies';
import { refuse } from './envelope';
import { sessionNames } from './session-cookies';
import { signOf } from './sign';
import { siteHeaders, siteQuery } from './site-rules';
import type { Account } from './world';

/** Version constants of the two dialects (docs/PROTOCOL.md, section 2.5). `currentClient` replaces the first. */
export const CURRENT_CLIENT = { appvr: '8.4.0', daVersion: '3.3.28', webVersion: '7.5.0' };
export const ORIGINAL_CLIENT = { appvr: '5.8.0', daVersion: '3.2.2' };

const MAX_SKEW_S = 300;

/** The value of the first session cookie of the request that is valid. */
export function sessionOf({ world, headers, cluster }: Call): string | undefined {
  const cookies = readCookies(headers.get('cookie'));
  const values = sessionNames(world, cluster.site).map((name) => cookies.get(name) ?? '');
  return values.find((value) => world.sessions.has(value));
}

/** The account of the request's session cookie, in any cluster of the site. */
export function accountOf(call: Call): Account | undefined {
  const account = call.world.sessions.get(sessionOf(call) ?? '');
  return account?.cluster.site === call.cluster.site ? account : undefined;
}

/** Records a session that went to another site than its own. */
export function noteForeignSession(call: Call): void {
  for (const value of readCookies(call.headers.get('cookie')).values()) {
    const home = call.world.sessions.get(value)?.cluster.site ?? call.cluster.site;
    if (home !== call.cluster.site) violate(call, `a session of ${home} was sent here`);
  }
}

/** The answer to a session that is not valid in this cluster. The two APIs of Dreamina have numbers of their own. */
function signedOut(call: Call): Response {
  const { cluster, url } = call;
  const isCommerce = cluster.site === 'dreamina' && url.hostname === cluster.commerceHost;
  return refuse(call, isCommerce ? '34010105' : '1015');
}

function headerRefusal(call: Call, account: Account): Response | undefined {
  const { headers, url, cluster } = call;
  const origin = `https://${cluster.pageHost}`;
  const wrong = (ret: string, sentence: string, failCode?: string) => {
    violate(call, sentence);
    return refuse(call, ret, failCode === undefined ? {} : { failCode });
  };
  const expect = (name: string, wanted: string) =>
    headers.get(name) === wanted
      ? undefined
      : `${name} must be "${wanted}", not "${headers.get(name) ?? ''}"`;

  const referer = headers.get('referer') ?? '';
  const page =
    expect('Origin', origin) ??
    (referer === origin || referer.startsWith(`${origin}/`)
      ? undefined
      : `Referer must start with "${origin}", not "${referer}"`);
  if (page) return wrong(cluster.site === 'jimeng' ? '1019' : '-6', page);

  if (!/^application\/json(;|$)/i.test(headers.get('content-type') ?? '')) {
    return wrong('1000', 'Content-Type must be application/json');
  }

  // Abroad an order without the signed headers is an old client.
  if (cluster.site === 'dreamina' && !headers.has('sign')) {
    return wrong('3018', 'Sign is missing', '1017');
  }
  const time = headers.get('device-time') ?? '';
  const sign = signOf(url.pathname, headers.get('appvr') ?? '', time);
  if (headers.get('sign') !== sign) return wrong('1014', 'Sign does not match the request');
  const version = expect('Sign-Ver', '1');
  if (version) return wrong('1014', version);

  const [client] = siteHeaders(call, account);
  if (client) return wrong('3018', client, '1017');
  return undefined;
}

/**
 * Checks what every signed call of a site needs (docs/PROTOCOL.md, sections 1 and 2.1): POST, a session
 * of this cluster, the headers of the page. Returns the account, or the refusal.
 *
 * @param risk is asked between session and headers, as risk control is
 */
export function guard(
  call: Call,
  risk: (call: Call) => Response | undefined = () => undefined,
): Account | Response {
  if (call.method !== 'POST') {
    violate(call, `method must be POST, not ${call.method}`);
    return new Response('', { status: 405 });
  }
  const account = accountOf(call);
  // Being signed out, or in the other cluster, is no mistake of the client, so no violation.
  if (account?.cluster !== call.cluster) return signedOut(call);
  const risky = risk(call);
  if (risky) return risky;
  const { now, strict } = call.world.options;
  const refusal = headerRefusal(call, account);
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
  const problems = siteQuery(call, accountOf(call), client, required);
  const appvr = call.headers.get('appvr');
  if (appvr !== client.appvr) {
    problems.push(`Appvr must be "${client.appvr}" here, not "${appvr ?? ''}"`);
  }
  for (const problem of problems) violate(call, problem);
  return problems.length > 0 && call.world.options.strict
    ? refuse(call, '3018', { failCode: '1017' })
    : undefined;
}
