import { expect } from 'vitest';
import {
  ConsentNeeded,
  PermissionNeeded,
  SourceError,
  type SourceErrorCode,
} from '@/lib/sources/errors';
import type { PageOrigin } from '@/lib/sources/origin';
import type { Acquired, SourceDeps } from '@/lib/sources/source-deps';

/** An image on a page with its host, page and screen, for the tests of lib/sources. */

export const IMAGE = '\x89PNG picture';
export const HTTPS = 'https://cdn.test/i.png';
export const HTTP = 'http://cdn.test/i.png';

/** How the host of the image answers one request. */
export type Host =
  | number
  | 'image'
  | 'empty'
  | 'html'
  | 'down'
  | 'hang'
  | 'stall'
  | 'huge'
  | 'declared-huge';
type PageResult = 'image' | 'empty' | 'html' | 'unreadable' | 'throws' | 'hangs' | SourceErrorCode;

export interface Scene {
  url?: string;
  frameUrl?: string;
  referrerPolicy?: string;
  pageUrl?: string;
  /** Patterns with access. */
  granted?: string[];
  page?: PageResult;
  /** The page only names the address. */
  isNamed?: true;
  /** Hosts that the person allowed for the job. */
  allowed?: string[];
  /** What the page draws. */
  drawn?: Blob;
  consent?: false;
  /** What the host answers, by address, cookies and Referer. */
  host?: (request: { url: string; cookies: boolean; referer?: string }) => Host;
  inbox?: Blob;
  screen?: Blob;
}

interface Trace {
  requests: string[];
  pageReads: string[];
  drawn: string[];
  accessChecks: string[];
}

export function stage(scene: Scene): { origin: PageOrigin; deps: SourceDeps; trace: Trace } {
  const trace: Trace = { requests: [], pageReads: [], drawn: [], accessChecks: [] };
  let referer: string | undefined;
  const granted = scene.granted ?? [];
  const deps: SourceDeps = {
    limits: { headersMs: 100, totalMs: 300, maxBytes: 1000 },
    fetch: async (input, init) => {
      const url = String(input);
      if (/^data:/i.test(url)) return fetch(url);
      const cookies = init?.credentials === 'include';
      trace.requests.push(`${url}${cookies ? ' +cookies' : ''}${referer ? ` +${referer}` : ''}`);
      expect(init?.referrerPolicy).toBe('no-referrer');
      // A redirect would pass the cookies to the next host.
      expect(init?.redirect).toBe(cookies ? 'error' : 'follow');
      // Without access a request would name the extension, so none is sent.
      const open = granted.some((pattern) => url.startsWith(pattern.replace(/\*$/, '')));
      expect(open).toBe(true);
      const request = referer === undefined ? { url, cookies } : { url, cookies, referer };
      return answer(scene.host?.(request) ?? 'image', init?.signal);
    },
    hasConsent: async () => scene.consent ?? true,
    isServiceHost: (host) => host === 'service.test' || host.endsWith('.service.test'),
    drawInPage: async (_place, url) => {
      trace.drawn.push(url);
      return scene.drawn;
    },
    readInPage: async (place, { url, cookies }) => {
      expect(place).toEqual({ tabId: 7, frameId: 3, frameUrl: origin.frameUrl });
      trace.pageReads.push(`${url}${cookies ? ' +cookies' : ''}`);
      switch (scene.page ?? 'unreadable') {
        case 'image':
          return new Blob([IMAGE], { type: 'image/png' });
        case 'empty':
          return new Blob([]);
        case 'html':
          return new Blob(['<!doctype html>'], { type: 'text/html' });
        case 'unreadable':
          return undefined;
        case 'throws':
          throw new Error('No tab with id');
        case 'hangs':
          return new Promise(() => undefined);
        default:
          throw new SourceError(scene.page as SourceErrorCode, 'page.test');
      }
    },
    readCaptured: async (_place, key) => (key === 'kept' ? new Blob([IMAGE]) : undefined),
    readScreen: async () => scene.screen,
    mayAccess: async (pattern) => {
      trace.accessChecks.push(pattern);
      return granted.includes(pattern);
    },
    withReferer: async (url, value, run) => {
      expect(url).toMatch(/^https?:/);
      referer = value;
      try {
        return await run();
      } finally {
        referer = undefined;
      }
    },
    readInbox: async () => scene.inbox,
  };
  const origin: PageOrigin = {
    kind: 'page',
    url: scene.url ?? HTTPS,
    pageUrl: scene.pageUrl ?? 'https://page.test/article#top',
    pageTitle: 'Article',
    tabId: 7,
    frameId: 3,
    frameUrl: scene.frameUrl ?? 'https://page.test/frame?x=1#y',
    ...(!scene.isNamed && { isShown: true }),
    ...(scene.allowed && { allowedHosts: scene.allowed }),
    ...(scene.referrerPolicy && { referrerPolicy: scene.referrerPolicy }),
  };
  return { origin, deps, trace };
}

async function answer(host: Host, signal?: AbortSignal | null): Promise<Response> {
  const body = (start: (controller: ReadableStreamDefaultController) => void) =>
    new Response(
      new ReadableStream({
        start(controller) {
          start(controller);
          signal?.addEventListener('abort', () => controller.error(signal.reason));
        },
      }),
      { headers: { 'content-type': 'image/png' } },
    );
  switch (host) {
    case 'image':
      return new Response(IMAGE, { headers: { 'content-type': 'image/png' } });
    case 'empty':
      return new Response('', { headers: { 'content-type': 'image/png' } });
    case 'html':
      return new Response('<html>Sign in</html>', { headers: { 'content-type': 'text/html' } });
    case 'down':
      throw new TypeError('Failed to fetch');
    case 'hang':
      return new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
      });
    case 'stall':
      return body((controller) => controller.enqueue(new Uint8Array(10)));
    case 'huge':
      return body((controller) => {
        controller.enqueue(new Uint8Array(600));
        controller.enqueue(new Uint8Array(600));
      });
    case 'declared-huge':
      return new Response(IMAGE, { headers: { 'content-length': '1001' } });
    default:
      return new Response('<html></html>', { status: host });
  }
}

/** `via url`, an error code, or the pattern to request. */
export async function outcome(run: Promise<Acquired>): Promise<string> {
  try {
    const { via, url } = await run;
    return url === undefined ? via : `${via} ${url}`;
  } catch (error) {
    if (error instanceof ConsentNeeded) return 'consent';
    if (error instanceof PermissionNeeded) {
      const { pattern, host, isForCookies } = error;
      return `ask ${isForCookies ? 'cookies ' : ''}${pattern} (${host})`;
    }
    if (error instanceof SourceError) return error.code;
    throw error;
  }
}

export const CDN = ['https://cdn.test/*'];
export const BOTH = ['https://cdn.test/*', 'http://cdn.test/*'];
export const REFERER = 'https://page.test/';

/** A host that requires cookies, the Referer of the page, or both. */
export const wants =
  (need: { cookies?: boolean; referer?: string }, otherwise: Host): NonNullable<Scene['host']> =>
  ({ cookies, referer }) =>
    (!need.cookies || cookies) && (!need.referer || referer === need.referer) ? 'image' : otherwise;
