import { describe, expect, it } from 'vitest';
import { JimengError } from '../model/errors';
import { type PageChannel, sendWhenReady } from './page-channel';

const REQUEST = { url: 'https://dreamina.capcut.com/mweb/v1/read', headers: {}, body: '{}' };

/** A page that refuses to send until it was made ready, and what happened to it. */
function page({ answer = () => new Response('{}') }: { answer?: () => Response } = {}) {
  const log: string[] = [];
  let isReady = false;
  const channel: PageChannel = {
    async ready(read) {
      log.push('ready');
      await read(async () => answer());
      isReady = true;
    },
    async send() {
      log.push(isReady ? 'sent' : 'refused');
      if (!isReady) throw new JimengError('page-unavailable');
      return answer();
    },
  };
  return { channel, log };
}

const probing = async (send: PageChannel['send']) => {
  await send(REQUEST);
};

describe('sendWhenReady', () => {
  it('makes the page ready when a request was not sent, and only then', async () => {
    const { channel, log } = page();
    const send = sendWhenReady(channel, probing);
    await send(REQUEST);
    await send(REQUEST);
    expect(log).toEqual(['refused', 'ready', 'sent', 'sent']);
  });

  it('sends nothing a second time that may have been sent', async () => {
    const log: string[] = [];
    const channel: PageChannel = {
      ready: async () => void log.push('ready'),
      async send() {
        log.push('sent');
        throw new JimengError('network');
      },
    };
    const work = sendWhenReady(channel, probing)(REQUEST);
    await expect(work).rejects.toMatchObject({ code: 'network' });
    expect(log).toEqual(['sent']);
  });

  it('leaves it to the request whether its cluster knows the session', async () => {
    const { channel, log } = page();
    const denied = async () => {
      throw new JimengError('signed-out');
    };
    await sendWhenReady(channel, denied)(REQUEST);
    expect(log).toEqual(['refused', 'ready', 'sent']);
  });

  it('ends where risk control refuses the probe', async () => {
    const { channel, log } = page();
    const refused = async () => {
      throw new JimengError('risk-control');
    };
    const work = sendWhenReady(channel, refused)(REQUEST);
    await expect(work).rejects.toMatchObject({ code: 'risk-control' });
    expect(log).toEqual(['refused', 'ready']);
  });
});
