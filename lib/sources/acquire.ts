import { readDataUrl } from './data-url';
import { deadline, orAbort } from './deadline';
import { PermissionNeeded, SourceError, type SourceErrorCode } from './errors';
import {
  type Answer,
  fetchWithAccess,
  type HttpDeps,
  imageOf,
  isRefusal,
  request,
} from './http-image';
import { LIMITS, type Limits } from './limits';
import { looksLikePage } from './looks-like-page';
import type { FileOrigin, ImageOrigin, PageOrigin } from './origin';
import { refererFor } from './referer';

/** What the browser does for us. */
export interface SourceDeps {
  fetch: typeof fetch;
  /**
   * Reads an address with the rights of a frame. Undefined: that frame cannot read it (no
   * `activeTab`, CORS, gone). May throw SourceError if the host itself clearly said no.
   */
  readInPage(
    place: { tabId: number; frameId: number },
    url: string,
    signal?: AbortSignal,
  ): Promise<Blob | undefined>;
  /** Reads pixels that the finder keeps in a frame; undefined if they are gone. */
  readCaptured(
    place: { tabId: number; frameId: number },
    key: string,
    signal?: AbortSignal,
  ): Promise<Blob | undefined>;
  /** What the screen shows of the image now; undefined if its tab is not in front or out of reach. */
  readScreen(origin: PageOrigin): Promise<Blob | undefined>;
  /** Whether access to this match pattern is granted. */
  mayAccess(pattern: string): Promise<boolean>;
  /** Runs `run` while our requests to exactly `url` carry the Referer. */
  withReferer<T>(url: string, referer: string, run: () => Promise<T>): Promise<T>;
  /** The file a page of ours left for the background. */
  readInbox(key: string): Promise<Blob | undefined>;
  /** For tests. */
  limits?: Limits;
}

export interface Acquired {
  bytes: Blob;
  via: 'data' | 'page' | 'background' | 'inbox' | 'capture' | 'screen';
  /** Address the bytes came from; differs from the origin's where https was tried for http. */
  url?: string;
}

/**
 * Gets the bytes of what was clicked, by the cheapest and most private way that works:
 * `data:` is parsed, `blob:` is read in its page. For `http(s):` the background goes first where
 * access was granted before; else the page, then an anonymous request that CORS-open hosts answer.
 * The bytes are unchecked but for this: they are not obviously a page.
 * @throws PermissionNeeded if they can be had once one more site is allowed.
 * @throws SourceError; the signal's reason if that fired.
 */
export async function acquire(
  origin: ImageOrigin,
  deps: SourceDeps,
  signal?: AbortSignal,
): Promise<Acquired> {
  signal?.throwIfAborted();
  if (origin.kind === 'file') return fromInbox(origin, deps);
  switch (/^([a-z][a-z\d+.-]*):/i.exec(origin.url)?.[1]?.toLowerCase()) {
    case 'data':
      return { bytes: await readDataUrl(origin.url, deps.fetch), via: 'data' };
    case 'blob':
      return fromBlobUrl(origin, deps, signal);
    case 'http':
    case 'https':
      return new HttpLadder(origin, deps, signal).climb();
    case 'file':
      return fromDisk(origin, deps, signal);
    case 'capture':
      return kept(
        await deps.readCaptured(origin, origin.url.slice('capture:'.length), signal),
        'capture',
      );
    case 'screen':
      return kept(await deps.readScreen(origin), 'screen');
    default:
      throw new SourceError('source-unsupported');
  }
}

function kept(bytes: Blob | undefined, via: 'capture' | 'screen'): Acquired {
  if (!bytes) throw new SourceError('source-gone');
  return { bytes, via };
}

async function fromInbox({ blobKey }: FileOrigin, deps: SourceDeps): Promise<Acquired> {
  const bytes = await deps.readInbox(blobKey);
  if (!bytes) throw new SourceError('source-gone');
  return { bytes, via: 'inbox' };
}

async function fromBlobUrl(
  origin: PageOrigin,
  deps: SourceDeps,
  signal?: AbortSignal,
): Promise<Acquired> {
  const bytes = await readInPage(origin, origin.url, deps, signal);
  if (!bytes) throw new SourceError('source-gone');
  return { bytes, via: 'page', url: origin.url };
}

/** Works only where the person let the extension read local files. */
async function fromDisk(
  { url }: PageOrigin,
  deps: SourceDeps,
  signal?: AbortSignal,
): Promise<Acquired> {
  const allowed = await deps.mayAccess('file:///*');
  if (!allowed) throw new SourceError('source-unsupported');
  const total = deadline((deps.limits ?? LIMITS).totalMs, signal);
  try {
    const http = { fetch: deps.fetch, limits: deps.limits ?? LIMITS, total };
    const bytes = imageOf(await request(url, 'omit', http), '');
    return { bytes, via: 'background', url };
  } finally {
    total.stop();
  }
}

/** Reads in the clicked frame; a frame that never answers counts as one that cannot. */
async function readInPage(
  { tabId, frameId }: PageOrigin,
  url: string,
  deps: SourceDeps,
  signal?: AbortSignal,
): Promise<Blob | undefined> {
  const limit = deadline((deps.limits ?? LIMITS).totalMs, signal);
  try {
    return await orAbort(deps.readInPage({ tabId, frameId }, url, limit.signal), limit.signal);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof SourceError) throw error;
    return undefined;
  } finally {
    limit.stop();
  }
}

/** Answers that no further right would change. */
const FINAL: readonly SourceErrorCode[] = [
  'source-not-found',
  'source-host-error',
  'source-unsupported',
  'image-too-large',
];

const SILENCE: readonly SourceErrorCode[] = ['source-unreachable', 'source-timeout'];

/**
 * Whether host access could turn this answer into a picture: it lifts CORS, and allows cookies and
 * a Referer. It does not make a missing file appear or a broken host work.
 */
function accessMayHelp(answer: Answer): boolean {
  return answer.kind === 'unreadable' || isRefusal(answer);
}

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
class HttpLadder {
  private readonly limits: Limits;

  constructor(
    private readonly origin: PageOrigin,
    private readonly deps: SourceDeps,
    private readonly signal: AbortSignal | undefined,
  ) {
    this.limits = deps.limits ?? LIMITS;
  }

  async climb(): Promise<Acquired> {
    const candidates = await this.candidates();
    const granted = candidates.filter((candidate) => candidate.granted);
    const closed = candidates.filter((candidate) => !candidate.granted);
    const failures: SourceError[] = [];
    const acquired =
      (await this.withAccess(granted, failures)) ??
      (await this.inPage(failures)) ??
      (await this.withoutAccess(closed, failures));
    if (acquired) return acquired;
    // An answer says more than silence.
    const answered = failures.find(({ code }) => !SILENCE.includes(code));
    throw answered ?? failures[0] ?? new SourceError('source-unreachable', candidates[0]?.host);
  }

  private async candidates(): Promise<Candidate[]> {
    return Promise.all(
      secureFirst(this.origin.url).map(async (url) => {
        // Firefox knows no ports in match patterns; without one they cover every port.
        const pattern = `${url.protocol}//${url.hostname}/*`;
        const granted = await this.deps.mayAccess(pattern);
        return { url: url.href, host: url.hostname, pattern, granted };
      }),
    );
  }

  private async withAccess(
    candidates: Candidate[],
    failures: SourceError[],
  ): Promise<Acquired | undefined> {
    for (const { url } of candidates) {
      const bytes = await this.attempt(failures, (http) =>
        fetchWithAccess(url, this.refererFor(url), this.deps.withReferer, http),
      );
      if (bytes) return { bytes, via: 'background', url };
    }
    return undefined;
  }

  private async inPage(failures: SourceError[]): Promise<Acquired | undefined> {
    const { url } = this.origin;
    const bytes = await this.attempt(failures, () =>
      readInPage(this.origin, url, this.deps, this.signal),
    );
    if (!bytes) return undefined;
    // A page instead of the picture: another way may be answered better. Not so from its own host,
    // which has seen the page's cookies and Referer already.
    if (!this.isSameOrigin(url) && (await looksLikePage(bytes))) return undefined;
    return { bytes, via: 'page', url };
  }

  /**
   * One anonymous request each, which hosts answer that are open to everybody.
   * @throws PermissionNeeded if access would open a way that is still untried.
   */
  private async withoutAccess(
    candidates: Candidate[],
    failures: SourceError[],
  ): Promise<Acquired | undefined> {
    // What the page or an allowed host clearly said would not change by asking for more.
    const settled = failures.some(({ code }) => FINAL.includes(code));
    let toAsk: Candidate | undefined;
    for (const candidate of candidates) {
      const answer = await this.attempt(failures, (http) => request(candidate.url, 'omit', http));
      if (answer?.kind === 'image') {
        return { bytes: answer.bytes, via: 'background', url: candidate.url };
      }
      if (answer && accessMayHelp(answer)) toAsk ??= candidate;
      else if (answer) this.note(failures, answer, candidate);
    }
    if (toAsk && !settled) throw new PermissionNeeded(toAsk.pattern, toAsk.host);
    return undefined;
  }

  /** Runs one way within its time; a SourceError is kept and the next way gets its chance. */
  private async attempt<T>(
    failures: SourceError[],
    run: (http: HttpDeps) => Promise<T>,
  ): Promise<T | undefined> {
    const total = deadline(this.limits.totalMs, this.signal);
    try {
      return await run({ fetch: this.deps.fetch, limits: this.limits, total });
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      failures.push(error);
      return undefined;
    } finally {
      total.stop();
    }
  }

  private isSameOrigin(url: string): boolean {
    return URL.parse(url)?.origin === URL.parse(this.origin.frameUrl)?.origin;
  }

  private note(failures: SourceError[], answer: Answer, { host }: Candidate): void {
    try {
      imageOf(answer, host);
    } catch (error) {
      if (error instanceof SourceError) failures.push(error);
    }
  }

  /** Frames such as `about:srcdoc` send the Referer of the page around them. */
  private refererFor(url: string): string | undefined {
    const { frameUrl, pageUrl, referrerPolicy } = this.origin;
    return refererFor(/^https?:/i.test(frameUrl) ? frameUrl : pageUrl, url, referrerPolicy);
  }
}
