import { beforeEach, describe, expect, it } from 'vitest';
import { ImageError } from '@/lib/images/formats/errors';
import type { ImageFacts } from '@/lib/images/formats/types';
import { wireMessages } from '@/tests/support/message-wire';
import { onMessage } from './message-answers';
import { isUnanswered, sendMessage } from './messages';

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

  it('may be an error, of which only the name, the message and the code arrive', async () => {
    const stop = onMessage('inspectPicture', () => {
      const error = new ImageError('image-heic', { cause: new Error('secret') });
      throw Object.assign(error, { request: { headers: 'secret' } });
    });
    const error = await sendMessage('inspectPicture', 'k').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    const fields = Object.fromEntries(
      Object.getOwnPropertyNames(error).map((field) => [field, (error as never)[field]]),
    );
    expect(fields).toEqual({
      name: 'ImageError',
      message: 'image-heic',
      code: 'image-heic',
      stack: '',
    });
    stop();
  });

  it('is an error as well where something else was thrown', async () => {
    const stop = onMessage('inspectPicture', () => {
      throw { secret: 1 };
    });
    const error = await sendMessage('inspectPicture', 'k').catch((reason: unknown) => reason);
    expect(String(error)).toBe('Error: [object Object]');
    stop();
  });

  it('is missing where no context answers', async () => {
    const stop = onMessage('opened', () => {});
    const error = await sendMessage('objectUrlsInUse').catch((reason: unknown) => reason);
    expect(isUnanswered(error)).toBe(true);
    stop();
  });

  it('is missing after the listener was removed', async () => {
    onMessage('opened', () => {})();
    const error = await sendMessage('opened').catch((reason: unknown) => reason);
    expect(isUnanswered(error)).toBe(true);
  });
});

it.each([
  ['nothing listens (Chrome)', 'Could not establish connection. Receiving end does not exist.'],
  ['no listener answers (Chrome)', 'The message port closed before a response was received.'],
  ['no listener answers (Firefox)', 'No response'],
])('a message is unanswered where %s', (_, message) => {
  expect(isUnanswered(new Error(message))).toBe(true);
  expect(isUnanswered(new Error('invalid data: opened'))).toBe(false);
});
