import { beforeEach, describe, expect, it } from 'vitest';
import { ImageError } from '@/lib/images/formats/errors';
import type { ImageFacts } from '@/lib/images/formats/types';
import { wireMessages } from '@/tests/support/message-wire';
import { onMessage } from './message-answers';
import { sendMessage } from './messages';

beforeEach(() => {
  wireMessages('background.js');
});

describe('an answer', () => {
  const FACTS: ImageFacts = {
    type: 'gif',
    width: 9,
    height: 9,
    bytes: 9,
    orientation: 1,
    animated: false,
  };

  it('comes back', async () => {
    const stop = onMessage('inspectPicture', async (key) => ({ ...FACTS, bytes: key.length }));
    expect(await sendMessage('inspectPicture', 'a/result')).toEqual({ ...FACTS, bytes: 8 });
    stop();
  });

  it('may be nothing', async () => {
    wireMessages('popup.html');
    const stop = onMessage('clearHistory', () => {});
    expect(await sendMessage('clearHistory')).toBeUndefined();
    stop();
  });

  it('may be a failure, which keeps its name and code, and leaves its cause behind', async () => {
    const stop = onMessage('inspectPicture', () => {
      throw new ImageError('image-heic', { cause: 'secret' });
    });
    const error = await sendMessage('inspectPicture', 'k').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    const { name, message, code, cause } = error as ImageError;
    expect([name, message, code, cause]).toEqual([
      'ImageError',
      'image-heic',
      'image-heic',
      undefined,
    ]);
    stop();
  });

  it('is missed where nobody answers', async () => {
    const stop = onMessage('opened', () => {});
    await expect(sendMessage('objectUrlsInUse')).rejects.toThrow('no response');
    stop();
  });

  it('ends with its listener', async () => {
    onMessage('opened', () => {})();
    await expect(sendMessage('opened')).rejects.toThrow('no response');
  });
});
