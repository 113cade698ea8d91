import * as v from 'valibot';
import { JimengError } from '../model/errors';
import { UploadTokenData } from '../model/schemas';
import type { Site } from '../model/sites';
import { allowedUrl } from '../wire/allowed-url';
import type { Clock } from '../wire/clock';
import { type Post, read } from '../wire/request';
import { serverTime } from '../wire/server-time';
import type { TemporaryKey } from '../wire/sigv4';

const PATH = '/mweb/v1/get_upload_token';
/** `scene` of an image. */
const IMAGE_SCENE = 2;
/** A key lives about an hour; use for longer than 25 minutes has not been shown. */
const REUSE_MS = 20 * 60_000;
/** A key that is about to expire would expire during an upload. */
const EXPIRY_MARGIN_MS = 60_000;

/** The temporary upload key and its data. Secret; kept in memory only. */
export interface UploadToken {
  key: TemporaryKey;
  serviceId: string;
  /** SigV4 region. */
  region: string;
  /** ImageX hosts to try, in order; all of them the site's own. */
  hosts: string[];
}

/** The upload key of the signed-in account, requested once and shared. */
export interface TokenStore {
  /**
   * A valid key. Concurrent callers share one request, which no single caller
   * can cancel.
   *
   * @throws JimengError like `read`
   */
  get(): Promise<UploadToken>;
  /** Drops this key if it is current; without an argument, drops any key. */
  drop(token?: UploadToken): void;
}

export interface TokenDeps {
  site: Site;
  clock: Clock;
  post: Post;
}

/** Facts: docs/PROTOCOL.md, section 3.1. */
export function createTokenStore({ site, clock, post }: TokenDeps): TokenStore {
  let current: { token: UploadToken; until: number } | undefined;
  let flight: Promise<UploadToken> | undefined;

  const ask = async (): Promise<{ token: UploadToken; until: number }> => {
    const { data } = await read(post, PATH, { scene: IMAGE_SCENE });
    const parsed = v.safeParse(UploadTokenData, data);
    if (!parsed.success) throw new JimengError('bad-response');
    const answer = parsed.output;
    clock.learn(serverTime(answer.current_time) ?? Number.NaN);
    const expires = serverTime(answer.expired_time) ?? Number.POSITIVE_INFINITY;
    return {
      token: toToken(site, answer),
      until: Math.min(clock.now() + REUSE_MS, expires - EXPIRY_MARGIN_MS),
    };
  };

  return {
    get() {
      if (current && clock.now() < current.until) return Promise.resolve(current.token);
      if (flight) return flight;
      const started = ask()
        .then((answer) => {
          // Dropped meanwhile: the key may belong to another account, so do not keep it.
          if (flight === started) current = answer;
          return answer.token;
        })
        .finally(() => {
          if (flight === started) flight = undefined;
        });
      flight = started;
      return started;
    },
    drop(token) {
      if (token && current?.token !== token) return;
      current = undefined;
      if (!token) flight = undefined;
    },
  };
}

function toToken(site: Site, answer: v.InferOutput<typeof UploadTokenData>): UploadToken {
  const { imagex, uploadDomains } = site;
  const named =
    answer.upload_domain && allowedUrl(`https://${answer.upload_domain}`, uploadDomains);
  return {
    key: {
      accessKeyId: answer.access_key_id,
      secretAccessKey: answer.secret_access_key,
      sessionToken: answer.session_token,
    },
    serviceId: answer.service_id ?? answer.space_name ?? imagex.serviceId,
    region: answer.region ? (imagex.regions[answer.region] ?? answer.region) : imagex.region,
    hosts: [...new Set([...(named ? [named.hostname] : []), imagex.host])],
  };
}
