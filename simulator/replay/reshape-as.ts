import type { Recorded, Shape } from './report';

/** Stands in a report for a key that is an id. */
const HIDDEN = '{id}';
/** Marks a string that is written as a number too long for JavaScript. */
const BIG = 'big-number:';

/**
 * JSON text with the shape and the codes of a recorded answer. Where the simulator's own answer has a value of
 * that place, it is kept in the recorded type; fields that were not there are left out, and what the simulator
 * lacks is made up.
 *
 * @param own the simulator's own answer; undefined if nothing of it is to be used
 */
export function reshapeAs({ shape, codes }: Recorded, own: unknown): string {
  if (shape === undefined) return '';
  const values = new Map(codes.map(({ path, value }) => [path, value]));
  return write(build(shape, own, '', values));
}

type Codes = ReadonlyMap<string, string>;

function build(shape: Shape, own: unknown, path: string, codes: Codes): unknown {
  if (typeof shape === 'string') return plain(shape, codes.get(path) ?? own);
  if ('json' in shape) return write(build(shape.json, parsed(own), path, codes));
  if ('list' in shape) {
    if (shape.list === null) return [];
    const { list } = shape;
    const elements: unknown[] = Array.isArray(own) && own.length > 0 ? own : [undefined];
    return elements.map((element) => build(list, element, `${path}[]`, codes));
  }
  const source: Record<string, unknown> = isObject(own) ? own : {};
  return Object.fromEntries(
    Object.entries(shape.fields).flatMap(([name, field]): [string, unknown][] => {
      const at = path === '' ? name : `${path}.${name}`;
      if (name !== HIDDEN) return [[name, build(field, source[name], at, codes)]];
      // Ids that only this run knows: every key of ours that the report does not name.
      const keys = Object.keys(source).filter((key) => !Object.hasOwn(shape.fields, key));
      return (keys.length > 0 ? keys : ['7000000000000000001']).map((key) => [
        key,
        build(field, source[key], at, codes),
      ]);
    }),
  );
}

/** A value of the recorded type, made of another. */
function plain(type: string, value: unknown): unknown {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  switch (type) {
    case 'text':
      return text === '' ? 'text' : text;
    case 'empty-text':
      return '';
    case 'number': {
      const number = Number(text);
      return text !== '' && Number.isFinite(number) ? number : 1;
    }
    case 'big-number':
      return BIG + (/^\d{16,}$/.test(text) ? text : '7000000000000000001');
    case 'boolean':
      return typeof value === 'boolean' ? value : true;
    case 'deep':
      return {};
    default:
      return null;
  }
}

function parsed(own: unknown): unknown {
  if (typeof own !== 'string') return own;
  try {
    return JSON.parse(own);
  } catch {
    return undefined;
  }
}

function write(value: unknown): string {
  return JSON.stringify(value).replace(/"big-number:(\d+)"/g, '$1');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
