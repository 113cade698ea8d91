import { createHmac } from 'node:crypto';
import sharp from 'sharp';
import { abroad } from './abroad-options';
import { type Handler, violate } from './call';
import { otherCluster } from './homes';
import type { Task, World } from './world';

const LINK_KEY = 'simulated link key';
const PATH = /^\/tos-[\w-]+\/([0-9a-f]+)~tplv-\w+-aigc_resize:(\d+):(\d+)\.(\w+)$/;

function signature(path: string, expires: string): string {
  return createHmac('sha1', LINK_KEY).update(`${path} ${expires}`).digest('base64');
}

/** The n-th four hex digits of a task's key, as a share of 1. They are as random as the key. */
function share(task: Task, nth: number): number {
  return Number.parseInt(task.resultKey.slice(4 * nth, 4 * nth + 4), 16) / 0x10000;
}

/** Hosts of the large image of a task. */
function hostsOf(world: World, task: Task): readonly string[] {
  const { cluster } = task.account;
  if (cluster.site === 'jimeng') {
    const isOut = share(task, 1) < world.options.foreignResultShare;
    return isOut ? cluster.foreignResultHosts : cluster.resultHosts;
  }
  return {
    own: cluster.resultHosts,
    other: otherCluster(cluster).resultHosts,
    foreign: cluster.foreignResultHosts,
  }[abroad(world, 'resultHost', task.resultKey)];
}

/** Whether the large image of a task is on a host outside the lists. */
export function isForeign(world: World, task: Task): boolean {
  return hostsOf(world, task) === task.account.cluster.foreignResultHosts;
}

/**
 * A signed link to a result (docs/PROTOCOL.md, section 5.4), valid for
 * `resultLinkTtlMs`. `size` limits the longest edge, px; 0 is the original.
 */
export function resultLink(world: World, task: Task, format: string, size = 0): string {
  const { now, resultLinkTtlMs } = world.options;
  const { cluster } = task.account;
  const hosts = size === 0 ? hostsOf(world, task) : cluster.resultHosts;
  const host = hosts[Math.floor(share(task, 0) * hosts.length)];
  const path = `/${cluster.store}/${task.resultKey}~tplv-${cluster.serviceId}-aigc_resize:${size}:${size}.${format}`;
  const expires = String(Math.floor((now() + resultLinkTtlMs) / 1000));
  const signed = signature(path, expires);
  world.secrets.add(signed);
  const query = new URLSearchParams({
    lk3s: '43402efa',
    'x-expires': expires,
    'x-signature': signed,
    format: `.${format}`,
  });
  return `https://${host}${path}?${query}`;
}

/** Serves a result link: 403 if it is forged or expired, else the picture, with CORS for every page. */
export const result: Handler = async (call) => {
  const { world, url } = call;
  if (call.headers.has('cookie')) violate(call, 'cookies must not be sent here');
  const headers = { 'access-control-allow-origin': '*', 'cache-control': 'no-store' };
  const text = (status: number, body: string) => new Response(body, { status, headers });
  const expires = url.searchParams.get('x-expires') ?? '';
  const path = decodeURI(url.pathname);
  if (url.searchParams.get('x-signature') !== signature(path, expires)) {
    violate(call, 'the link is forged');
    return text(403, 'Access Denied: signature');
  }
  // An expired link is no violation: the client looks up a new one.
  if (Number(expires) * 1000 <= world.options.now()) return text(403, 'Access Denied: expired');
  const [, key, size] = PATH.exec(path) ?? [];
  const task = world.tasks.find((known) => known.resultKey === key);
  const picture = await task?.result;
  if (!picture) return text(404, 'Not Found');
  const bytes = Number(size) > 0 ? await fitted(picture.bytes, Number(size)) : picture.bytes;
  return new Response(new Uint8Array(bytes), {
    headers: { ...headers, 'content-type': picture.type, 'content-length': String(bytes.length) },
  });
};

async function fitted(bytes: Buffer, edge: number): Promise<Buffer> {
  return sharp(bytes)
    .resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
    .toBuffer()
    .catch(() => bytes);
}
