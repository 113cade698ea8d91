import { parse, pipe, string, uuid } from 'valibot';
import { expect, it } from 'vitest';
import { randomUuid } from './uuid';

it('makes UUIDs of version 4, each once', () => {
  const made = Array.from({ length: 1_000 }, randomUuid);
  expect(new Set(made)).toHaveLength(1_000);
  for (const one of made) {
    expect(parse(pipe(string(), uuid()), one)).toMatch(/^.{14}4.{4}[89ab]/);
  }
});
