import * as v from 'valibot';
import { JimengError } from '../model/errors';
import { HistoryRecord } from '../model/schemas';
import type { Site } from '../model/sites';
import type { TaskReport } from '../model/task-report';
import { type Post, read, type ServiceAnswer } from '../wire/request';
import { readRecord } from './record';

const PATH = '/mweb/v1/get_history_by_ids';

/** Ids of the service: UUIDs that clients make, and long decimal numbers of its own. */
const LOOKS_LIKE_ID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{6,})$/i;

/**
 * Polls submissions in one request (docs/PROTOCOL.md, section 5.1). An id is reported as `absent`
 * only if the answer proves that the service does not list it. An id without an entry in the map is
 * one without a readable answer: poll it again.
 *
 * @throws JimengError like `read`, and `bad-response` if the answer says nothing about any id;
 *   DOMException `AbortError`
 */
export async function lookUp(
  deps: { site: Site; post: Post },
  submitIds: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, TaskReport>> {
  if (submitIds.length === 0) return new Map();
  const body = { submit_ids: submitIds };
  const answer = await read(deps.post, PATH, body, { signal, bare: true });
  const context = { resultDomains: deps.site.resultDomains, logId: answer.logId };
  const records = recordsIn(answer);
  const isComplete = listsEverything(answer, new Set(submitIds));
  const reports = submitIds.flatMap((id): [string, TaskReport][] => {
    const record = recordOf(records, id);
    if (record) return [[id, readRecord(record, context)]];
    return isComplete ? [[id, { state: 'absent' }]] : [];
  });
  if (reports.length === 0) {
    throw new JimengError('bad-response', { httpStatus: answer.httpStatus });
  }
  return new Map(reports);
}

/**
 * Whether the answer lists orders and nothing else, so that an order missing from it does not exist.
 * With `ret` "0" that is a map under `data`, which may be empty. Without `ret` it is the body itself,
 * which must not be empty: an empty object proves nothing. A gateway, a captcha page or a renamed field
 * also answers with HTTP 200, and none of them knows about orders.
 */
function listsEverything({ ret, data, root }: ServiceAnswer, asked: ReadonlySet<string>): boolean {
  const map = ret === undefined ? root : data;
  if (!isPlainObject(map)) return false;
  const entries = Object.entries(map);
  if (ret === undefined && entries.length === 0) return false;
  return entries.every(([key, value]) => {
    if (value !== null && !isPlainObject(value)) return false;
    const record = v.safeParse(HistoryRecord, value ?? {});
    const named = record.success ? submitIdOf(record.output) : undefined;
    // A record under one order's id that names another order contradicts itself.
    if (asked.has(key)) return named === undefined || named === key;
    if (named === undefined) return false;
    return asked.has(named) || (ret !== undefined && LOOKS_LIKE_ID.test(key));
  });
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

interface KeyedRecord {
  key: string;
  record: HistoryRecord;
}

/** Every record in the answer, under `data` or, without the wrapper, at the root. */
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

/** The record that names the id; else the one under the id, unless it names another. */
function recordOf(records: readonly KeyedRecord[], id: string): HistoryRecord | undefined {
  const naming = records.find(({ record }) => submitIdOf(record) === id);
  const keyed = records.find(({ key, record }) => key === id && !submitIdOf(record));
  return (naming ?? keyed)?.record;
}

function submitIdOf(record: HistoryRecord): string | undefined {
  return record.submit_id || record.task?.submit_id || undefined;
}
