import * as v from 'valibot';
import { JimengError, type JimengErrorDetail } from '../model/errors';

/**
 * Parses a part of an answer.
 *
 * @param root path of the part in the answer, for example `data`
 * @throws JimengError `bad-response` that names the first missing field by its path
 */
export function parseAnswer<S extends v.GenericSchema>(
  schema: S,
  part: unknown,
  root: string,
  detail: JimengErrorDetail = {},
): v.InferOutput<S> {
  const parsed = v.safeParse(schema, part);
  if (parsed.success) return parsed.output;
  throw new JimengError('bad-response', { ...detail, missing: missingIn(parsed.issues, root) });
}

/** Path of the first issue, with the type of what is there instead. Never a value. */
export function missingIn(issues: readonly v.BaseIssue<unknown>[], root: string): string {
  const [issue] = issues;
  const keys = (issue?.path ?? []).map(({ key }) =>
    typeof key === 'number' ? `[${key}]` : `.${String(key)}`,
  );
  const instead = typeOf(issue?.input);
  return `${root}${keys.join('')}${instead === 'undefined' ? '' : ` is ${instead}`}`;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (value === '') return 'empty';
  return Array.isArray(value) ? 'array' : typeof value;
}
