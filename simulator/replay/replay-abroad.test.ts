import { expect, it } from 'vitest';
import { createMiniClient, dig } from '../client/mini-client';
import { NOW } from '../client/tampering';
import { createReplay } from './replay';
import { type Recorded, readReport } from './report';

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

it('of a report about two sites, the cluster with most exchanges is replayed, and no answer of another', async () => {
  const at = (cluster: string, site: string, status: number) => ({
    ...recorded('other', '/mweb/v1/workspace/list'),
    ...{ site, cluster, status, body: status === 200 ? 'json' : 'html' },
  });
  const replay = createReplay([
    at('jimeng', 'jimeng', 500),
    at('dreamina-us', 'dreamina', 403),
    at('dreamina-sg', 'dreamina', 502),
    at('dreamina-sg', 'dreamina', 502),
  ]);
  expect(replay.cluster.id).toBe('dreamina-sg');
  const url = `https://${replay.cluster.apiHost}/mweb/v1/workspace/list`;
  expect((await replay.handle(new Request(url, { method: 'POST' }))).status).toBe(502);
});

it.each([1, 2])('a report of format %i is read, with its site where it names one', (format) => {
  const place = format === 1 ? {} : { site: 'dreamina', cluster: 'dreamina-sg' };
  const exchange = { ...place, ...recorded('mweb-api-sg.capcut.com', '/mweb/v1/a') };
  const kind = 'upscale-with-dreamina/connection';
  const text = JSON.stringify({ kind, format, check: null, recording: [exchange] });
  expect(readReport(text)).toEqual([exchange]);
  expect(createReplay(readReport(text)).cluster.id).toBe('dreamina-sg');
});
