import * as v from 'valibot';
import type { CheckLine } from '../model/check';
import { CHECK_REASONS, CHECK_STEPS } from '../model/check';
import { JIMENG_ERRORS } from '../model/errors';
import {
  BODY_KINDS,
  type CodeSeen,
  type Exchange,
  type ExchangePlace,
  type Shape,
} from '../model/exchange';
import { SITE_NAMES, SITES } from '../model/sites';
import { HIDDEN, safeCode, safeHost, safeName, safePath } from '../wire/shape';

/** Exchanges and lines of a report. */
const MAX_EXCHANGES = 600;
const MAX_NAMES = 40;
const MAX_DEPTH = 14;
const PLAIN_SHAPES = ['text', 'empty-text', 'number', 'big-number', 'boolean', 'null', 'deep'];
const METHODS = ['GET', 'POST', 'PUT', 'HEAD', 'OPTIONS'];
const STATES = ['waiting', 'running', 'good', 'bad', 'skipped'] as const;

/** What may be in an exchange that was stored. Types only: `safeExchange` builds a new one from it. */
const Stored = v.looseObject({
  site: v.optional(v.unknown()),
  cluster: v.optional(v.unknown()),
  method: v.string(),
  host: v.string(),
  path: v.string(),
  query: v.array(v.string()),
  headers: v.array(v.string()),
  ms: v.number(),
  status: v.optional(v.number()),
  body: v.optional(v.picklist(BODY_KINDS)),
  shape: v.optional(v.unknown()),
  codes: v.array(v.looseObject({ path: v.string(), value: v.string() })),
});

/** New exchanges with nothing but what may be in them, made of any values. Everything else is dropped. */
export function safeExchanges(values: unknown): Exchange[] {
  return Array.isArray(values) ? values.slice(-MAX_EXCHANGES).flatMap(safeExchange) : [];
}

function safeExchange(value: unknown): Exchange[] {
  const parsed = v.safeParse(Stored, value);
  if (!parsed.success) return [];
  const { method, host, path, query, headers, ms, status, body, shape, codes } = parsed.output;
  return [
    {
      ...safePlace(parsed.output),
      method: METHODS.find((known) => known === method) ?? 'other',
      host: keptHost(host),
      path: safePath(path),
      query: names(query),
      headers: names(headers),
      ms: whole(ms, 3_600_000),
      ...(status !== undefined && { status: whole(status, 999) }),
      ...(body && { body }),
      ...(shape !== undefined && { shape: safeShape(shape) }),
      codes: codes.slice(0, MAX_NAMES).flatMap(safeCodeSeen),
    },
  ];
}

function safePlace({ site, cluster }: Record<string, unknown>): Partial<ExchangePlace> {
  const name = SITE_NAMES.find((known) => known === site);
  if (!name) return {};
  const id = SITES[name].find((known) => known.id === cluster)?.id;
  return { site: name, ...(id && { cluster: id }) };
}

const names = (values: readonly string[]) => values.slice(0, MAX_NAMES).map(safeName);

function whole(value: number, most: number): number {
  return Number.isFinite(value) ? Math.min(most, Math.max(0, Math.round(value))) : 0;
}

/** Also a host with hidden labels. */
function keptHost(host: string): string {
  const labels = host.split('.');
  const stand = labels.map((label) => (label === HIDDEN ? 'x' : label)).join('.');
  if (!/^[a-z\d.-]{1,253}$/.test(stand)) return 'other';
  const safe = safeHost(`https://${stand}/`).split('.');
  if (safe.length !== labels.length) return 'other';
  return safe.map((label, at) => (labels[at] === HIDDEN ? HIDDEN : label)).join('.');
}

function safeShape(value: unknown, depth = 0): Shape {
  if (typeof value === 'string')
    return (PLAIN_SHAPES.find((one) => one === value) ?? 'null') as Shape;
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return 'deep';
  if ('json' in value) return { json: safeShape(value.json, depth + 1) };
  if ('list' in value) {
    return { list: value.list === null ? null : safeShape(value.list, depth + 1) };
  }
  if (!('fields' in value) || typeof value.fields !== 'object' || value.fields === null)
    return 'deep';
  return {
    fields: Object.fromEntries(
      Object.entries(value.fields)
        .slice(0, 80)
        .map(([name, field]) => [safeName(name), safeShape(field, depth + 1)]),
    ),
  };
}

function safeCodeSeen({ path, value }: { path: string; value: string }): CodeSeen[] {
  const parts = path.split('.').slice(0, MAX_DEPTH);
  const field = parts.at(-1) ?? '';
  const code = safeCode(field, value);
  return code === undefined ? [] : [{ path: safeFieldPath(path), value: code }];
}

/** The path of a field: `data.{id}.item_list[].status`. */
function safeFieldPath(path: string): string {
  return path
    .split('.')
    .slice(0, MAX_DEPTH)
    .map((part) => {
      const lists = /(\[\])*$/.exec(part)?.[0] ?? '';
      return safeName(part.slice(0, part.length - lists.length)) + lists;
    })
    .join('.');
}

/** What an answer lacks, as the client says it: a path, and perhaps the type of what is there instead. */
const MISSING = /^(\S{1,200})( is (?:null|empty|array|object|string|number|boolean))?$/;

function safeMissing(missing: string): string {
  const [, path = '', instead = ''] = MISSING.exec(missing) ?? [];
  return path === '' ? HIDDEN : safeFieldPath(path.replace(/\[\d+\]/g, '[]')) + instead;
}

/** A new line with nothing but what may be in a report. */
export function safeLine(line: CheckLine): CheckLine[] {
  const step = CHECK_STEPS.find((known) => known === line.step);
  const state = STATES.find((known) => known === line.state);
  if (!step || !state) return [];
  const code = [...JIMENG_ERRORS, ...CHECK_REASONS].find((known) => known === line.code);
  const ret = safeCode('ret', line.ret);
  const failCode = safeCode('fail_code', line.failCode);
  const { missing, host, sent } = line;
  return [
    {
      step,
      state,
      ...(typeof line.ms === 'number' && { ms: whole(line.ms, 3_600_000) }),
      ...(code && { code }),
      ...(ret !== undefined && { ret }),
      ...(failCode !== undefined && { failCode }),
      ...(typeof line.httpStatus === 'number' && { httpStatus: whole(line.httpStatus, 999) }),
      ...(typeof missing === 'string' && { missing: safeMissing(missing) }),
      ...(typeof host === 'string' && { host: keptHost(host) }),
      ...(sent && {
        sent: {
          origin: sent.origin === true,
          referer: sent.referer === true,
          ...(typeof sent.cookies === 'boolean' && { cookies: sent.cookies }),
        },
      }),
    },
  ];
}
