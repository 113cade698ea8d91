import { CLUSTER_IDS, CLUSTERS, type SiteName } from '../wire/clusters';
import type { Call, Handler } from './call';
import { accountOf, sessionOf } from './guard';
import { signingScript } from './page-signature';
import { cookiesOf } from './session-cookies';

const TITLES: Readonly<Record<SiteName, string>> = { jimeng: 'Jimeng', dreamina: 'Dreamina' };
const ONE_YEAR_S = 31_536_000;

const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#16181d, #eef0f4); --soft: light-dark(#5b6270, #a3aab8);
  --page: light-dark(#f4f6fb, #0e1015); --card: light-dark(#fff, #191c24); --line: light-dark(#e2e6ee, #2a2f3a); --accent: #3f5bf6; }
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px; color: var(--ink);
  background: radial-gradient(80vmax 60vmax at 20% 0%, light-dark(#dfe7ff, #1a2040), transparent), var(--page);
  font: 16px/1.5 system-ui, sans-serif }
main { width: min(420px, 100%); padding: 32px; border: 1px solid var(--line); border-radius: 20px; background: var(--card);
  box-shadow: 0 20px 60px rgb(20 30 80 / .12) }
h1 { margin: 0 0 8px; font-size: 24px; letter-spacing: -.01em }
p { margin: 0 0 24px; color: var(--soft) }
button { width: 100%; padding: 12px 16px; border: 0; border-radius: 12px; font: inherit; font-weight: 600; color: #fff;
  background: var(--accent); cursor: pointer }
button:hover { filter: brightness(1.08) }
button:focus-visible { outline: 3px solid color-mix(in srgb, var(--accent) 50%, transparent); outline-offset: 2px }
button.quiet { color: var(--ink); background: transparent; border: 1px solid var(--line) }
small { display: block; margin-top: 20px; color: var(--soft) }`;

/**
 * @param query of the buttons: `?account=...` signs in to that account instead of the main one, `?cluster=...` to one
 * that lives there
 */
function html(site: SiteName, signedIn: boolean, query: string, script: string): string {
  const body = signedIn
    ? `<h1>You are signed in</h1><p>Go back to the picture you were looking at: it carries on by itself.</p>
<form method="post" action="/ai-tool/logout${query}"><button class="quiet">Sign out</button></form>`
    : `<h1>Sign in</h1><p>One click is enough here: there is no real account behind this page.</p>
<form method="post" action="/ai-tool/login${query}"><button>Sign in</button></form>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${signedIn ? 'Signed in' : 'Sign in'} - local stand-in for ${TITLES[site]}</title><style>${STYLE}</style>
<main>${body}<small>Local stand-in for ${TITLES[site]}, for demonstrations and tests.</small></main>${script}</html>`;
}

/**
 * Back to the page, with the cookies of a session, or without them.
 *
 * Attributes of the session cookie: docs/PROTOCOL.md, section 1. SameSite has the default of the browser.
 */
function redirect(call: Call, session: string, query: string): Response {
  const headers = new Headers({ location: `/ai-tool/home${query}` });
  const isOut = session === '';
  for (const cookie of cookiesOf(call.world, call.cluster.site, session)) {
    const { name, value, domain, isSession } = cookie;
    const kind = isSession ? '; HttpOnly' : '';
    headers.append(
      'set-cookie',
      `${name}=${value}; Domain=${domain}; Path=/${kind}; Max-Age=${isOut ? 0 : ONE_YEAR_S}`,
    );
  }
  return new Response(null, { status: 303, headers });
}

/** The parts of the query that say who signs in. */
function whoIn(url: URL): {
  account?: string;
  cluster?: (typeof CLUSTER_IDS)[number];
  query: string;
} {
  const [account] = /^[a-z]+$/.exec(url.searchParams.get('account') ?? '') ?? [];
  const cluster = CLUSTER_IDS.find((id) => id === url.searchParams.get('cluster'));
  const query = new URLSearchParams({
    ...(account !== undefined && { account }),
    ...(cluster !== undefined && { cluster }),
  }).toString();
  return {
    ...(account !== undefined && { account }),
    ...(cluster !== undefined && { cluster }),
    query: query && `?${query}`,
  };
}

/** A site's own page. Its button signs in or out by setting or clearing the cookies. */
export const page: Handler = (call) => {
  const { method, url, world } = call;
  const { site } = call.cluster;
  const signedIn = accountOf(call) !== undefined;
  const { account, cluster, query } = whoIn(url);
  if (method === 'POST' && url.pathname === '/ai-tool/login') {
    const session = world.hex(32);
    const home = cluster !== undefined && CLUSTERS[cluster].site === site ? { cluster } : { site };
    // An account that exists keeps its home, and has one site.
    const isKnown = world.accounts.get(account ?? '')?.cluster.site === site;
    world.signIn(session, account, isKnown ? {} : home);
    return redirect(call, session, query);
  }
  if (method === 'POST' && url.pathname === '/ai-tool/logout') {
    world.sessions.delete(sessionOf(call) ?? '');
    return redirect(call, '', query);
  }
  return new Response(html(site, signedIn, query, signingScript(world, site)), {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
};
