import { JimengError } from '../model/errors';
import { Envelope } from '../model/schemas';
import { COMMERCE, type Site } from '../model/sites';
import { type Dialect, PLATFORM, type Versions, versionsOf } from '../model/versions';
import type { Clock } from './clock';
import { codeOfReasons, detailOfReasons, type Reasons } from './refusal';
import { serverTime } from './server-time';
import { sign } from './sign';
import { sleep as platformSleep, type Sleep } from './sleep';
import { type CallKind, dateOf, httpRefusal, type Transport } from './transport';

/** Clock error below which signing again at once is useless, s. */
const CLOCK_TOLERANCE_S = 60;

/**
 * Pause before a call that was answered with 1014 is sent once more, ms. The number means that the system is
 * busy, or that it does not accept the signature.
 */
const REPEAT_AFTER_MS = { repeatable: 1_000, once: 5_000 } as const;

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
  /** The versions that the body was made with; default: those of the moment. */
  versions?: Versions;
  signal?: AbortSignal | undefined;
  /**
   * Whether a 1014 answer proves that the call had no effect. Only then is it signed anew and sent once more.
   * Default: that of a repeatable call does.
   */
  hadNoEffect?: (answer: ServiceAnswer) => boolean;
  /** Awaited just before each send. If it rejects, nothing is sent, and `Post` rejects with the same. */
  beforeSending?: (() => Promise<void>) | undefined;
}

/**
 * Posts signed JSON (a body that is text already, or a value) to the service with the session cookie of the
 * browser. A refusal (`ret` other than "0") is an answer here, and an error in `read`. A call that is answered
 * with 1014 and had no effect is signed anew and sent once more: at once if our clock was wrong, else after a
 * pause.
 *
 * @throws JimengError like `Transport`; `busy` (429), `http-refused` (4xx without a `ret`), `bad-response`
 * @throws DOMException `AbortError`
 */
export type Post = (path: string, body: unknown, options: PostOptions) => Promise<ServiceAnswer>;

export interface PostDeps {
  site: Site;
  clock: Clock;
  transport: Transport;
  /** Read once per request. Default: the built-in ones. */
  versions?: () => Promise<Versions>;
  /**
   * Id of this browser that the site's own page has stored; digits. Sent as `webId`. Absent: no parameter, never
   * an invented one, because risk control compares it with the cookie.
   */
  webId?: (() => Promise<string | undefined>) | undefined;
  /**
   * Country of the account, two letters, from the cookie that the site names. Absent or of another form: no header
   * names it, and `Loc` is that of the site.
   */
  country?: (() => Promise<string | undefined>) | undefined;
  /** Default: a timer of the platform. */
  sleep?: Sleep;
}

/** Creates the signed `Post` of one site (docs/PROTOCOL.md, section 2). */
export function createPost(deps: PostDeps): Post {
  const { site, clock, transport, sleep = platformSleep } = deps;
  const { versions: currentVersions = async () => versionsOf(site.name) } = deps;
  const attempt = async (
    path: string,
    body: unknown,
    options: PostOptions & { versions: Versions; browser: BrowserFacts },
    seconds: number,
  ) => {
    const { dialect = 'current', versions, browser } = options;
    const url = `${originOf(path, site)}${path}${queryOf(path, site, { dialect, versions, browser })}`;
    await options.beforeSending?.();
    const { response, json } = await transport(url, {
      kind: options.kind,
      method: 'post',
      headers: headers(site, { dialect, versions, browser }, path, seconds),
      body: typeof body === 'string' ? body : JSON.stringify(body),
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
      logId: envelope.logid ?? envelope.log_id,
      httpStatus: response.status,
      data: envelope.data,
      root: envelope,
    } satisfies ServiceAnswer;
  };

  return async (path, body, given) => {
    // At once: on a cold start each is a round trip to the browser before the first request.
    const [versions, webId, country] = await Promise.all([
      given.versions ?? currentVersions(),
      site.hasWebId ? deps.webId?.() : undefined,
      site.countryCookie === undefined ? undefined : deps.country?.(),
    ]);
    const isCountry = country !== undefined && COUNTRY.test(country);
    const browser = { webId, ...(isCountry && { country: country.toLowerCase() }) };
    const options = { ...given, versions, browser };
    const seconds = Math.floor(clock.now() / 1000);
    const answer = await attempt(path, body, options, seconds);
    const hadNoEffect = options.hadNoEffect?.(answer) ?? options.kind === 'repeatable';
    if (answer.ret !== '1014' || !hadNoEffect) return answer;
    const isClockWrong = Math.abs(clock.now() / 1000 - seconds) > CLOCK_TOLERANCE_S;
    if (!isClockWrong) await sleep(REPEAT_AFTER_MS[options.kind], options.signal);
    return attempt(path, body, options, Math.floor(clock.now() / 1000));
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
    throw new JimengError('bad-response', { httpStatus: answer.httpStatus, missing: 'ret' });
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

/** Country of an account. */
const COUNTRY = /^[a-z]{2}$/i;

/** What the browser's cookies say, without the session. */
interface BrowserFacts {
  webId?: string | undefined;
  /** Two letters, lower case. */
  country?: string;
}

interface RequestFacts {
  dialect: Dialect;
  versions: Versions;
  browser: BrowserFacts;
}

function originOf(path: string, site: Site): string {
  return COMMERCE.test(path) ? site.commerce : site.api;
}

function queryOf(path: string, site: Site, { dialect, versions, browser }: RequestFacts): string {
  if (COMMERCE.test(path) && !site.hasCommerceQuery) return '';
  const common = { aid: String(site.aid), device_platform: 'web', region: site.region };
  const own =
    dialect === 'original'
      ? { da_version: versions.originalDaVersion }
      : {
          da_version: versions.daVersion,
          web_version: versions.webVersion,
          aigc_features: versions.aigcFeatures,
        };
  // The original recipe names its whole query (docs/PROTOCOL.md, section 4.3).
  const { webId } = browser;
  const browserId = webId && dialect === 'current' && { webId };
  return `?${new URLSearchParams({ ...common, ...own, ...browserId })}`;
}

/** `Cookie`, `Origin` and `Referer` are missing on purpose: the browser adds them. */
function headers(
  site: Site,
  { dialect, versions, browser: { country } }: RequestFacts,
  path: string,
  seconds: number,
): Record<string, string> {
  const appvr = dialect === 'original' ? versions.originalAppvr : versions.appvr;
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
    'App-Sdk-Version': versions.appSdkVersion,
    Lan: site.language,
    Loc: country ?? site.location,
    ...(country && { 'Store-Country-Code': country, 'Store-Country-Code-Src': 'uid' }),
    Tdid: '',
  };
}
