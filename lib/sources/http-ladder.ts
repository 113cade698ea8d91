import { type CookieLeave, cookieLeave, isOutOfReach } from './cookie-leave';
import { deadline } from './deadline';
import { ConsentNeeded, PermissionNeeded, SourceError, type SourceErrorCode } from './errors';
import { fetchWithAccess, type HttpDeps, imageOf, isRefusal } from './http-image';
import { drawInPage, readInPage } from './in-page';
import { LIMITS, type Limits } from './limits';
import { looksLikePage } from './looks-like-page';
import type { PageOrigin } from './origin';
import { refererFor } from './referer';
import type { Acquired, SourceDeps } from './source-deps';

/** Answers that no further permission would change. */
const FINAL: readonly SourceErrorCode[] = [
  'source-not-found',
  'source-host-error',
  'source-timeout',
  'source-unsupported',
  'source-private',
  'image-too-large',
];

const SILENCE: readonly SourceErrorCode[] = ['source-unreachable', 'source-timeout'];

/**
 * The addresses to try for one image, best first: https before http. An address with a port, a bare
 * IP address or `localhost` says what it means and is left alone.
 */
function secureFirst(address: string): URL[] {
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

/** An address to try, and whether we have access to its host. */
interface Candidate {
  url: string;
  host: string;
  pattern: string;
  granted: boolean;
}

/** The steps for one `http(s):` image. */
export class HttpLadder {
  private readonly limits: Limits;
  private readonly failures: SourceError[] = [];
  /** What the host may have required and did not get. */
  private lacks: PermissionNeeded | ConsentNeeded | undefined;

  constructor(
    private readonly origin: PageOrigin,
    private readonly deps: SourceDeps,
    private readonly signal: AbortSignal | undefined,
  ) {
    this.limits = deps.limits ?? LIMITS;
  }

  async climb(): Promise<Acquired> {
    const candidates = await this.candidates();
    const [first] = candidates;
    if (isOutOfReach(this.origin)) throw new SourceError('source-private', first?.host);
    const acquired = (await this.withAccess(candidates)) ?? (await this.inPage(candidates));
    if (acquired) return acquired;
    const codes = this.failures.map(({ code }) => code);
    if (codes.includes('source-not-found')) {
      const drawn = await this.drawn();
      if (drawn) return drawn;
    }
    // A clear answer of the page or an allowed host would not change with more permissions.
    if (!codes.some((code) => FINAL.includes(code))) this.askForMore(candidates);
    // Prefers an answer over silence.
    const answered = this.failures.find(({ code }) => !SILENCE.includes(code));
    throw answered ?? this.failures[0] ?? new SourceError('source-unreachable', first?.host);
  }

  /** @throws PermissionNeeded, ConsentNeeded if that would open an untried way. */
  private askForMore(candidates: Candidate[]): void {
    if (this.lacks) throw this.lacks;
    const closed = candidates.find(({ granted }) => !granted);
    if (closed) throw new PermissionNeeded(closed.pattern, closed.host);
  }

  private async candidates(): Promise<Candidate[]> {
    return Promise.all(
      secureFirst(this.origin.url).map(async (url) => {
        // Firefox has no ports in match patterns; without one they cover every port.
        const pattern = `${url.protocol}//${url.hostname}/*`;
        const granted = await this.deps.mayAccess(pattern);
        return { url: url.href, host: url.hostname, pattern, granted };
      }),
    );
  }

  /** Our own requests. Without access to the host they would carry this extension's id as Origin. */
  private async withAccess(candidates: Candidate[]): Promise<Acquired | undefined> {
    for (const { url, host, pattern, granted } of candidates) {
      if (!granted) continue;
      const leave = await cookieLeave(url, this.origin, this.deps);
      const allowed = { referer: this.refererFor(url), cookies: leave === 'yes' };
      const bytes = await this.attempt(async (http) => {
        const answer = await fetchWithAccess(url, allowed, this.deps.withReferer, http);
        if (isRefusal(answer)) this.note(leave, pattern, host);
        return imageOf(answer, host);
      });
      if (bytes) return { bytes, via: 'background', url };
    }
    return undefined;
  }

  private async inPage(candidates: Candidate[]): Promise<Acquired | undefined> {
    // The page would be redirected to the same private address, and the browser would request it for the page.
    if (this.failures.some(({ code }) => code === 'source-private')) return undefined;
    for (const { url } of this.readableInPage(candidates)) {
      const isOwn = URL.parse(url)?.origin === URL.parse(this.origin.frameUrl)?.origin;
      const leave = isOwn ? await cookieLeave(url, this.origin, this.deps) : 'no';
      const cookies = leave === 'yes';
      const bytes = await this.attempt(() =>
        readInPage(this.origin, { url, cookies }, this.deps, this.signal),
      );
      // A page instead of the image: another way may get a better answer. Not from its own host,
      // which has seen the page's cookies and Referer already.
      if (bytes && (cookies || !(await looksLikePage(bytes)))) return { bytes, via: 'page', url };
      if (leave === 'consent') this.lacks ??= new ConsentNeeded();
    }
    return undefined;
  }

  /** A secure page must not fetch insecure addresses: the browser itself shows such images over https. */
  private readableInPage(candidates: Candidate[]): Candidate[] {
    const isSecure = /^https:/i.test(this.origin.frameUrl);
    return candidates.slice(isSecure ? 0 : -1).slice(0, 1);
  }

  /** The host no longer has it, but the page still shows it. */
  private async drawn(): Promise<Acquired | undefined> {
    if (!this.origin.isShown) return undefined;
    const bytes = await drawInPage(this.origin, this.deps, this.signal);
    return bytes && { bytes, via: 'capture', url: this.origin.url };
  }

  /** Runs one way within its time limit; records a SourceError so that the next way can run. */
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

  private note(leave: CookieLeave, pattern: string, host: string): void {
    if (leave === 'consent') this.lacks ??= new ConsentNeeded();
    if (leave === 'ask') this.lacks ??= new PermissionNeeded(pattern, host, true);
  }

  /** Frames such as `about:srcdoc` send the Referer of the page around them. */
  private refererFor(url: string): string | undefined {
    const { frameUrl, pageUrl, referrerPolicy, isShown } = this.origin;
    if (!isShown) return undefined;
    return refererFor(/^https?:/i.test(frameUrl) ? frameUrl : pageUrl, url, referrerPolicy);
  }
}
