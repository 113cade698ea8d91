/**
 * The entry of a table under a key that may come from a file, from storage or from the service.
 * Every object answers to words such as "constructor", so only the table's own keys count.
 * @returns undefined where the table has no such entry
 */
export function own<Value>(
  table: Readonly<Record<string, Value>>,
  key: string | undefined,
): Value | undefined {
  return key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
}
