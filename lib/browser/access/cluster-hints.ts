import { browser } from 'wxt/browser';
import type { ClusterHints } from '@/lib/jimeng/cluster/cluster-by-hints';
import type { Site } from '@/lib/jimeng/model/sites';
import { inJar } from './containers';

/** Form of both values: `useast5`, `alisg`, `jp`. Anything else is dropped. */
const HINT = /^[a-z][a-z0-9_-]{0,31}$/i;

/**
 * What the cookies of the login say about its cluster and country. Hints: a read confirms them. Like the session they
 * go to the site only, which has set them. Never rejects.
 * @param container the Firefox container whose cookies are meant; default: those of normal tabs
 */
export async function readClusterHints(
  { cookie, idcCookie, countryCookie }: Pick<Site, 'cookie' | 'idcCookie' | 'countryCookie'>,
  container?: string,
): Promise<ClusterHints> {
  const read = async (name: string | undefined) => {
    if (name === undefined) return undefined;
    const details = { url: cookie.url, name, ...inJar(container) };
    const found = await browser.cookies.get(details).catch(() => undefined);
    return found && HINT.test(found.value) ? found.value : undefined;
  };
  const [idc, country] = await Promise.all([read(idcCookie), read(countryCookie)]);
  return { ...(idc && { idc }), ...(country && { country }) };
}
