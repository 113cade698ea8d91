import type { Cluster } from '../wire/clusters';
import type { Recorded } from './report';

/** Hosts of a report in place of the simulator's own. */
export interface Hosts {
  /** The simulator's own host for one of the report. */
  inbound(host: string): string;
  /** Text of an answer with the hosts of the report. */
  outbound(text: string): string;
}

/** Pairs the upload and result hosts of a report with those of a cluster of the simulator, in their order. */
export function hostsOf(recorded: readonly Recorded[], cluster: Cluster): Hosts {
  const uploads = seen(recorded.filter(({ path }) => path.startsWith('/upload/')));
  const results = seen(recorded.filter(({ body }) => body === 'picture'));
  const pairs = [
    ...paired(uploads, [...cluster.uploadHosts, ...cluster.fallbackUploadHosts]),
    ...paired(results, cluster.resultHosts),
  ];
  return {
    inbound: (host) => pairs.find(([foreign]) => foreign === host)?.[1] ?? host,
    outbound: (text) =>
      pairs.reduce((changed, [foreign, own]) => changed.replaceAll(own, foreign), text),
  };
}

/** Hosts of these that are known by name. Own hosts come last, so that a new one takes the first place. */
function seen(recorded: readonly Recorded[]): string[] {
  const hosts = recorded.map(({ host }) => host);
  return [...new Set(hosts)].filter((host) => !host.includes('{') && host !== 'other');
}

function paired(foreign: readonly string[], own: readonly string[]): [string, string][] {
  const others = foreign.filter((host) => !own.includes(host));
  const free = own.filter((host) => !foreign.includes(host));
  return others.slice(0, free.length).map((host, at) => [host, free[at] ?? host]);
}
