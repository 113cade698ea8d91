import { JimengError } from '../model/errors';
import { Envelope } from '../model/schemas';
import type { Site } from '../model/sites';
import { CURRENT, type Dialect, ORIGINAL, PLATFORM } from '../model/versions';
import type { Clock } from './clock';
import { codeOfReasons, detailOfReasons, type Reasons } from './refusal';
import { serverTime } from './server-time';
import { sign } from './sign';
import { type CallKind, dateOf, httpRefusal, type Transport } from './transport';

/** Clock error below which signing again is useless, s. */
const CLOCK_TOLERANCE_S = 60;

/** An answer of the service without its envelope. `ret` is absent if the answer is a bare map. */
export interface ServiceAnswer {
  ret?: string | undefined;
  said?: string | undefined;
  logId?: string | undefined;
  httpStatus: number;
  data: unknown;
  /** The whole body: some answers come without the envelope. */
  root: Record<string, unknown>;
}

export interface PostOptions {
  kind: Extract<CallKind, 'repeatable' | 'once'>;
  dialect?: Dialect;
  signal?: AbortSignal | undefined;
  /**
   * Whether a 1014 answer proves that the call had no effect. Only then is the call signed again with
   * the corrected clock. Default: it does.
   */
  hadNoEffect?: (answer: ServiceAnswer) => boolean;
}

/**
 * Posts signed JSON to the service with the session cookie of the browser. A refusal (`ret` other than
 * "0") is an answer here, and an error in `read`.
 *
 * @throws JimengError like `Transport`; `busy` (429), `http-refused` (4xx without a `ret`), `bad-response`
 * @throws DOMException `AbortError`
 */
export type Post = (path: string, body: unknown, options: PostOptions) => Promise<ServiceAnswer>;

export interface PostDeps {
  site: Site;
  clock: Clock;
  transport: Transport;
}

/** Creates the signed `Post` of one site (docs/PROTOCOL.md, section 2). */
export function createPost({ site, clock, transport }: PostDeps): Post {
  const attempt = async (path: string, body: unknown, options: PostOptions, seconds: number) => {
    const dialect = options.dialect ?? 'current';
    const { response, json } = await transport(`${site.origin}${path}?${query(site, dialect)}`, {
      kind: options.kind,
      method: 'post',
      headers: headers(site, dialect, path, seconds),
      body: JSON.stringify(body),
      credentials: 'include',
      // The API never redirects. Following a redirect could send an order to another host.
      redirect: 'manual',
      signal: options.signal,
    });
    clock.learn(dateOf(response));
    if (response.status === 429) throw httpRefusal(response, clock.now());
    const envelope = await json(Envelope).catch((error: unknown) => {
      const unreadable = error instanceof JimengError && error.code === 'bad-response';
      throw unreadable ? httpRefusal(response, clock.now()) : error;
    });
    clock.learn(serverTime(envelope.systime) ?? Number.NaN);
    const { ret } = envelope;
    if (!response.ok && ret === undefined) throw httpRefusal(response, clock.now());
    // An error status with a success body contradicts itself: unclear, not a refusal.
    if (!response.ok && ret === '0')
      throw new JimengError('bad-response', { httpStatus: response.status });
    return {
      ret,
      said: envelope.errmsg,
      logId: envelope.logid,
      httpStatus: response.status,
      data: envelope.data,
      root: envelope,
    } satisfies ServiceAnswer;
  };

  return async (path, body, options) => {
    const seconds = Math.floor(clock.now() / 1000);
    const answer = await attempt(path, body, options, seconds);
    const corrected = Math.floor(clock.now() / 1000);
    const shouldRetry =
      answer.ret === '1014' &&
      Math.abs(corrected - seconds) > CLOCK_TOLERANCE_S &&
      (options.hadNoEffect?.(answer) ?? true);
    return shouldRetry ? attempt(path, body, options, corrected) : answer;
  };
}

/**
 * Posts a call without side effects and requires `ret` "0".
 *
 * @param bare whether to accept an answer without `ret`
 * @throws JimengError like `Post`; the code of the refusal
 */
export async function read(
  post: Post,
  path: string,
  body: unknown,
  { signal, bare = false }: { signal?: AbortSignal | undefined; bare?: boolean } = {},
): Promise<ServiceAnswer> {
  const answer = await post(path, body, { kind: 'repeatable', signal });
  if (answer.ret === '0' || (bare && answer.ret === undefined)) return answer;
  if (answer.ret === undefined)
    throw new JimengError('bad-response', { httpStatus: answer.httpStatus });
  throw refusal(answer);
}

/** All reasons of an answer. Reasons inside `data` come first. */
export function reasonsOf(answer: ServiceAnswer, inside: Reasons = {}): Reasons {
  return {
    ...inside,
    ret: answer.ret,
    said: inside.said || answer.said,
    logId: answer.logId,
    httpStatus: answer.httpStatus,
  };
}

/** The error of a refused answer. Reasons inside `data` are more specific and come first. */
export function refusal(answer: ServiceAnswer, inside: Reasons = {}): JimengError {
  const reasons = reasonsOf(answer, inside);
  return new JimengError(codeOfReasons(reasons) ?? 'unknown-refusal', detailOfReasons(reasons));
}

function query(site: Site, dialect: Dialect): string {
  const common = { aid: String(site.aid), device_platform: 'web', region: site.region };
  const versions =
    dialect === 'original'
      ? { da_version: ORIGINAL.daVersion }
      : {
          da_version: CURRENT.daVersion,
          web_version: CURRENT.webVersion,
          aigc_features: CURRENT.aigcFeatures,
        };
  return new URLSearchParams({ ...common, ...versions }).toString();
}

/** `Cookie`, `Origin` and `Referer` are missing on purpose: the browser adds them. */
function headers(site: Site, dialect: Dialect, path: string, seconds: number) {
  const { appvr } = dialect === 'original' ? ORIGINAL : CURRENT;
  const signed = {
    'Content-Type': 'application/json',
    Appid: String(site.aid),
    Appvr: appvr,
    Pf: PLATFORM,
    'Device-Time': String(seconds),
    Sign: sign({ path, appvr, seconds }),
    'Sign-Ver': '1',
  };
  if (dialect === 'original') return signed;
  return {
    ...signed,
    Accept: 'application/json, text/plain, */*',
    'App-Sdk-Version': CURRENT.appSdkVersion,
    Lan: site.language,
    Loc: site.location,
    Tdid: '',
  };
}
