import {
  type CookiePermission,
  cookiePermission,
  isBlockedPrivateAddress,
} from './cookie-permission';
import { deadline } from './deadline';
import { ConsentNeeded, PermissionNeeded, SourceError, type SourceErrorCode } from './errors';
import { fetchWithAccess, type HttpDeps, imageOf, isRefusal } from './http-image';
import { drawInPage, readInPage } from './in-page';
import { LIMITS, type Limits } from './limits';
import { looksLikePage } from './looks-like-page';
import type { PageOrigin } from './origin';
import { refererFor } from './referer';
import type { Acquired, SourceDeps } from './source-deps';

/** Failures that no further permission would change. */
const FINAL: readonly SourceErrorCode[] = [
  'source-not-found',
  'source-host-error',
  'source-timeout',
  'source-unsupported',
  'source-private',
  'image-too-large',
];

/**
 * Failures after which the page may still show what the address no longer gives: it is gone, broken, or the network
 * is. A refusal is none of them: more permission gets the real bytes, and the drawn ones are a copy.
 */
const GONE: readonly SourceErrorCode[] = [
  'source-not-found',
  'source-host-error',
  'source-timeout',
  'source-unreachable',
];

/** Failures without an answer of the host. */
const NO_ANSWER: readonly SourceErrorCode[] = ['source-unreachable', 'source-timeout'];

/**
 * The addresses to try for one image: https before http. An address with a port, an IP address and
 * `localhost` keep their scheme.
 */
function httpsFirst(address: string): URL[] {
  const url = URL.parse(address);
  if (!url) throw new SourceError('source-malformed');
  url.hash = '';
  url.username = '';
  url.password = '';
  const literal = /^(?:[\d.]+|\[.*\]|(?:.*\.)?localhost)$/.test(url.hostname);
  if (url.protocol === 'https:' || url.port !== '' || literal) return [url];
  const secure = new URL(url);
  secure.protocol = 'https:';
  return [secure, url];
}

/** An address to try, and whether access to its host was granted. */
interface Address {
  url: string;
  host: string;
  pattern: string;
  granted: boolean;
}

/**
 * Gets one `http(s):` image, one step at a time from the most private to the least: our anonymous
 * request, Referer, cookies, the page's own request, the pixels the page shows, more permissions.
 */
export class HttpLadder {
  private readonly limits: Limits;
  private readonly failures: SourceError[] = [];
  /** What a refusing host may have wanted. */
  private missing: PermissionNeeded | ConsentNeeded | undefined;

  constructor(
    private readonly origin: PageOrigin,
    private readonly deps: SourceDeps,
    private readonly signal: AbortSignal | undefined,
  ) {
    this.limits = deps.limits ?? LIMITS;
  }

  async climb(): Promise<Acquired> {
    const addresses = await this.addresses();
    const [first] = addresses;
    if (isBlockedPrivateAddress(this.origin)) throw new SourceError('source-private', first?.host);
    const own = await this.withAccess(addresses);
    if (own && own.bytes.size > 0) return own;
    const read = await this.inPage(addresses);
    if (read && read.bytes.size > 0) return read;
    // An address that answers once may later answer with nothing.
    const empty = own ?? read;
    const codes = this.failures.map(({ code }) => code);
    if (empty || codes.some((code) => GONE.includes(code))) {
      const drawn = await this.drawn();
      if (drawn) return drawn;
    }
    if (empty) return empty;
    // More permissions would not change a final answer.
    if (!codes.some((code) => FINAL.includes(code))) {
      this.askForMore(addresses);
      const drawn = await this.drawn();
      if (drawn) return drawn;
    }
    // An answer of the host says more than none.
    const answered = this.failures.find(({ code }) => !NO_ANSWER.includes(code));
    throw answered ?? this.failures[0] ?? new SourceError('source-unreachable', first?.host);
  }

  /** @throws PermissionNeeded, ConsentNeeded if that would open another step */
  private askForMore(addresses: Address[]): void {
    if (this.missing) throw this.missing;
    const closed = addresses.find(({ granted }) => !granted);
    if (closed) throw new PermissionNeeded(closed.pattern, closed.host);
  }

  private async addresses(): Promise<Address[]> {
    return Promise.all(
      httpsFirst(this.origin.url).map(async (url) => {
        // Firefox allows no port in match patterns; without one they cover every port.
        const pattern = `${url.protocol}//${url.hostname}/*`;
        const granted = await this.deps.mayAccess(pattern);
        return { url: url.href, host: url.hostname, pattern, granted };
      }),
    );
  }

  /** Our own requests. Without host access their Origin header would name this extension. */
  private async withAccess(addresses: Address[]): Promise<Acquired | undefined> {
    for (const { url, host, pattern, granted } of addresses) {
      if (!granted) continue;
      const permission = await cookiePermission(url, this.origin, this.deps);
      const allowed = { referer: this.refererFor(url), cookies: permission === 'yes' };
      const bytes = await this.attempt(async (http) => {
        const answer = await fetchWithAccess(url, allowed, this.deps.withReferer, http);
        if (isRefusal(answer)) this.noteRefusal(permission, pattern, host);
        return imageOf(answer, host);
      });
      if (bytes) return { bytes, via: 'background', url };
    }
    return undefined;
  }

  private async inPage(addresses: Address[]): Promise<Acquired | undefined> {
    // The page would be redirected to the same private address.
    if (this.failures.some(({ code }) => code === 'source-private')) return undefined;
    for (const { url } of this.readableInPage(addresses)) {
      const isOwn = URL.parse(url)?.origin === URL.parse(this.origin.frameUrl)?.origin;
      const permission = isOwn ? await cookiePermission(url, this.origin, this.deps) : 'no';
      const cookies = permission === 'yes';
      const bytes = await this.attempt(() =>
        readInPage(this.origin, { url, cookies }, this.deps, this.signal),
      );
      // A page instead of the image: try another step, unless its own host answered, which has seen
      // the cookies and the Referer of the page already.
      if (bytes && (cookies || !(await looksLikePage(bytes)))) return { bytes, via: 'page', url };
      if (permission === 'consent') this.missing ??= new ConsentNeeded();
    }
    return undefined;
  }

  /** A secure page cannot fetch http. The browser upgrades its images to https. */
  private readableInPage(addresses: Address[]): Address[] {
    const isSecure = /^https:/i.test(this.origin.frameUrl);
    return addresses.slice(isSecure ? 0 : -1).slice(0, 1);
  }

  /** For an image that its address no longer gives and the page still shows. */
  private async drawn(): Promise<Acquired | undefined> {
    if (!this.origin.isShown) return undefined;
    const bytes = await drawInPage(this.origin, this.deps, this.signal);
    return bytes && { bytes, via: 'capture', url: this.origin.url };
  }

  /** Runs one step within its time limit. Keeps a SourceError, so that the next step can run. */
  private async attempt<T>(run: (http: HttpDeps) => Promise<T>): Promise<T | undefined> {
    const total = deadline(this.limits.totalMs, this.signal);
    try {
      return await run({ fetch: this.deps.fetch, limits: this.limits, total });
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      this.failures.push(error);
      return undefined;
    } finally {
      total.stop();
    }
  }

  private noteRefusal(permission: CookiePermission, pattern: string, host: string): void {
    if (permission === 'consent') this.missing ??= new ConsentNeeded();
    if (permission === 'ask') this.missing ??= new PermissionNeeded(pattern, host, true);
  }

  /** Frames without an address, such as `about:srcdoc`, send the Referer of the page. */
  private refererFor(url: string): string | undefined {
    const { frameUrl, pageUrl, referrerPolicy, isShown, referer } = this.origin;
    if (!isShown) return referer;
    return refererFor(/^https?:/i.test(frameUrl) ? frameUrl : pageUrl, url, referrerPolicy);
  }
}
