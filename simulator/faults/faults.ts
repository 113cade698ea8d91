import type { EndpointName } from '../wire/endpoints';
import type { Tool } from '../wire/tools';
import { BrokenAnswer } from './broken-answer';
import { type Reshaping, reshape } from './reshape';

/** `before`: nothing was done. `after`: the work was done and only the answer is lost or spoilt. */
type When = 'before' | 'after';

/** What goes wrong. `when` is `before` unless said otherwise. */
export type Effect =
  | { kind: 'http'; status: number; headers?: Record<string, string>; body?: string; when?: When }
  | { kind: 'reset'; when?: When }
  | { kind: 'hang'; when?: When }
  | { kind: 'delay'; ms: number }
  /** The work is done; the answer stops half way. */
  | { kind: 'truncate' }
  | { kind: 'html'; when?: When }
  | { kind: 'empty'; when?: When }
  | { kind: 'json'; body: unknown; when?: When }
  /** The work is done, and the answer is true; its shape is another one. */
  | { kind: 'reshape'; how: Reshaping }
  /** A refusal. `keepData`: the work is done all the same and its data stays in the answer. */
  | {
      kind: 'ret';
      ret: string;
      errmsg?: string;
      failCode?: string;
      failKey?: string;
      said?: string;
      keepData?: boolean;
    }
  /** For `generate`: accepted, and `after` ms (default: at the end) it ends with `status` (default 30). */
  | {
      kind: 'task-fails';
      failCode?: string;
      failKey?: string;
      status?: 30 | 10 | 40 | 100;
      after?: number;
      said?: string;
      only?: Tool;
    }
  /** For `history`: every asked record is absent from this one answer. */
  | { kind: 'missing-record' };

interface Fault {
  at: EndpointName | ((url: URL) => boolean);
  /** How many requests it hits; default 1, `Infinity` for all. */
  times?: number;
  /** How many matching requests, counted from now, it lets pass first. */
  skip?: number;
  effect: Effect;
}

export type TaskFailure = Extract<Effect, { kind: 'task-fails' }>;
export type WireEffect = Exclude<Effect, { kind: 'task-fails' | 'missing-record' }>;

/** The list of things that will go wrong. */
export interface Faults {
  /** Adds a fault and gives back the function that removes it. */
  add(fault: Fault): () => void;
  clear(): void;
  /** Takes the next fault for the request that `wanted` accepts, if there is one. */
  take<E extends Effect>(
    endpoint: EndpointName,
    url: URL,
    wanted: (effect: Effect) => effect is E,
  ): E | undefined;
}

/** A new, empty list of faults. */
export function createFaults(): Faults {
  interface Armed {
    fault: Fault;
    seen: number;
    left: number;
  }
  const armed = new Set<Armed>();
  return {
    add(fault) {
      const entry = { fault, seen: 0, left: fault.times ?? 1 };
      armed.add(entry);
      return () => armed.delete(entry);
    },
    clear: () => armed.clear(),
    take<E extends Effect>(
      endpoint: EndpointName,
      url: URL,
      wanted: (effect: Effect) => effect is E,
    ): E | undefined {
      let winner: { entry: Armed; effect: E } | undefined;
      // Every fault counts every request it matches, so that `skip` means the same beside others.
      for (const entry of armed) {
        const { at, effect, skip = 0 } = entry.fault;
        if (!(typeof at === 'string' ? at === endpoint : at(url)) || !wanted(effect)) continue;
        entry.seen += 1;
        if (entry.seen > skip) winner ??= { entry, effect };
      }
      if (!winner) return undefined;
      winner.entry.left -= 1;
      if (winner.entry.left <= 0) armed.delete(winner.entry);
      return winner.effect;
    },
  };
}

/** Whether the effect happens to the answer, whatever the endpoint. */
export function isWireEffect(effect: Effect): effect is WireEffect {
  return effect.kind !== 'task-fails' && effect.kind !== 'missing-record';
}

type Spoiling = Exclude<WireEffect, { kind: 'delay' | 'truncate' | 'reshape' | 'ret' }>;

function spoil(effect: Spoiling): Response {
  switch (effect.kind) {
    case 'http':
      return new Response(effect.body ?? '', {
        status: effect.status,
        headers: { 'content-type': 'text/plain', ...effect.headers },
      });
    case 'html':
      return new Response('<!doctype html><title>Please wait</title><h1>Please wait</h1>', {
        headers: { 'content-type': 'text/html; charset=utf-8' },
      });
    case 'empty':
      return new Response('', { headers: { 'content-type': 'application/json' } });
    case 'json':
      return Response.json(effect.body);
    default:
      throw new BrokenAnswer(effect.kind);
  }
}

export type RetEffect = Extract<Effect, { kind: 'ret' }>;

/**
 * Answers a request under an effect. `work` does the real thing; `refuse`
 * writes a refusal in the endpoint's own form. Rejects with `BrokenAnswer`.
 */
export async function answerUnder(
  effect: WireEffect,
  work: () => Promise<Response>,
  refuse: (effect: RetEffect, done?: Response) => Promise<Response> | Response,
): Promise<Response> {
  switch (effect.kind) {
    case 'delay':
      await new Promise((resolve) => setTimeout(resolve, effect.ms));
      return work();
    case 'truncate':
      throw new BrokenAnswer('truncate', await work());
    case 'reshape':
      return reshape(await work(), effect.how);
    case 'ret':
      return refuse(effect, effect.keepData ? await work() : undefined);
    default:
      if (effect.when === 'after') await work();
      return spoil(effect);
  }
}
