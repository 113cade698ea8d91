import { isCanvasNoisy } from '../find/canvas-probe';
import { isHtml } from '../find/dom';
import { openShadowOf } from '../find/pointer';
import type { PageCollector, SmallPicture } from './collected';
import { bytesAt } from './keeper';
import type { Picture } from './ledger';
import type { ScrollPace } from './scroller';
import { Session } from './session';
import { smallFromBytes, smallFromElement } from './thumbnail';

export const COLLECTOR_VERSION = 1;

/** Without a question for so long, the picker is gone, ms. */
const LEASE_MS = 10 * 60_000;
/** Largest file of which a small picture is made from its address, bytes. */
const MAX_BYTES = 50 * 1024 * 1024;

export interface CollectorOptions {
  /** Paces of "scroll for me", ms; see scroller.ts. */
  scroller?: ScrollPace;
}

/** @param onEnd called when the picker has gone */
export function createPageCollector(
  onEnd: () => void,
  { scroller }: CollectorOptions = {},
): PageCollector {
  let session: Session | undefined;
  let lease: ReturnType<typeof setTimeout> | undefined;
  /** Hosts that do not let this page read their files. */
  const closed = new Set<string>();

  function end(): void {
    clearTimeout(lease);
    session?.stop();
    session = undefined;
    onEnd();
  }

  const pictureOf = (asked: string, id: string): Picture | undefined =>
    session?.id === asked ? session.ledger.of(id) : undefined;

  async function small(picture: Picture): Promise<SmallPicture | undefined> {
    if (isCanvasNoisy()) return undefined;
    const kept = session?.keeper.of(picture.captureKey);
    if (kept) return smallFromBytes(kept);
    for (const element of picture.nodes.keys()) {
      if (isHtml(element, 'img') && element.currentSrc !== picture.best.url) continue;
      const drawn = smallFromElement(element);
      if (drawn) return { ...drawn, ...sizeOnTheWay(picture.best.url) };
    }
    if (picture.best.how === 'svg') {
      const key = await session?.capture(picture);
      const drawing = session?.keeper.of(key);
      return drawing && smallFromBytes(drawing);
    }
    return fromAddress(picture);
  }

  /** Through the page's own right to read, from its cache where possible. */
  async function fromAddress({ best: { url, how } }: Picture): Promise<SmallPicture | undefined> {
    const host = URL.parse(url ?? '')?.origin;
    if (!url || !host || closed.has(host)) return undefined;
    const isMerelyNamed = how === 'lazy' || how === 'link';
    const bytes = await bytesAt(url, MAX_BYTES, {
      cache: 'force-cache',
      credentials: isMerelyNamed ? 'omit' : 'same-origin',
    });
    if (bytes === undefined && /^https?:/.test(host)) closed.add(host);
    return bytes instanceof Blob ? smallFromBytes(bytes) : undefined;
  }

  return {
    version: COLLECTOR_VERSION,

    update(request) {
      if (session?.id !== request.session) {
        // Without a session nobody took over: the first question did not get through.
        if (session && !request.isFirst) return 'replaced';
        session?.stop();
        session = new Session(request.session, openShadowOf, scroller);
      }
      clearTimeout(lease);
      lease = setTimeout(end, LEASE_MS);
      return session.update(request);
    },

    scroll(asked, isOn) {
      if (session?.id !== asked) return;
      if (isOn) session.scroller.start();
      else session.scroller.stop();
    },

    async thumbnail(asked, id) {
      const picture = pictureOf(asked, id);
      if (!picture) return null;
      const made = await small(picture);
      if (!made) return null;
      const { width, height } = made;
      if (picture.best.width === 0) session?.ledger.learn(picture, { measured: { width, height } });
      return made;
    },

    async capture(asked, id) {
      const picture = pictureOf(asked, id);
      return (picture && (await session?.capture(picture))) ?? null;
    },

    stop(asked) {
      if (session?.id === asked) end();
    },
  };
}

/** What the browser tells of a file that the page has loaded. */
function sizeOnTheWay(url: string | undefined): { bytes?: number } {
  const entries = url ? performance.getEntriesByName(url, 'resource') : [];
  const sizes = entries.map((entry) => (entry as PerformanceResourceTiming).encodedBodySize);
  const bytes = Math.max(0, ...sizes);
  return bytes > 0 ? { bytes } : {};
}
