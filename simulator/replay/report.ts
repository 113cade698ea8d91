/**
 * Reads a connection report of the extension. This room, `replay/`, lets the simulator answer with the shapes
 * of a report. It knows the format and shares no code with the extension, so that it also reads what an older
 * version wrote.
 */

/** Shape of a JSON value; see `lib/jimeng/model/exchange.ts`. */
export type Shape =
  | string
  | { json: Shape }
  | { list: Shape | null }
  | { fields: Record<string, Shape> };

/** One recorded exchange. */
export interface Recorded {
  /** Site and cluster; absent in format 1, and the cluster also for results. */
  site?: string;
  cluster?: string;
  method: string;
  host: string;
  path: string;
  query: readonly string[];
  status?: number;
  /** Until the headers of the answer, or the failure, ms. */
  ms: number;
  body?: string;
  shape?: Shape;
  codes: readonly { path: string; value: string }[];
}

/** Exchanges of a report, those of the check before those of the recording. */
export function readReport(text: string): Recorded[] {
  const report: unknown = JSON.parse(text);
  if (!isObject(report) || report.kind !== 'upscale-with-dreamina/connection') {
    throw new Error('This is not a connection report.');
  }
  if (report.format !== 1 && report.format !== 2)
    throw new Error(`Format ${String(report.format)} is not known.`);
  const checked = isObject(report.check) ? report.check.exchanges : [];
  return [checked, report.recording].flatMap((list) =>
    Array.isArray(list) ? list.filter(isRecorded) : [],
  );
}

function isRecorded(value: unknown): value is Recorded {
  return (
    isObject(value) &&
    ['method', 'host', 'path'].every((key) => typeof value[key] === 'string') &&
    typeof value.ms === 'number' &&
    Array.isArray(value.query) &&
    Array.isArray(value.codes)
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
