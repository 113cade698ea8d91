import { afterEach, beforeEach, expect, test } from 'vitest';
import { show } from '@/tests/support/page/fixture';
import { createPageCollector } from './collector';

const collector = createPageCollector(() => {});
const [mine, other] = [crypto.randomUUID(), crypto.randomUUID()];
const ask = (session: string, isFirst: boolean) =>
  collector.update({ session, isFirst, known: {}, roomBytes: 1_000 });

beforeEach(() => show(''));

afterEach(() => {
  for (const session of [mine, other]) collector.stop(session);
});

test('the picker that asks last has the page', () => {
  expect(ask(mine, true)).not.toBe('replaced');
  expect(ask(other, true)).not.toBe('replaced');
  expect(ask(mine, false)).toBe('replaced');
});

test('nobody has taken over a page whose first question got lost', () => {
  expect(ask(mine, false)).not.toBe('replaced');
});
