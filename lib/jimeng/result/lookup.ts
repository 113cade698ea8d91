import * as v from 'valibot';
import { JimengError } from '../model/errors';
import { HistoryRecord } from '../model/schemas';
import { domainsOf, type Site } from '../model/sites';
import type { TaskReport } from '../model/task-report';
import { type Post, read, type ServiceAnswer } from '../wire/request';
import { readRecord } from './record';

const PATH = '/mweb/v1/get_history_by_ids';

/** Ids in an answer: UUIDs made by clients, and the service's own long decimal numbers. */
const LOOKS_LIKE_ID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{6,})$/i;

/**
 * Polls orders in one request (docs/PROTOCOL.md, section 5.1). An id is `absent` only if the answer
 * proves that the service does not list it. If an id is missing in the map, the answer says nothing
 * readable about it: poll again.
 *
 * @throws JimengError like `read`; `bad-response` if the answer says nothing about any id
 * @throws DOMException `AbortError`
 */
export async function lookUp(
  deps: { site: Site; post: Post },
  submitIds: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, TaskReport>> {
  if (submitIds.length === 0) return new Map();
  const answer = await ask(deps.post, submitIds, signal);
  const resultDomains = domainsOf(deps.site.name, 'resultDomains');
  const context = { resultDomains, logId: answer.logId };
  const records = recordsIn(answer);
  const isComplete = listsEverything(answer, new Set(submitIds));
  const reports = submitIds.flatMap((id): [string, TaskReport][] => {
    const record = recordOf(records, id);
    if (record) return [[id, readRecord(record, context)]];
    return isComplete ? [[id, { state: 'absent' }]] : [];
  });
  if (reports.length === 0) {
    const missing = isPlainObject(answer.data) ? 'data.<submit_id>' : 'data';
    throw new JimengError('bad-response', { httpStatus: answer.httpStatus, missing });
  }
  return new Map(reports);
}

/**
 * Polls an order that does not exist. The answer must be one about orders, but may say nothing: a bare `{}` as well.
 * With `ret` "0" its `data` may have fields of any name beside the orders; nothing is concluded about an order.
 *
 * @throws JimengError like `read`; `bad-response` for any other answer, such as a captcha page
 * @throws DOMException `AbortError`
 */
export async function probeLookUp(post: Post, id: string, signal?: AbortSignal): Promise<void> {
  const answer = await ask(post, [id], signal);
  const isEmpty = Object.values(answer.root).every((value) => value === undefined);
  const requested = new Set([id]);
  if (isEmpty || listsEverything(answer, requested)) return;
  if (answer.ret === '0' && listsEverything(withoutExtras(answer, requested), requested)) return;
  throw new JimengError('bad-response', { httpStatus: answer.httpStatus, missing: 'data' });
}

function ask(post: Post, ids: readonly string[], signal?: AbortSignal): Promise<ServiceAnswer> {
  return read(post, PATH, { submit_ids: ids }, { signal, bare: true });
}

/** The answer without the fields of `data` that are named like no order. */
function withoutExtras(answer: ServiceAnswer, requested: ReadonlySet<string>): ServiceAnswer {
  if (!isPlainObject(answer.data)) return answer;
  const orders = Object.entries(answer.data).filter(
    ([key]) => requested.has(key) || LOOKS_LIKE_ID.test(key),
  );
  return { ...answer, data: Object.fromEntries(orders) };
}

/**
 * Whether the answer lists orders and nothing else. Only then is a missing order proven absent.
 * With `ret` "0" the list is a map under `data`, which may be empty. Without `ret` it is the body itself,
 * which must not be empty: `{}` proves nothing. Gateways and captcha pages answer with HTTP 200, too,
 * and know nothing about orders.
 */
function listsEverything(
  { ret, data, root }: ServiceAnswer,
  requested: ReadonlySet<string>,
): boolean {
  const map = ret === undefined ? root : data;
  if (!isPlainObject(map)) return false;
  const records = Object.entries(map);
  if (ret === undefined && records.length === 0) return false;
  return records.every(([key, value]) => {
    if (value !== null && !isPlainObject(value)) return false;
    const record = v.safeParse(HistoryRecord, value ?? {});
    const named = record.success ? submitIdOf(record.output) : undefined;
    // A record under one id that names another order contradicts itself.
    if (requested.has(key)) return named === undefined || named === key;
    if (named === undefined) return false;
    return requested.has(named) || (ret !== undefined && LOOKS_LIKE_ID.test(key));
  });
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

interface KeyedRecord {
  key: string;
  record: HistoryRecord;
}

/** Every record in the answer: under `data`, or at the root of an answer without the wrapper. */
function recordsIn({ data, root }: ServiceAnswer): KeyedRecord[] {
  return [data, root].flatMap((map) => {
    if (typeof map !== 'object' || map === null) return [];
    return Object.entries(map).flatMap(([key, value]): KeyedRecord[] => {
      if (!isPlainObject(value) || Object.keys(value).length === 0) return [];
      const record = v.safeParse(HistoryRecord, value);
      return record.success ? [{ key, record: record.output }] : [];
    });
  });
}

/** The record that names the id, else the record under the id that names no other. */
function recordOf(records: readonly KeyedRecord[], id: string): HistoryRecord | undefined {
  const naming = records.find(({ record }) => submitIdOf(record) === id);
  const keyed = records.find(({ key, record }) => key === id && !submitIdOf(record));
  return (naming ?? keyed)?.record;
}

function submitIdOf(record: HistoryRecord): string | undefined {
  return record.submit_id || record.task?.submit_id || undefined;
}
