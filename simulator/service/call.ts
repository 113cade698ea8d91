import type { Cluster } from '../wire/clusters';
import type { EndpointName } from '../wire/endpoints';
import type { RequestEntry, World } from './world';

/** One request to the simulator, with its body read. */
export interface Call {
  world: World;
  endpoint: EndpointName;
  /** The cluster of its host. A page of both clusters belongs to the first, the gallery to Jimeng. */
  cluster: Cluster;
  method: string;
  url: URL;
  headers: Headers;
  body: Buffer;
  /** Its line in the log. */
  entry: RequestEntry;
}

export type Handler = (call: Call) => Promise<Response> | Response;

/** Records that the client violated a rule. */
export function violate(call: Call, sentence: string): void {
  call.world.violations.push(`${call.endpoint}: ${sentence}`);
}

/** The JSON of the body; undefined if it is not JSON. */
export function jsonOf(call: Call): unknown {
  try {
    return JSON.parse(call.body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** The JSON of the body if it is an object, else undefined. */
export function objectOf(call: Call): Record<string, unknown> | undefined {
  const value = jsonOf(call);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
