import { expect, it } from 'vitest';
import { createMiniClient, dig } from '../client/mini-client';
import { NOW } from '../client/tampering';
import { createReplay } from './replay';
import type { Recorded } from './report';

/** An exchange of a report that was fine. */
function recorded(host: string, path: string): Recorded {
  const shape = { fields: { code: 'integer' } };
  return {
    ...{ method: 'POST', host, path, query: [], status: 200, ms: 5 },
    ...{ body: 'json', shape, codes: [] },
  };
}

it('a report from Dreamina is replayed in its cluster, with its own upload hosts', async () => {
  const host = 'tos-real-up.capcutapi.us';
  const replay = createReplay(
    [recorded('dreamina-api.us.capcut.com', '/other'), recorded(host, '/upload/v1/{id}')],
    { now: () => NOW },
  );
  expect(replay.simulator.browser.sessionAt('dreamina')).toBe('dreamina-session-1');
  expect(replay.simulator.browser.session).toBeUndefined();
  const client = createMiniClient(
    { ...replay.simulator, handle: replay.handle },
    { now: () => NOW, cluster: 'dreamina-us' },
  );
  const { applied } = await client.upload(Buffer.from('anything'));
  expect(dig(applied, 'Result.UploadAddress.UploadHosts.0')).toBe(host);
  expect(replay.simulator.uploads).toHaveLength(1);
  expect(replay.simulator.violations).toEqual([]);
});
