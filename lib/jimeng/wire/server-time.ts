/** Above this, a number of seconds would be after the year 5000, so it must be milliseconds. */
const SECONDS_LIMIT = 1e11;

/**
 * Parses a time of the service as unix ms: seconds, milliseconds (both also as text) or a date in ISO
 * or HTTP format. `undefined` if it is none of these.
 */
export function serverTime(value: string | number | null | undefined): number | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  const number = Number(value);
  if (Number.isFinite(number)) {
    if (number <= 0) return undefined;
    return number < SECONDS_LIMIT ? number * 1000 : number;
  }
  const parsed = Date.parse(String(value));
  return Number.isNaN(parsed) ? undefined : parsed;
}
