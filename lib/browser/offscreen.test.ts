import { describe, expect, it } from 'vitest';
import { askOffscreen } from './offscreen';

const NOBODY = new Error('Could not establish connection. Receiving end does not exist.');

/** Gives one of these after the other. */
function answering(...answers: (string | Error | undefined)[]) {
  const left = [...answers];
  return async () => {
    const answer = left.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  };
}

describe('a question to the offscreen document', () => {
  it('is put again while its script does not listen yet', async () => {
    expect(await askOffscreen(answering(NOBODY, undefined, NOBODY, 'blob:x'))).toBe('blob:x');
  });

  it('is repeated where only other pages listen', async () => {
    expect(await askOffscreen(answering(new Error('no response'), 'blob:x'))).toBe('blob:x');
  });

  it('is put once where the answer is a failure', async () => {
    const ask = answering(new Error('no bytes under a/result'), 'blob:x');
    await expect(askOffscreen(ask)).rejects.toThrow('no bytes');
    expect(await ask()).toBe('blob:x');
  });

  it('fails with the reason when nobody ever answers', async () => {
    await expect(
      askOffscreen(async () => {
        throw NOBODY;
      }),
    ).rejects.toThrow('Receiving end');
    await expect(askOffscreen(async () => undefined)).rejects.toThrow('does not answer');
  }, 15_000);
});
