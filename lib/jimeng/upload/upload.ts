import { JimengError } from '../model/errors';
import { ApplyResult, CommitResult, PutAnswer, type UploadAddress } from '../model/schemas';
import type { Site } from '../model/sites';
import { allowedUrl } from '../wire/allowed-url';
import type { Clock } from '../wire/clock';
import { crc32Hex, sameCrc } from '../wire/crc32';
import { carryingLimitMs, httpRefusal, type Transport } from '../wire/transport';
import { type Imagex, ImagexRefusal } from './imagex';
import type { TokenStore, UploadToken } from './token';

/** `code` and `UriStatus` of success. */
const OK = 2000;
/** Length of the random `s` parameter. */
const NONCE_LENGTH = 11;
/** Errors after which another host may succeed. */
const WORTH_ANOTHER_HOST = [
  'network',
  'timeout',
  'server-error',
  'bad-response',
  'upload-corrupted',
];

export interface UploadDeps {
  site: Site;
  clock: Clock;
  tokens: TokenStore;
  imagex: Imagex;
  transport: Transport;
}

type Signal = AbortSignal | undefined;

/** An upload location that the service offers. */
interface Place {
  url: string;
  authorization: string;
  sessionKey: string;
}

/**
 * Uploads an image: key, apply, put, commit (docs/PROTOCOL.md, section 3). Free and safe to repeat:
 * every upload gets a URI of its own.
 *
 * @param timeouts earlier tries that timed out; each doubles the time limit
 * @throws JimengError `signed-out` and other refusals of the key, `upload-refused`, `line-too-slow`,
 *   `upload-corrupted`, `host-not-allowed`, and what the transport throws; DOMException `AbortError`
 */
export async function upload(
  deps: UploadDeps,
  image: Blob,
  { signal, timeouts = 0 }: { signal?: AbortSignal; timeouts?: number } = {},
): Promise<{ uri: string }> {
  // Computes the checksum while the first two requests are running.
  const summing = crc32Hex(image);
  summing.catch(() => {});
  const { host, result } = await withToken(deps, signal, (token) =>
    apply(deps, token, image.size, signal),
  );
  const places = placesIn(deps.site, [result.UploadAddress, result.FallbackUploadAddress]);
  // A host that timed out is tried last.
  const first = timeouts % places.length;
  const order = [...places.slice(first), ...places.slice(0, first)];
  const limitMs = carryingLimitMs(image.size, timeouts);
  const sessionKey = await putSomewhere(deps, order, image, await summing, limitMs, signal);
  const uri = await withToken(deps, signal, (token) =>
    commit(deps, token, host, sessionKey, signal),
  );
  return { uri };
}

/** Runs a step with the key; if ImageX refuses the key, retries once with a fresh one. */
async function withToken<T>(
  { tokens }: UploadDeps,
  signal: Signal,
  step: (token: UploadToken) => Promise<T>,
): Promise<T> {
  const token = await orAbort(tokens.get(), signal);
  try {
    return await step(token);
  } catch (error) {
    if (!(error instanceof ImagexRefusal && error.reason === 'key')) throw error;
    tokens.drop(token);
    return step(await orAbort(tokens.get(), signal));
  }
}

/** Requests an upload location from the key's host, else from the site's own. */
async function apply({ imagex }: UploadDeps, token: UploadToken, bytes: number, signal: Signal) {
  let refused: unknown;
  for (const host of token.hosts) {
    try {
      const result = await imagex(
        {
          host,
          key: token.key,
          region: token.region,
          action: 'ApplyImageUpload',
          params: { ServiceId: token.serviceId, FileSize: String(bytes), s: nonce() },
          signal,
        },
        ApplyResult,
      );
      return { host, result };
    } catch (error) {
      if (!(error instanceof ImagexRefusal && error.reason === 'wrong-host')) throw error;
      refused = error;
    }
  }
  throw refused;
}

/** All hosts of all addresses that belong to the service, in its order. */
function placesIn(site: Site, addresses: (UploadAddress | undefined)[]): Place[] {
  const offered = addresses.flatMap((address) => {
    const store = address?.StoreInfos[0];
    if (!address || !store) return [];
    const hosts = new Set([...(address.UploadHosts ?? []), address.UploadHost ?? '']);
    hosts.delete('');
    return [...hosts].map((host) => ({ address, store, host }));
  });
  if (offered.length === 0) throw new JimengError('bad-response');

  const places = offered.flatMap(({ address, store, host }): Place[] => {
    const url = allowedUrl(`https://${host}/upload/v1/${store.StoreUri}`, site.uploadDomains);
    // Neither the host nor the URI may add a path, a query or dots.
    const exact =
      url?.hostname === host.toLowerCase() && url.pathname === `/upload/v1/${store.StoreUri}`;
    if (!exact || url.search || url.hash) return [];
    return [{ url: url.href, authorization: store.Auth, sessionKey: address.SessionKey }];
  });
  if (places.length === 0) throw new JimengError('host-not-allowed');
  return places;
}

/**
 * Uploads the bytes to the first location that accepts them. Returns its session key. All locations share
 * `limitMs`: a connection that is too slow for one host is too slow for the others as well.
 */
async function putSomewhere(
  deps: UploadDeps,
  places: Place[],
  image: Blob,
  crc: string,
  limitMs: number,
  signal: Signal,
): Promise<string> {
  let failed: unknown;
  const begun = performance.now();
  for (const place of places) {
    const leftMs = limitMs - (performance.now() - begun);
    if (leftMs <= 0) throw new JimengError('line-too-slow');
    try {
      await put(deps, place, image, crc, leftMs, signal);
      return place.sessionKey;
    } catch (error) {
      if (!(error instanceof JimengError && WORTH_ANOTHER_HOST.includes(error.code))) throw error;
      failed = error;
    }
  }
  throw failed;
}

async function put(
  { transport, clock }: UploadDeps,
  place: Place,
  image: Blob,
  crc: string,
  limitMs: number,
  signal: Signal,
): Promise<void> {
  const { response, json } = await transport(place.url, {
    kind: 'upload',
    limitMs,
    method: 'post',
    headers: {
      Authorization: place.authorization,
      'Content-CRC32': crc,
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': 'attachment; filename="undefined"',
    },
    body: image,
    credentials: 'omit',
    redirect: 'error',
    signal,
  }).catch((error: unknown) => {
    const isLate = error instanceof JimengError && error.code === 'timeout';
    throw isLate ? new JimengError('line-too-slow') : error;
  });
  const httpStatus = response.status;
  if (httpStatus === 429 || httpStatus === 408) throw httpRefusal(response, clock.now());
  if (!response.ok) throw new JimengError('upload-refused', { httpStatus });
  const { code, data } = await json(PutAnswer);
  if (code !== OK) {
    throw new JimengError('upload-refused', {
      httpStatus,
      ...(code !== undefined && { ret: String(code) }),
    });
  }
  if (data?.crc32 && !sameCrc(data.crc32, crc)) throw new JimengError('upload-corrupted');
}

/** Confirms the upload. Returns the URI for drafts. */
async function commit(
  { imagex }: UploadDeps,
  token: UploadToken,
  host: string,
  sessionKey: string,
  signal: Signal,
): Promise<string> {
  const { Results, PluginResult } = await imagex(
    {
      host,
      key: token.key,
      region: token.region,
      action: 'CommitImageUpload',
      params: { ServiceId: token.serviceId },
      body: JSON.stringify({ SessionKey: sessionKey }),
      signal,
    },
    CommitResult,
  );
  const stored = Results?.[0];
  if (stored?.UriStatus !== OK) {
    throw new JimengError('upload-refused', {
      ...(stored?.UriStatus !== undefined && { ret: String(stored.UriStatus) }),
    });
  }
  const uri = stored.Uri || PluginResult?.[0]?.ImageUri;
  if (!uri) throw new JimengError('bad-response');
  return uri;
}

/** Random base-36 digits. */
function nonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(NONCE_LENGTH));
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join('');
}

/** Waits for shared work: an abort ends the wait, not the work. */
async function orAbort<T>(work: Promise<T>, signal: Signal): Promise<T> {
  if (!signal) return work;
  const aborted = () => new DOMException('The call was cancelled.', 'AbortError');
  work.catch(() => {});
  if (signal.aborted) throw aborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const leave = () => reject(aborted());
  signal.addEventListener('abort', leave, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}
