import { createSimulator, type SimulatorOptions, type Tool } from '../simulator';
import type { ClusterId } from '../wire/clusters';
import { createMiniClient, dig, type Outgoing, type Tamper } from './mini-client';

/** Time of every strictness test, Unix ms. */
export const NOW = Date.UTC(2026, 10, 22, 10);
export const TOOLS: Tool[] = ['super-resolution', 'smart-hd', 'fast-hd'];
type Json = Record<string, unknown>;

/** A simulator and a client that is correct except for what `tamper` breaks. */
export function strictWorld(tamper: Tamper = () => {}, strict = true) {
  const simulator = createSimulator({ ...BASE, sessions: ['session-1'], strict });
  return { simulator, client: createMiniClient(simulator, { now: () => NOW, tamper }) };
}

const BASE = {
  now: () => NOW,
  enlarge: async () => ({ bytes: Buffer.from('big'), width: 2, height: 1, type: 'image/png' }),
};

/** The same in a cluster of Dreamina. */
export function abroadWorld(
  tamper: Tamper = () => {},
  options: SimulatorOptions = {},
  cluster: Exclude<ClusterId, 'jimeng'> = 'dreamina-sg',
) {
  const sessions = [{ session: 'dreamina-session-1', cluster }];
  const simulator = createSimulator({ ...BASE, sessions, ...options });
  return { simulator, client: createMiniClient(simulator, { now: () => NOW, tamper, cluster }) };
}

/** Breaks the requests of one endpoint. */
export function at(step: string, change: (request: Outgoing) => void): Tamper {
  return (name, request) => {
    if (name === step) change(request);
  };
}

/** Sets one header, or deletes it if `value` is `undefined`. */
export function header(step: string, name: string, value: string | undefined): Tamper {
  return at(step, ({ headers }) => {
    if (value === undefined) delete headers[name];
    else headers[name] = value;
  });
}

/** Sets one query parameter, or deletes it if `value` is `undefined`. */
export function query(step: string, name: string, value: string | undefined): Tamper {
  return at(step, (request) => {
    const url = new URL(request.url);
    if (value === undefined) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
    request.url = url.href;
  });
}

/** Sets the field at a path, or deletes it if `value` is `undefined`. */
export function set(root: unknown, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = (keys.length > 0 ? dig(root, keys.join('.')) : root) as Json;
  if (value === undefined) delete parent[last];
  else parent[last] = value;
}
