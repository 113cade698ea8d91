import { CLUSTERS_OF } from '../wire/clusters';
import { type Call, type Handler, violate } from './call';
import { PAGE_HEADERS } from './site-rules';

/** Origin of Dreamina's pages. They call hosts of other origins, so a browser asks those for leave. */
const PAGE = `https://${CLUSTERS_OF.dreamina[0].pageHost}`;

/** Whether a page may call this host, whose origin is not its own. */
function isApi({ cluster, url }: Pick<Call, 'cluster' | 'url'>): boolean {
  const { site, apiHost, commerceHost } = cluster;
  return site === 'dreamina' && [apiHost, commerceHost].includes(url.hostname);
}

/** Whether a browser asks for leave to make a call of the page's. */
export function isPreflight(call: Pick<Call, 'cluster' | 'url' | 'method'>): boolean {
  return call.method === 'OPTIONS' && isApi(call);
}

/**
 * `OPTIONS` of an API of Dreamina: what its pages may send (docs/PROTOCOL.md, section 2.1). Any other origin, and a
 * header that is not listed, is refused, as the page's `fetch` then is.
 */
export const preflight: Handler = (call) => {
  const { headers } = call;
  if (headers.has('cookie')) violate(call, 'a browser sends no cookies here');
  const wanted = (headers.get('access-control-request-headers') ?? '').split(',');
  const unlisted = wanted
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && !PAGE_HEADERS.includes(name));
  for (const name of unlisted) violate(call, `the page may not send ${name}`);
  if (headers.get('origin') !== PAGE) return new Response(null, { status: 403 });
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-origin': PAGE,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': PAGE_HEADERS.join(','),
    },
  });
};

/** The answer as the site's own page may read it; any other answer stays as it is. */
export function readableByPage(call: Call, answer: Response): Response {
  if (!isApi(call) || call.endpoint === 'preflight') return answer;
  if (call.headers.get('origin') !== PAGE) return answer;
  const headers = new Headers(answer.headers);
  headers.set('access-control-allow-origin', PAGE);
  headers.set('access-control-allow-credentials', 'true');
  return new Response(answer.body, { status: answer.status, headers });
}
