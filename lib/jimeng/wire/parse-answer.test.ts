import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { JimengError } from '../model/errors';
import { parseAnswer } from './parse-answer';

const Schema = v.looseObject({
  list: v.array(v.looseObject({ id: v.pipe(v.string(), v.minLength(1)) })),
});

function missingOf(part: unknown): string | undefined {
  try {
    parseAnswer(Schema, part, 'data', { httpStatus: 200 });
  } catch (error) {
    if (!(error instanceof JimengError)) throw error;
    expect(error).toMatchObject({ code: 'bad-response', detail: { httpStatus: 200 } });
    expect(JSON.stringify(error)).not.toContain('SECRET');
    return error.detail.missing;
  }
}

describe('parseAnswer', () => {
  it('passes unknown fields', () => {
    const part = { list: [{ id: 'a', more: 1 }], other: null };
    expect(parseAnswer(Schema, part, 'data')).toEqual(part);
  });

  it.each<[unknown, string]>([
    [undefined, 'data'],
    [null, 'data is null'],
    ['SECRET', 'data is string'],
    [['SECRET'], 'data.list'],
    [{}, 'data.list'],
    [{ list: null }, 'data.list is null'],
    [{ list: { SECRET: 'SECRET' } }, 'data.list is object'],
    [{ list: ['SECRET'] }, 'data.list[0] is string'],
    [{ list: [{ id: 'a' }, { id: ['SECRET'] }] }, 'data.list[1].id is array'],
    [{ list: [{ id: '' }] }, 'data.list[0].id is empty'],
    [{ list: [{ SECRET: 1 }] }, 'data.list[0].id'],
  ])('of %o names %s, and no value', (part, missing) => {
    expect(missingOf(part)).toBe(missing);
  });
});
