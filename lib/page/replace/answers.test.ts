import { expect, it, vi } from 'vitest';
import { Answers } from './answers';
import type { LookAnswer, Pending, ReplaceRequest } from './contract';

const ADDRESS = 'https://gallery.example/1.png';

/** A background that answers when it is told to, with what it knew when it was asked. */
function createWorld(onAnswers?: () => void) {
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
    onAnswers: onAnswers ?? (() => ask()),
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

it('asks fully about a picture that was not shown when its turn came', async () => {
  const { answers, open, send } = createWorld(() => {});
  answers.ask('https://gallery.example/0.png', false, () => undefined);
  await vi.waitFor(() => expect(open).toHaveLength(1));
  // The person turns the page while that is under way.
  const small = 'data:image/png;base64,AA==';
  let isShown = false;
  const askFully = () =>
    answers.ask(ADDRESS, true, () => (isShown ? { url: ADDRESS, small } : undefined));
  askFully();
  open[0]?.();
  await vi.waitFor(() => expect(open).toHaveLength(2));
  open[1]?.();
  await vi.waitFor(() => expect(answers.of(ADDRESS)).toBeDefined());
  // And back.
  isShown = true;
  askFully();
  await vi.waitFor(() => expect(open).toHaveLength(3));
  const requests = send.mock.calls.map(([request]) => request);
  expect(requests[1]).toMatchObject({ pictures: [{ url: ADDRESS }] });
  expect(requests[1]).not.toHaveProperty('pictures.0.small');
  expect(requests[2]).toMatchObject({ pictures: [{ url: ADDRESS, small }] });
});
