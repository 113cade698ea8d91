/**
 * The entry of a table under a key that may come from a file, from storage or from the service.
 * Every object inherits keys such as "constructor", so only own keys count.
 * @returns undefined if the table has no such entry
 */
export function own<Value>(
  table: Readonly<Record<string, Value>>,
  key: string | undefined,
): Value | undefined {
  return key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
}
