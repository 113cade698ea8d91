import { browser } from 'wxt/browser';
import { mayAccess } from '@/lib/browser/access/permissions';
import { clearRefererRules } from '@/lib/browser/access/referer-rule';
import { ensureServiceHeaders } from '@/lib/browser/access/service-headers';
import { readSession, readWebId } from '@/lib/browser/access/session';
import { createUnnamedFetch, createUnnamedGate } from '@/lib/browser/access/unnamed-fetch';
import { pageAlarm } from '@/lib/browser/alarm';
import { uploadByXhr } from '@/lib/browser/files/xhr-upload';
import { createPageChannel } from '@/lib/browser/page-channel/page-channel';
import { readVersions, watchOverrides } from '@/lib/browser/storage/version-overrides';
import type { Ways } from '@/lib/jimeng/check/check';
import { createJimeng } from '@/lib/jimeng/client';
import type { Site } from '@/lib/jimeng/model/sites';
import { BUILT_IN_VERSIONS } from '@/lib/jimeng/model/versions';
import type { UploadSend } from '@/lib/jimeng/upload/put';
import { createConnection } from './connection';
import { mayUsePage } from './engine';
import { createRecording } from './recording';

/** Time after which an unused page of the service that we opened is closed, ms. */
const PAGE_IDLE_MS = 5 * 60_000;

/**
 * The ways from the background to one site of the service: the client, the site's own page, and what watches both.
 * Call it in the first synchronous turn: the header rules are set before any request leaves.
 */
export function connectService(site: Site, { onRecordingTurn }: { onRecordingTurn: () => void }) {
  const headersReady = Promise.all([ensureServiceHeaders(site), clearRefererRules()]);
  const unnamed = { ready: headersReady, mayAccess };
  const unnamedFetch = createUnnamedFetch({
    fetch: (input, init) => fetch(input, init),
    ...unnamed,
  });
  const page = createPageChannel({
    site: { origin: site.origin, ...site.page },
    mayUse: mayUsePage,
    onUse: () => pageAlarm.arm(PAGE_IDLE_MS),
  });
  const mayUpload = createUnnamedGate(unnamed);
  // Chrome's worker has no XMLHttpRequest, and the key of an upload is in no message to a document that has.
  const send: UploadSend | undefined = import.meta.env.FIREFOX
    ? async (request) => {
        await mayUpload(request.url);
        return uploadByXhr(request);
      }
    : undefined;
  // Read while the worker starts, and kept: the first request must not wait for it.
  let versions = readVersions();
  watchOverrides((overrides) => {
    versions = Promise.resolve({ ...BUILT_IN_VERSIONS, ...overrides });
  });
  const client = (ways: Ways) =>
    createJimeng({
      ...ways,
      now: Date.now,
      uuid: () => crypto.randomUUID(),
      mayReach: (host) => mayAccess(`https://${host}/*`),
      versions: () => versions,
      webId: () => readWebId(site.cookie.url),
    });
  const ways: Ways = { fetch: unnamedFetch, ...(send && { send }) };
  const recording = createRecording({
    ...ways,
    page,
    now: Date.now,
    onTurn: onRecordingTurn,
    onExchange: () => connection.publish(),
  });
  const service = client(recording.ways);
  const connection = createConnection({
    ...ways,
    client,
    origin: site.origin,
    session: () => readSession(site.cookie, site.name),
    recording,
    version: browser.runtime.getManifest().version,
  });
  return { unnamedFetch, page, recording, service, connection };
}
