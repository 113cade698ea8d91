import * as v from 'valibot';
import { JimengError } from '../model/errors';
import { ApplyResult, CommitResult, UploadAddress } from '../model/schemas';
import type { Site } from '../model/sites';
import { crc32Hex } from '../wire/crc32';
import { orAbort } from '../wire/or-abort';
import { missingIn } from '../wire/parse-answer';
import { publicUrl } from '../wire/public-url';
import { hostNotAllowed, type Reach } from '../wire/reach';
import { uploadTimeoutMs } from '../wire/transport';
import { type Imagex, ImagexRefusal } from './imagex';
import { type PutDeps, type PutLimits, put } from './put';
import type { TokenStore, UploadToken } from './token';

/** `UriStatus` of success. */
const OK = 2000;
/** Length of the random `s` parameter. */
const NONCE_LENGTH = 11;
/** Places that are remembered. */
const MOST_PLACES = 1_000;
/** Errors after which another host may succeed. */
const RETRY_ON_OTHER_HOST = [
  'network',
  'timeout',
  'server-error',
  'bad-response',
  'upload-corrupted',
];

export interface UploadDeps extends PutDeps {
  site: Pick<Site, 'imagex'>;
  /** Whether an upload host or an ImageX host may be called. */
  reach: Reach;
  tokens: TokenStore;
  imagex: Imagex;
  /** Places of earlier uploads, the newest last. A second picture there would replace the first. */
  used: Set<string>;
}

type Signal = AbortSignal | undefined;

/** An upload URL that the service offers. */
interface UploadTarget {
  host: string;
  url: string;
  authorization: string;
  sessionKey: string;
}

/**
 * Uploads a picture: key, apply, put, commit (docs/PROTOCOL.md, section 3). Free and safe to repeat:
 * every upload gets a new URI.
 *
 * @param timeouts earlier attempts that timed out; each doubles the time limit
 * @throws JimengError `signed-out` and other refusals of the key, `upload-refused`, `line-too-slow`,
 *   `upload-corrupted`, `host-not-allowed` (with `host` if its permission is missing), and like `Transport`
 * @throws DOMException `AbortError`
 */
export async function upload(
  deps: UploadDeps,
  image: Blob,
  { signal, timeouts = 0 }: { signal?: AbortSignal; timeouts?: number } = {},
): Promise<{ uri: string }> {
  // The checksum is computed while the first two requests are in flight.
  const checksum = crc32Hex(image);
  checksum.catch(() => {});
  const { host, result } = await withToken(deps, signal, (access) =>
    apply(deps, access, image.size, signal),
  );
  const targets = await targetsIn(deps.reach, newAddresses(addressesIn(result), deps.used));
  // Start with another host after each timeout.
  const first = timeouts % targets.length;
  const order = [...targets.slice(first), ...targets.slice(0, first)];
  const limits = { limitMs: uploadTimeoutMs(image.size, timeouts), timeouts, signal };
  const sessionKey = await putToAnyHost(deps, order, { image, crc: await checksum }, limits);
  const uri = await withToken(deps, signal, (access) =>
    commit(deps, access, host, sessionKey, signal),
  );
  return { uri };
}

/** The key, and the SigV4 region of one call. */
interface KeyAccess {
  token: UploadToken;
  region: string;
}

/**
 * Runs a step with the key. If ImageX refuses the key, retries once with a fresh one; if it refuses that one, too,
 * the region may be wrong: each further one is tried once.
 */
async function withToken<T>(
  { tokens }: UploadDeps,
  signal: Signal,
  step: (access: KeyAccess) => Promise<T>,
): Promise<T> {
  const token = await orAbort(tokens.get(), signal);
  try {
    return await step({ token, region: token.regions[0] });
  } catch (error) {
    if (!isKeyRefused(error)) throw error;
    tokens.drop(token);
  }
  const fresh = await orAbort(tokens.get(), signal);
  let refused: unknown;
  for (const region of fresh.regions) {
    try {
      const done = await step({ token: fresh, region });
      if (region !== fresh.regions[0]) tokens.prefer(region);
      return done;
    } catch (error) {
      if (!isKeyRefused(error)) throw error;
      refused = error;
    }
  }
  throw refused;
}

function isKeyRefused(error: unknown): boolean {
  return error instanceof ImagexRefusal && error.reason === 'key';
}

/** Requests upload URLs from the host that the key names, else from the site's default host. */
async function apply(
  { imagex, reach, site }: UploadDeps,
  { token, region }: KeyAccess,
  bytes: number,
  signal: Signal,
) {
  let refused: unknown;
  let unreachable: string | undefined;
  for (const host of token.hosts) {
    if (!(await reach(host))) {
      unreachable ??= host;
      continue;
    }
    try {
      const result = await imagex(
        {
          host,
          key: token.key,
          region,
          action: 'ApplyImageUpload',
          params: {
            ServiceId: token.serviceId,
            FileSize: String(bytes),
            s: nonce(),
            ...site.imagex.applyQuery,
          },
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
  // The other host is the wrong one, so the host that may not be called is the right one.
  throw unreachable === undefined ? refused : hostNotAllowed(unreachable);
}

/** An address with the session key that commits it. */
type KeyedAddress = UploadAddress & { sessionKey: string };

/**
 * The addresses of an answer, the main one first. Their session keys stand in them, or once beside them. Without
 * one, the key is made as the service makes it: base64 of the address (docs/PROTOCOL.md, section 3.2).
 */
function addressesIn(result: ApplyResult): KeyedAddress[] {
  const names = ['UploadAddress', 'FallbackUploadAddress'] as const;
  let missing: string | undefined;
  const addresses = names.flatMap((name): KeyedAddress[] => {
    const parsed = v.safeParse(UploadAddress, result[name]);
    if (!parsed.success) {
      missing ??= missingIn(parsed.issues, `Result.${name}`);
      return [];
    }
    const beside = name === 'UploadAddress' ? result.SessionKey : undefined;
    const key = parsed.output.SessionKey || beside || base64(JSON.stringify(result[name]));
    return [{ ...parsed.output, sessionKey: key }];
  });
  if (addresses.length === 0) throw new JimengError('bad-response', missing ? { missing } : {});
  return addresses;
}

/**
 * The addresses whose place was not used before, which is noted. An answer that came twice, as from a cache, would have
 * two pictures at one place.
 */
function newAddresses(addresses: readonly KeyedAddress[], used: Set<string>): KeyedAddress[] {
  const placesOf = ({ StoreInfos }: KeyedAddress) => StoreInfos.map(({ StoreUri }) => StoreUri);
  const fresh = addresses.filter((each) => placesOf(each).every((place) => !used.has(place)));
  if (fresh.length === 0)
    throw new JimengError('bad-response', { missing: 'Result.UploadAddress' });
  for (const place of fresh.flatMap(placesOf)) used.add(place);
  for (const place of used) {
    if (used.size <= MOST_PLACES) break;
    used.delete(place);
  }
  return fresh;
}

function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** Every upload URL that may be called, in the service's order. */
async function targetsIn(
  reach: Reach,
  addresses: readonly KeyedAddress[],
): Promise<UploadTarget[]> {
  const offered = addresses.flatMap((address) => {
    const store = address.StoreInfos[0];
    if (!store) return [];
    const hosts = new Set([...(address.UploadHosts ?? []), address.UploadHost ?? '']);
    hosts.delete('');
    return [...hosts].map((host) => ({ address, store, host }));
  });
  if (offered.length === 0) {
    throw new JimengError('bad-response', { missing: 'Result.UploadAddress.UploadHosts' });
  }

  const targets = offered.flatMap(({ address, store, host }): UploadTarget[] => {
    const url = publicUrl(`https://${host}/upload/v1/${store.StoreUri}`);
    // The host and the URI must not change the path or add a query.
    const exact =
      url?.hostname === host.toLowerCase() && url.pathname === `/upload/v1/${store.StoreUri}`;
    if (!exact || url.search || url.hash) return [];
    const { sessionKey } = address;
    return [{ host: url.hostname, url: url.href, authorization: store.Auth, sessionKey }];
  });
  const mayCall = await Promise.all(targets.map(({ host }) => reach(host)));
  const callable = targets.filter((_, index) => mayCall[index]);
  if (callable.length === 0) throw hostNotAllowed(targets[0]?.host);
  return callable;
}

/**
 * Uploads the bytes to the first host that accepts them, and returns its session key. All hosts share
 * `limitMs`, where progress cannot be seen: a line that is too slow for one host is too slow for the others.
 */
async function putToAnyHost(
  deps: UploadDeps,
  targets: UploadTarget[],
  bytes: { image: Blob; crc: string },
  limits: PutLimits,
): Promise<string> {
  let failed: unknown;
  const startedAt = performance.now();
  for (const target of targets) {
    const leftMs = deps.send ? limits.limitMs : limits.limitMs - (performance.now() - startedAt);
    if (leftMs <= 0) throw new JimengError('line-too-slow');
    try {
      await put(deps, { ...target, ...bytes }, { ...limits, limitMs: leftMs });
      return target.sessionKey;
    } catch (error) {
      if (!(error instanceof JimengError && RETRY_ON_OTHER_HOST.includes(error.code))) throw error;
      failed = error;
    }
  }
  throw failed;
}

/** Commits the upload. Returns the URI for the draft. */
async function commit(
  { imagex }: UploadDeps,
  { token, region }: KeyAccess,
  host: string,
  sessionKey: string,
  signal: Signal,
): Promise<string> {
  const { Results, PluginResult } = await imagex(
    {
      host,
      key: token.key,
      region,
      action: 'CommitImageUpload',
      params: { ServiceId: token.serviceId },
      body: JSON.stringify({ SessionKey: sessionKey }),
      signal,
    },
    CommitResult,
  );
  const stored = Results?.[0];
  // Some answers have no status; one that is there must be good.
  const status = stored?.UriStatus ?? OK;
  if (Number(status) !== OK) {
    const number = String(status);
    throw new JimengError('upload-refused', /^-?\d{1,12}$/.test(number) ? { ret: number } : {});
  }
  const uri = stored?.Uri || PluginResult?.[0]?.ImageUri;
  if (!uri) throw new JimengError('bad-response', { missing: 'Result.Results[0].Uri' });
  return uri;
}

/** Random base-36 digits. */
function nonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(NONCE_LENGTH));
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join('');
}
