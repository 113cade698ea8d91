import type * as v from 'valibot';
import { UploadTokenData } from '../model/schemas';
import type { Site } from '../model/sites';
import type { Clock } from '../wire/clock';
import { parseAnswer } from '../wire/parse-answer';
import { publicUrl } from '../wire/public-url';
import { type Post, read } from '../wire/request';
import { serverTime } from '../wire/server-time';
import type { TemporaryKey } from '../wire/sigv4';

const PATH = '/mweb/v1/get_upload_token';
/** `scene` of an image. */
const IMAGE_SCENE = 2;
/** A key lives about an hour. One whose end is not told is used for less than the longest use on record, 25 minutes. */
const REUSE_MS = 20 * 60_000;
/** A key that is about to expire would expire in the middle of an upload. */
const EXPIRY_MARGIN_MS = 60_000;

/** The temporary upload key with its service and hosts. Secret, in memory only. */
export interface UploadToken {
  key: TemporaryKey;
  serviceId: string;
  /** SigV4 regions to try, in order: the one that worked before, that of the key, those of the site. */
  regions: readonly [string, ...string[]];
  /** ImageX hosts to try, in order. The first may be unlisted; the last is the site's own. */
  hosts: string[];
}

/** Caches the upload key of the signed-in account. */
export interface TokenStore {
  /**
   * Returns a valid key. Concurrent callers share one request, which none of them can cancel.
   *
   * @throws JimengError like `read`
   */
  get(): Promise<UploadToken>;
  /** Drops this key if it is the current one. Without an argument, drops any key. */
  drop(token?: UploadToken): void;
  /** Puts a SigV4 region that was accepted first, for this key and those that follow. */
  prefer(region: string): void;
}

/** Dependencies of `createTokenStore`. */
export interface TokenDeps {
  site: Site;
  clock: Clock;
  post: Post;
}

/** Creates an empty store (docs/PROTOCOL.md, section 3.1). */
export function createTokenStore({ site, clock, post }: TokenDeps): TokenStore {
  let current: { token: UploadToken; until: number } | undefined;
  let pending: Promise<UploadToken> | undefined;
  let preferred: string | undefined;

  const request = async (): Promise<{ token: UploadToken; until: number }> => {
    const { data } = await read(post, PATH, { scene: IMAGE_SCENE });
    const answer = parseAnswer(UploadTokenData, data, 'data');
    clock.learn(serverTime(answer.current_time) ?? Number.NaN);
    const expires = serverTime(answer.expired_time);
    return {
      token: toToken(site, answer, preferred),
      until: expires === undefined ? clock.now() + REUSE_MS : expires - EXPIRY_MARGIN_MS,
    };
  };

  return {
    get() {
      if (current && clock.now() < current.until) return Promise.resolve(current.token);
      if (pending) return pending;
      const started = request()
        .then((answer) => {
          // If it was dropped meanwhile, the key may be of another account: do not cache it.
          if (pending === started) current = answer;
          return answer.token;
        })
        .finally(() => {
          if (pending === started) pending = undefined;
        });
      pending = started;
      return started;
    },
    drop(token) {
      if (token && current?.token !== token) return;
      current = undefined;
      if (!token) pending = undefined;
    },
    prefer(region) {
      preferred = region;
      if (!current) return;
      const { token, until } = current;
      current = { token: { ...token, regions: firstOf(region, token.regions) }, until };
    },
  };
}

function toToken(
  site: Site,
  answer: v.InferOutput<typeof UploadTokenData>,
  preferred: string | undefined,
): UploadToken {
  const { imagex } = site;
  const url = answer.upload_domain && publicUrl(`https://${answer.upload_domain}`);
  // A path, a query or a fragment is no host.
  const named = url && url.hostname === answer.upload_domain?.toLowerCase() ? url : undefined;
  return {
    key: {
      accessKeyId: answer.access_key_id,
      secretAccessKey: answer.secret_access_key,
      sessionToken: answer.session_token,
    },
    serviceId: answer.service_id ?? answer.space_name ?? imagex.serviceId,
    regions: regionsOf(site, answer.region, preferred),
    hosts: [...new Set([...(named ? [named.hostname] : []), imagex.host])],
  };
}

/** Form of a SigV4 region: `cn-north-1`. The short names of some keys are none. */
const REGION = /^[a-z]{2,4}(-[a-z]{2,12}){1,2}-\d{1,2}$/;

function regionsOf(
  { imagex }: Site,
  named: string | undefined,
  preferred: string | undefined,
): UploadToken['regions'] {
  const region = named && (imagex.regionNames[named] ?? named);
  const regions = region && REGION.test(region) ? firstOf(region, imagex.regions) : imagex.regions;
  return preferred === undefined ? regions : firstOf(preferred, regions);
}

function firstOf(region: string, regions: readonly string[]): [string, ...string[]] {
  return [region, ...regions.filter((each) => each !== region)];
}
