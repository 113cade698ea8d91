import * as v from 'valibot';
import type { TaskReport } from './client';
import { readRecord } from './record';
import { type Post, read, type ServiceAnswer } from './request';
import { AnyObject, HistoryRecord } from './schemas';
import type { Site } from './sites';

const PATH = '/mweb/v1/get_history_by_ids';

/**
 * Looks at submissions in one request (docs/PROTOCOL.md, section 5.1). A submission that is not in the
 * map is not visible (yet), which is normal for a while.
 *
 * @throws JimengError like `read`; DOMException `AbortError`
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
  return new Map(
    submitIds.flatMap((id): [string, TaskReport][] => {
      const record = recordOf(records, id);
      return record ? [[id, readRecord(record, context)]] : [];
    }),
  );
}

interface KeyedRecord {
  key: string;
  record: HistoryRecord;
}

/** Every record in the answer, under `data` or, without the wrapper, at the root. */
function recordsIn({ data, root }: ServiceAnswer): KeyedRecord[] {
  return [data, root].flatMap((map) => {
    const entries = v.safeParse(AnyObject, map);
    if (!entries.success) return [];
    return Object.entries(entries.output).flatMap(([key, value]): KeyedRecord[] => {
      const record = v.safeParse(HistoryRecord, value);
      return record.success && isRecord(value) ? [{ key, record: record.output }] : [];
    });
  });
}

/** An empty object stands for "not visible yet"; one that cannot be read is a record all the same. */
function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
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
