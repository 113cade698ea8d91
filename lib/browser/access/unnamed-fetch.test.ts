import { expect, it } from 'vitest';
import { createUnnamedFetch } from './unnamed-fetch';

function stage(granted: string[], ready: Promise<unknown> = Promise.resolve()) {
  const asked: string[] = [];
  const fake: typeof fetch = async (input) => {
    asked.push(input instanceof Request ? input.url : String(input));
    return new Response('x');
  };
  const mayAccess = async (pattern: string) => granted.includes(pattern);
  return { asked, fetch: createUnnamedFetch({ fetch: fake, ready, mayAccess }) };
}

it('asks hosts that may be accessed, whatever their port and however they are named', async () => {
  const { asked, fetch } = stage(['https://a.example/*']);
  await fetch('https://a.example:8443/i.png');
  await fetch(new URL('https://a.example/u'));
  await fetch(new Request('https://a.example/r'));
  expect(asked).toEqual([
    'https://a.example:8443/i.png',
    'https://a.example/u',
    'https://a.example/r',
  ]);
});

it('asks no other host: the request would carry the name of the extension', async () => {
  const { asked, fetch } = stage(['https://a.example/*']);
  await expect(fetch('https://b.example/i.png')).rejects.toThrow(TypeError);
  await expect(fetch('http://a.example/i.png')).rejects.toThrow(TypeError);
  expect(asked).toEqual([]);
});

it('reads what is no request to a host without any access', async () => {
  const { asked, fetch } = stage([]);
  await fetch('data:image/png;base64,AA');
  expect(asked).toEqual(['data:image/png;base64,AA']);
});

it('waits until the header rules stand', async () => {
  let stand = () => {};
  const ready = new Promise<void>((resolve) => {
    stand = resolve;
  });
  const { asked, fetch } = stage(['https://a.example/*'], ready);
  const answer = fetch('https://a.example/i.png');
  await Promise.resolve();
  expect(asked).toEqual([]);
  stand();
  await answer;
  expect(asked).toEqual(['https://a.example/i.png']);
});
