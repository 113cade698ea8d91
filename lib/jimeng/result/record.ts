import type { JimengErrorCode } from '../model/errors';
import type { HistoryRecord } from '../model/schemas';
import type { TaskReport } from '../model/task-report';
import { forecastMs } from '../order/forecast';
import { codeOfReasons, detailOfReasons } from '../wire/refusal';
import { queuePlace } from './queue-place';
import { resultImage } from './result-image';

/**
 * `status` of a record (docs/PROTOCOL.md, section 5.3). Any other status means running, unless the record
 * also has the number of a refusal.
 */
const STATUS = {
  inputRefused: 10,
  failed: 30,
  outputRefused: 40,
  /** Guessed by one client: a failure, if a reason stands beside it. */
  perhapsFailed: 60,
  partial: 45,
  success: 50,
  deleted: 100,
} as const;

/** Statuses with which the task runs, even if the record has the number of a refusal, unless it has ended. */
const RUNNING: readonly number[] = [-1, 0, 20, 42, STATUS.partial, STATUS.success];

/** Code of an unsuccessful end without a reason. */
const CODE_OF_STATUS: ReadonlyMap<number, JimengErrorCode> = new Map([
  [STATUS.inputRefused, 'input-refused'],
  [STATUS.failed, 'generation-failed'],
  [STATUS.outputRefused, 'output-refused'],
  [STATUS.deleted, 'result-deleted'],
] satisfies [number, JimengErrorCode][]);

export interface RecordContext {
  /** Domains that need no further permission. */
  resultDomains: readonly string[];
  /** Log id of the answer that contained the record. */
  logId?: string | undefined;
}

/** Reads one history record (docs/PROTOCOL.md, sections 5.2 and 5.3). Pure. */
export function readRecord(record: HistoryRecord, context: RecordContext): TaskReport {
  const historyId = record.history_record_id || record.task?.history_id;
  return { ...(historyId && { historyId }), ...stateOf(record, context) };
}

function stateOf(record: HistoryRecord, context: RecordContext): TaskReport {
  const status = record.status ?? record.task?.status;
  if (status === undefined) return { state: 'unreadable' };
  const ended = CODE_OF_STATUS.get(status);
  if (ended) return failure(record, ended, context);
  if (status === STATUS.perhapsFailed && hasReason(record)) {
    return { ...failure(record, 'generation-failed', context), isDoubtful: true };
  }
  if (isRefused(record) && (!RUNNING.includes(status) || hasEnded(record))) {
    return { ...failure(record, 'unknown-refusal', context), isDoubtful: true };
  }
  if (status !== STATUS.partial && status !== STATUS.success) return running(record);

  const found = resultImage(record.item_list ?? [], context.resultDomains);
  if ('refused' in found) return { state: 'failed', code: 'host-not-allowed', detail: {} };
  if ('missing' in found) return status === STATUS.success ? { state: 'empty' } : running(record);
  const { image } = found;
  const total = record.total_image_count ?? 0;
  const complete = total > 0 && (record.finished_image_count ?? 0) >= total;
  return { state: status === STATUS.success || complete ? 'done' : 'partial', image };
}

function running(record: HistoryRecord): TaskReport {
  const forecast = forecastMs(record);
  const queue = queuePlace(record.queue_info);
  return { state: 'running', ...(forecast && { forecastMs: forecast }), ...(queue && { queue }) };
}

/** Whether the record says that the task has ended, and has no item. Seen abroad with a status of running. */
function hasEnded({ finish_time, task, item_list = [] }: HistoryRecord): boolean {
  return (finish_time || task?.finish_time || 0) > 0 && item_list.length === 0;
}

/** Whether the record contains the number of a refusal. */
function isRefused(record: HistoryRecord): boolean {
  const { fail_code, task } = record;
  const codes = resultsOf(record).map(({ result_code }) => result_code);
  return [fail_code, task?.resp_ret?.ret, ...codes].some(given);
}

/** Whether the record says in numbers or words why it failed. */
function hasReason(record: HistoryRecord): boolean {
  const { fail_msg, fail_starling_key, fail_starling_message } = record;
  const words = resultsOf(record).map(({ result_msg }) => result_msg);
  const isWorded = [fail_msg, fail_starling_key, fail_starling_message, ...words].some(Boolean);
  return isWorded || isRefused(record);
}

/** What the record says of its result as a whole, then of each item that failed. */
function resultsOf({ gen_result_data, failed_item_list = [] }: HistoryRecord) {
  return [gen_result_data, ...failed_item_list.map((item) => item.gen_result_data)].filter(
    (result) => result !== undefined,
  );
}

/** Report of a failure, with the code of its reason, else that of its status. */
function failure(
  record: HistoryRecord,
  fallback: JimengErrorCode,
  { logId }: RecordContext,
): TaskReport & { state: 'failed' } {
  const { task } = record;
  const results = resultsOf(record);
  const codes = results.map(({ result_code }) => given(result_code));
  const reasons = {
    failCode: given(record.fail_code),
    ret: given(task?.resp_ret?.ret) ?? codes.find(Boolean),
    others: codes,
    key: record.fail_starling_key,
    said:
      record.fail_starling_message ||
      record.fail_msg ||
      task?.resp_ret?.errmsg ||
      results.map(({ result_msg }) => result_msg).find(Boolean),
    logId,
  };
  const reason = codeOfReasons(reasons);
  // An undocumented number says less than a status that names input or output.
  const vague =
    reason === undefined || (reason === 'unknown-refusal' && fallback !== 'generation-failed');
  const code = vague ? fallback : reason;
  return {
    state: 'failed',
    code,
    detail: detailOfReasons(reasons),
    ...(code === 'unknown-refusal' && { isDoubtful: true }),
  };
}

function given(number: string | undefined): string | undefined {
  return number && number !== '0' ? number : undefined;
}
