/** Rows as a damaged database or a hostile file may hold them: sample rows with odd values at odd places. */
import fc from 'fast-check';
import { ENDED, FAILED, RUNNING, WAITING } from '@/tests/stories/jobs';

type Path = readonly string[];

const SAMPLES = Object.values({ ...RUNNING, ...WAITING, ...ENDED, ...FAILED }).map((job) =>
  structuredClone(job),
);

/** Parts that not every sample has. */
const EXTRA: readonly Path[] = [
  ['failure'],
  ['failure', 'code'],
  ['failure', 'at'],
  ['failure', 'charged'],
  ['failure', 'detail'],
  ['failure', 'detail', 'said'],
  ['failure', 'detail', 'ret'],
  ['failure', 'detail', 'host'],
  ['waiting'],
  ['waiting', 'reason'],
  ['waiting', 'code'],
  ['waiting', 'balance'],
  ['waiting', 'polledAt'],
  ['result', 'flaw'],
  ['result', 'type'],
  ['result', 'bytes'],
  ['source', 'via'],
  ['source', 'changes', '0'],
  ['saved'],
  ['saved', 'state'],
  ['saved', 'shortfall'],
  ['submission', 'tool'],
  ['submission', 'forecastMs'],
  ['submission', 'queue'],
  ['submission', 'queue', 'place'],
  ['submission', 'queue', 'length'],
  ['pastSubmissions', '0'],
  ['credits'],
  ['finishedAt'],
  ['attempt'],
  ['notBefore'],
];

function pathsIn(value: unknown, before: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    [...before, key],
    ...pathsIn(inner, [...before, key]),
  ]);
}

function set(target: unknown, [key = '', ...rest]: Path, value: unknown): void {
  if (typeof target !== 'object' || target === null) return;
  const fields = target as Record<string, unknown>;
  const put = (next: unknown) =>
    Object.defineProperty(fields, key, {
      value: next,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  if (rest.length === 0) put(value);
  else {
    if (!Object.hasOwn(fields, key)) put({});
    set(fields[key], rest, value);
  }
}

/** Words that every object answers to, words of other tables, and what is no word at all. */
const oddValue = fc.oneof(
  fc.constantFrom<unknown>(
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'auto',
    'failed',
    'a-code-of-tomorrow',
    '',
    '\u202e\u0000',
    -1,
    1e300,
    Number.NaN,
    8.64e15,
    true,
    null,
    undefined,
    [],
    {},
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

/** A row with one to three odd values. It always has an id, without which no row is listed. */
export const oddRow: fc.Arbitrary<Record<string, unknown>> = fc
  .constantFrom(...SAMPLES)
  .chain((sample) =>
    fc
      .array(fc.tuple(fc.constantFrom(...pathsIn(sample), ...EXTRA), oddValue), {
        minLength: 1,
        maxLength: 3,
      })
      .map((changes) => {
        const row: Record<string, unknown> = structuredClone({ ...sample });
        for (const [path, value] of changes) set(row, path, value);
        return { ...row, id: 'odd' };
      }),
  );
