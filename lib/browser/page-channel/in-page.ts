/**
 * Functions for the main world of the service's page, where its own code has replaced `fetch`. They use nothing
 * from outside their bodies. Other scripts share that world, so `answer.ts` validates what they return.
 */

/** What the page's `fetch` is now. */
export interface PageState {
  /** Whether the document is of the service. */
  isSite: boolean;
  /** Whether a script has replaced `fetch`. It may be another script than the one that signs. */
  isPatched: boolean;
  /** Whether the service's signing code has announced itself. Not every build of it does. */
  hasSigner: boolean;
}

/** Injected. Reads the state of the page. */
export function stateOfPage(origin: string): PageState {
  const text = Function.prototype.toString.call(window.fetch);
  return {
    isSite: location.origin === origin,
    // A bound function is native code as well, but has no name.
    isPatched: !/^function fetch\(\)\s*\{\s*\[native code\]\s*\}$/.test(text),
    hasSigner: 'byted_acrawler' in window,
  };
}

/** A request, and the limits of its answer. */
export interface InPageRequest {
  /** Origin of the page. On another one nothing is sent. */
  origin: string;
  url: string;
  headers: Record<string, string>;
  body: string;
  /** Of the same origin. Default: the address of the page. */
  referrer?: string;
  limitMs: number;
  /** Longest answer, UTF-16 units; a longer one is cut off. */
  maxLength: number;
  /** Query parameters that the page's code adds when it signs. */
  signatures: string[];
}

/** Injected. Sends one request with the page's own `fetch`, once. */
export async function sendFromPage(request: InPageRequest) {
  const { origin, url, headers, body, referrer, limitMs, maxLength, signatures } = request;
  const text = Function.prototype.toString.call(window.fetch);
  const isNative = /^function fetch\(\)\s*\{\s*\[native code\]\s*\}$/.test(text);
  // The page has navigated or reloaded since it was ready: its code would not sign this.
  if (location.origin !== origin || isNative) return { outcome: 'not-sent' };
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), limitMs);
  try {
    const response = await window.fetch(url, {
      method: 'POST',
      headers,
      body,
      credentials: 'include',
      redirect: 'manual',
      signal: controller.signal,
      ...(referrer && { referrer }),
    });
    const answer = await response.text();
    const sent = URL.parse(response.url);
    return {
      outcome: 'answered',
      status: response.status,
      text: answer.slice(0, maxLength),
      // Without its query: that holds the signature.
      url: sent ? sent.origin + sent.pathname : '',
      isSigned: signatures.some((name) => Boolean(sent?.searchParams.get(name))),
      date: response.headers.get('date') ?? '',
      age: response.headers.get('age') ?? '',
      retryAfter: response.headers.get('retry-after') ?? '',
    };
  } catch {
    return { outcome: controller.signal.aborted ? 'timeout' : 'network' };
  } finally {
    clearTimeout(timer);
  }
}
