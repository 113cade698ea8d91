import type { EndpointName } from '../wire/endpoints';
import type { Tool } from '../wire/tools';
import { BrokenAnswer } from './broken-answer';
import { type Reshaping, reshape } from './reshape';

/** `before`: the request has no effect. `after`: it has its effect, and only the answer is lost or spoilt. */
type When = 'before' | 'after';

/** What goes wrong. Default of `when`: `before`. This room, `faults/`, holds all ways in which an answer breaks. */
export type Effect =
  | { kind: 'http'; status: number; headers?: Record<string, string>; body?: string; when?: When }
  | { kind: 'reset'; when?: When }
  | { kind: 'hang'; when?: When }
  | { kind: 'delay'; ms: number }
  /** The request has its effect; the answer stops half way. */
  | { kind: 'truncate' }
  | { kind: 'html'; when?: When }
  | { kind: 'empty'; when?: When }
  | { kind: 'json'; body: unknown; when?: When }
  /** The request has its effect and a true answer in another shape. */
  | { kind: 'reshape'; how: Reshaping }
  /** A refusal. `keepData`: the request has its effect, and its data stays in the answer. */
  | {
      kind: 'ret';
      ret: string;
      errmsg?: string;
      failCode?: string;
      failKey?: string;
      said?: string;
      keepData?: boolean;
    }
  /** For `generate`: the order is accepted and fails after `after` ms (default: at the end) with `status` (default 30). */
  | {
      kind: 'task-fails';
      failCode?: string;
      failKey?: string;
      status?: 20 | 30 | 10 | 40 | 60 | 100;
      after?: number;
      said?: string;
      only?: Tool;
      /** Whether it befalls the order of this upload; default: of any. */
      of?: (upload: Buffer) => boolean;
    }
  /** For `history`: this answer contains none of the records. */
  | { kind: 'missing-record' };

interface Fault {
  at: EndpointName | ((url: URL) => boolean);
  /** Number of requests it affects; default 1, `Infinity` for all. */
  times?: number;
  /** Number of matching requests before it takes effect. */
  skip?: number;
  effect: Effect;
}

export type TaskFailure = Extract<Effect, { kind: 'task-fails' }>;
export type WireEffect = Exclude<Effect, { kind: 'task-fails' | 'missing-record' }>;

/** The faults that will happen. */
export interface Faults {
  /** Adds a fault and returns the function that removes it. */
  add(fault: Fault): () => void;
  clear(): void;
  /** Takes the next fault for the request that `wanted` accepts, if any. */
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
    matched: number;
    left: number;
  }
  const armed = new Set<Armed>();
  return {
    add(fault) {
      const entry = { fault, matched: 0, left: fault.times ?? 1 };
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
      // Every fault counts every request it matches, so that `skip` does not depend on other faults.
      for (const entry of armed) {
        const { at, effect, skip = 0 } = entry.fault;
        // A preflight has the URL of its call, and must not use up that one's fault.
        const isMeant =
          typeof at === 'string' ? at === endpoint : endpoint !== 'preflight' && at(url);
        if (!isMeant || !wanted(effect)) continue;
        entry.matched += 1;
        if (entry.matched > skip) winner ??= { entry, effect };
      }
      if (!winner) return undefined;
      winner.entry.left -= 1;
      if (winner.entry.left <= 0) armed.delete(winner.entry);
      return winner.effect;
    },
  };
}

/** Whether the effect changes the answer of any endpoint. */
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
 * Answers a request with an effect. `work` handles the request; `refuse` makes a refusal in the form of
 * the endpoint. Rejects with `BrokenAnswer`.
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
