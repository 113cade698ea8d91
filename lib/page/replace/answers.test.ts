import { expect, it, vi } from 'vitest';
import { Answers } from './answers';
import type { LookAnswer, Pending, ReplaceRequest } from './contract';

const ADDRESS = 'https://gallery.example/1.png';

/** A background that answers when it is told to, with what it knew when it was asked. */
function createWorld() {
  const known = { state: 'working' as Pending['state'] };
  const open: (() => void)[] = [];
  const lookAt = (keys: readonly string[]): LookAnswer => ({
    replacements: [],
    pending: keys.map((key) => ({ key, state: known.state })),
  });
  const send = vi.fn((request: ReplaceRequest) => {
    const pictures = request.ask === 'look' ? request.pictures : [];
    const answer = lookAt(pictures.map(({ key }) => key));
    return new Promise<unknown>((resolve) => open.push(() => resolve(answer)));
  });
  const answers = new Answers({
    send,
    // As the replacer does: what is on the screen is considered again.
    onAnswers: () => ask(),
    onEnd: () => undefined,
  });
  const ask = (): void => answers.ask(ADDRESS, true, () => ({ url: ADDRESS }));
  return { answers, ask, known, lookAt, open, send };
}

it('asks again for what was answered before a renewal and arrives after it', async () => {
  const { answers, ask, known, open, send } = createWorld();
  ask();
  await vi.waitFor(() => expect(open).toHaveLength(1));
  known.state = 'limit';
  answers.renew();
  ask();
  open[0]?.();
  await vi.waitFor(() => expect(open).toHaveLength(2));
  open[1]?.();
  await vi.waitFor(() => expect(answers.of(ADDRESS)?.pending).toBe('limit'));
  expect(send).toHaveBeenCalledTimes(2);
});

it('asks again for what was begun meanwhile, and for nothing else', async () => {
  const { answers, ask, known, open, send } = createWorld();
  ask();
  await vi.waitFor(() => expect(open).toHaveLength(1));
  known.state = 'limit';
  answers.renew(['https://gallery.example/2.png']);
  open[0]?.();
  await vi.waitFor(() => expect(answers.of(ADDRESS)?.pending).toBe('working'));
  expect(answers.needs(ADDRESS, true)).toBe(false);
  answers.renew([ADDRESS]);
  ask();
  await vi.waitFor(() => expect(open).toHaveLength(2));
  open[1]?.();
  await vi.waitFor(() => expect(answers.of(ADDRESS)?.pending).toBe('limit'));
  expect(answers.needs(ADDRESS, true)).toBe(false);
  expect(send).toHaveBeenCalledTimes(2);
});

it('asks once for what nothing has changed about', async () => {
  const { answers, ask, open, send } = createWorld();
  answers.renew();
  ask();
  await vi.waitFor(() => expect(open).toHaveLength(1));
  ask();
  open[0]?.();
  await vi.waitFor(() => expect(answers.of(ADDRESS)).toBeDefined());
  ask();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(send).toHaveBeenCalledOnce();
});
