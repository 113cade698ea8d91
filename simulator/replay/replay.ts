import { BrokenAnswer } from '../faults/broken-answer';
import { createFetch } from '../service/browser-fetch';
import { createSimulator, type Simulator, type SimulatorOptions } from '../simulator';
import { CLUSTERS, type Cluster } from '../wire/clusters';
import { hostsOf } from './hosts';
import type { Recorded } from './report';
import { reshapeAs } from './reshape-as';

/** An answer that took longer takes as long in the replay: the client may give up on it, ms. */
const SLOW_MS = 10_000;

/** A simulator that answers with the shapes of a report. */
export interface Replay {
  handle(request: Request): Promise<Response>;
  readonly fetch: typeof fetch;
  /** The cluster that it answers as. */
  readonly cluster: Cluster;
  /** The simulator behind it. */
  readonly simulator: Simulator;
}

/**
 * Creates a simulator whose answers have the shapes, codes and hosts of a report: a field that was missing is
 * missing, a type is as it was, a refusal refuses, and what got no answer gets none. Each recorded answer of an
 * endpoint is given once, in order, and the last one for ever. A refused call has no effect. Endpoints that the
 * report does not name answer as always.
 *
 * One cluster is replayed: the one that most exchanges belong to. Those of other sites and clusters are left out.
 *
 * @param options of the simulator; by default tasks end at once, so that a recorded result finds a picture
 */
export function createReplay(report: readonly Recorded[], options: SimulatorOptions = {}): Replay {
  const simulator = createSimulator({
    processingMs: 0,
    visibilityLagMs: 0,
    ...options,
  });
  const cluster = clusterOf(report);
  const recorded = report.filter(
    (each) =>
      (each.site ?? cluster.site) === cluster.site && (each.cluster ?? cluster.id) === cluster.id,
  );
  simulator.browser.signIn(undefined, undefined, { cluster: cluster.id });
  const hosts = hostsOf(recorded, cluster);
  const queues = new Map<string, Recorded[]>();
  for (const each of recorded) {
    const key = routeOf(each.method, each.path, each.query);
    queues.set(key, [...(queues.get(key) ?? []), each]);
  }

  /** The next recorded answer of a route. */
  function next(url: URL, method: string): Recorded | undefined {
    const queue = queues.get(routeOf(method, url.pathname, [...url.searchParams.keys()]));
    return queue && queue.length > 1 ? queue.shift() : queue?.[0];
  }

  async function handle(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const model = next(url, request.method);
    url.hostname = hosts.inbound(url.hostname);
    const isSlow = model !== undefined && model.ms >= SLOW_MS;
    // No answer was recorded, so there is none. After this long the client had given up.
    if (model && model.status === undefined) throw new BrokenAnswer(isSlow ? 'hang' : 'reset');
    if (isSlow) await new Promise((resolve) => setTimeout(resolve, model.ms));
    const forwarded = new Request(url, {
      method: request.method,
      headers: request.headers,
      ...(request.method !== 'GET' && { body: await request.arrayBuffer() }),
    });
    if (!model) return renamed(await simulator.handle(forwarded));
    if (isRefusal(model)) return answerAs(model, undefined);
    const own = await simulator.handle(forwarded);
    if (model.body === 'cut') throw new BrokenAnswer('truncate', own);
    return model.body === 'picture' && own.ok ? own : answerAs(model, await own.text());
  }

  async function renamed(answer: Response): Promise<Response> {
    if (!answer.headers.get('content-type')?.includes('json')) return answer;
    const headers = new Headers(answer.headers);
    headers.delete('content-length');
    return new Response(hosts.outbound(await answer.text()), { status: answer.status, headers });
  }

  function answerAs(model: Recorded, own: string | undefined): Response {
    const status = model.status ?? 200;
    if (model.body === 'json') {
      const text = hosts.outbound(reshapeAs(model, jsonIn(own)));
      return new Response(text, { status, headers: { 'content-type': 'application/json' } });
    }
    const [type, text] = BODIES[model.body ?? ''] ?? ['application/octet-stream', 'x'];
    return new Response(text, { status, headers: { 'content-type': type } });
  }

  return {
    handle,
    fetch: createFetch(handle, simulator.browser),
    cluster,
    simulator,
  };
}

/** The cluster that most exchanges belong to. If they name none: by the host of the calls; default Jimeng. */
function clusterOf(recorded: readonly Recorded[]): Cluster {
  const countOf = ({ id }: Cluster) => recorded.filter(({ cluster }) => cluster === id).length;
  const [most] = Object.values(CLUSTERS).sort((a, b) => countOf(b) - countOf(a));
  if (most && countOf(most) > 0) return most;
  const hosts = new Set(recorded.map(({ host }) => host));
  const found = Object.values(CLUSTERS).find(({ apiHost }) => hosts.has(apiHost));
  return found ?? CLUSTERS.jimeng;
}

/** Bodies that are not JSON. */
const BODIES: Readonly<Record<string, readonly [type: string, text: string]>> = {
  html: ['text/html', '<!doctype html><title>Please wait</title>'],
  text: ['text/plain', 'text'],
  empty: ['application/json', ''],
  broken: ['application/json', '{"ret":"0","data":{'],
  picture: ['image/png', 'x'],
};

/** Requests of one route get their answers from one list. */
function routeOf(method: string, path: string, query: readonly string[]): string {
  if (path.startsWith('/upload/')) return `${method} upload`;
  // ImageX tells its two calls apart by a value of the query; their methods differ, too.
  if (path === '/' && query.includes('Action')) return `${method} imagex`;
  // A result, whose path is hidden as a whole.
  if (path === '/{id}' || /~|\.(?:png|jpe?g|webp)$/.test(path)) return `${method} result`;
  return `${method} ${path}`;
}

/** Whether the service took nothing: an error status, or a `ret` other than 0. */
function isRefusal({ status = 200, codes }: Recorded): boolean {
  const ret = codes.find(({ path }) => path === 'ret')?.value;
  return status >= 400 || (ret !== undefined && ret !== '0');
}

function jsonIn(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
