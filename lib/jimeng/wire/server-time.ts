/** A larger number is milliseconds: as seconds it would lie beyond the year 5000. */
const SECONDS_LIMIT = 1e11;

/**
 * Reads a time of the service as unix ms. It may be seconds or milliseconds, as a number or as text, or a
 * date in ISO or HTTP form. `undefined` for anything else.
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
