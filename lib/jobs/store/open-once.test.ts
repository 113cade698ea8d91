import { expect, it, vi } from 'vitest';
import { openOnce } from './open-once';

it('opens once, however often and at once it is asked for', async () => {
  const open = vi.fn(async () => 'opened');
  const get = openOnce(open);
  expect(await Promise.all([get(), get()])).toEqual(['opened', 'opened']);
  expect(await get()).toBe('opened');
  expect(open).toHaveBeenCalledOnce();
});

it('tries again after a failure, which everybody who asked hears of', async () => {
  const open = vi.fn(async () => 'opened').mockRejectedValueOnce(new Error('locked'));
  const get = openOnce(open);
  const outcomes = await Promise.allSettled([get(), get()]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await get()).toBe('opened');
  expect(open).toHaveBeenCalledTimes(2);
});
