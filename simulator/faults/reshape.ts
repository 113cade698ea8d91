/** Another shape of a complete and true answer. */
export type Reshaping =
  /** Every value but `ret` has another type: text in a list, a number in an object. */
  | 'wrong-types'
  /** Every object has an undocumented field. */
  | 'unknown-fields'
  /** Long decimal ids come without quotes, as numbers that JavaScript cannot hold. */
  | 'number-ids';

/** A long decimal id that is no key. */
const LONG_ID = /"(\d{16,})"(?!:)/g;

/** A long number that is the value of a field; one inside of text has a backslash before its quote. */
const LONG_NUMBER = /(?<=[^\\]":)(\d{16,})(?=[,}\]])/g;
const MARKED_NUMBER = /"number (\d+)"/g;

/** The answer in another shape. An answer without JSON stays the same or gets a wrong content type. */
export async function reshape(answer: Response, how: Reshaping): Promise<Response> {
  const { status } = answer;
  const headers = new Headers(answer.headers);
  if (!headers.get('content-type')?.startsWith('application/json')) {
    if (how === 'wrong-types') headers.set('content-type', 'text/plain');
    return new Response(answer.body, { status, headers });
  }
  headers.delete('content-length');
  const text = await answer.text();
  return new Response(reshaped(text, how), { status, headers });
}

function reshaped(text: string, how: Reshaping): string {
  switch (how) {
    case 'wrong-types':
      return JSON.stringify(mapped(JSON.parse(text), wrongType));
    case 'unknown-fields':
      return withMore(text);
    case 'number-ids':
      return text.replace(LONG_ID, '$1');
  }
}

/** The same with a field more in every object. Numbers that JavaScript cannot hold stay as they are. */
function withMore(text: string): string {
  const tree = JSON.parse(text.replace(LONG_NUMBER, '"number $1"'));
  const more = mapped(tree, (value) => value, { new_field: [{ a: 1 }] });
  return JSON.stringify(more).replace(MARKED_NUMBER, '$1');
}

function wrongType(value: unknown, key: string): unknown {
  if (key === 'ret') return value;
  return typeof value === 'string' ? [value] : { value };
}

/** The same tree with every leaf replaced, and `extra` added to every object. */
function mapped(
  tree: unknown,
  leaf: (value: unknown, key: string) => unknown,
  extra: Record<string, unknown> = {},
  key = '',
): unknown {
  if (Array.isArray(tree)) return tree.map((value) => mapped(value, leaf, extra, key));
  if (typeof tree !== 'object' || tree === null) return leaf(tree, key);
  const entries = Object.entries(tree).map(([name, value]) => [
    name,
    mapped(value, leaf, extra, name),
  ]);
  return { ...Object.fromEntries(entries), ...extra };
}
