/**
 * Validates a value against an exact shape: these fields, with these values, and no others. Returns one
 * sentence per difference, none if the value matches.
 */
export type Check = (value: unknown, path: string) => string[];

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A value that passes `test`. `wanted` describes it in the sentence. */
export function where(wanted: string, test: (value: unknown) => boolean): Check {
  return (value, path) =>
    test(value) ? [] : [`${path} must be ${wanted}, not ${JSON.stringify(value)}`];
}

/** One of the literal values. */
export function oneOf(...values: readonly unknown[]): Check {
  return where(values.map((value) => JSON.stringify(value)).join(' or '), (value) =>
    values.includes(value),
  );
}

/** A lowercase UUID version 4. */
export const uuid = where(
  'a UUID version 4',
  (value) => typeof value === 'string' && UUID_V4.test(value),
);

export const text = where('a string', (value) => typeof value === 'string');

/** An array of exactly these items. */
export function list(...items: readonly Check[]): Check {
  return (value, path) => {
    if (!Array.isArray(value) || value.length !== items.length) {
      return [`${path} must be an array of ${items.length}`];
    }
    return items.flatMap((check, at) => check(value[at], `${path}[${at}]`));
  };
}

/** An object with all of `fields`, perhaps some of `optional`, and nothing else. */
export function exactly(
  fields: Record<string, Check>,
  optional: Record<string, Check> = {},
): Check {
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return [`${path} must be an object`];
    }
    const object = value as Record<string, unknown>;
    const missing = Object.keys(fields)
      .filter((key) => !Object.hasOwn(object, key))
      .map((key) => `${path}.${key} is missing`);
    const others = Object.entries(object).flatMap(([key, field]) => {
      const check = Object.hasOwn(fields, key)
        ? fields[key]
        : Object.hasOwn(optional, key)
          ? optional[key]
          : undefined;
      return check ? check(field, `${path}.${key}`) : [`${path}.${key} is not a known field`];
    });
    return [...missing, ...others];
  };
}
