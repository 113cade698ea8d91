import { capture } from '../capture/capture';
import { isHtml } from '../find/dom';
import type { Canvases } from './canvases';
import { MAX_TOLD } from './collected';
import { bytesAt, contentKeyOf, type Keeper } from './keeper';
import type { Ledger, Picture } from './ledger';
import type { Reading } from './reading';

/** Largest file, the limit of lib/sources. */
const MAX_BYTES = 100 * 1024 * 1024;

/** Whether the address of a picture is no use outside its page, or there is none: its bytes are kept at once. */
export function needsBytes({ how, url }: Reading): boolean {
  if (url === undefined) return how === 'canvas' || how === 'svg';
  return /^blob:/i.test(url) || url.length > MAX_TOLD;
}

/** Reads the bytes of pictures that may soon be gone, and finds those that are equal. */
export class Bytes {
  private isStopped = false;

  constructor(
    private readonly ledger: Ledger,
    private readonly keeper: Keeper,
    private readonly canvases: Canvases,
  ) {}

  /** Keeps the bytes of a picture that an element shows now. Whatever goes wrong is noted at the picture. */
  async take(picture: Picture, element: Element): Promise<void> {
    const { url, shownWidth, shownHeight } = picture.best;
    picture.isPending = true;
    // Asked for at once: the page may revoke the address in its next step.
    const file = url === undefined ? undefined : await bytesAt(url, MAX_BYTES);
    if (file === 'large') return this.ledger.learn(picture, { captureFailure: 'full' });
    if (isHtml(element, 'canvas')) this.canvases.noteCaptured(element);
    const taken = file ?? (await capture(element, { url, shownWidth, shownHeight }));
    if (this.isStopped) return undefined;
    // Not drawn yet: told as soon as there is something to see.
    if (taken === 'blank') return undefined;
    if (typeof taken === 'string') return this.ledger.learn(picture, { captureFailure: taken });
    return this.keep(picture, taken);
  }

  stop(): void {
    this.isStopped = true;
  }

  private async keep(picture: Picture, bytes: Blob): Promise<void> {
    const contentKey = await contentKeyOf(bytes);
    if (this.isStopped) return;
    if (this.ledger.isKnown(contentKey, picture)) this.ledger.learn(picture, {}, contentKey);
    else {
      this.keeper.release(picture.captureKey);
      const captureKey = this.keeper.keep(bytes);
      this.ledger.learn(
        picture,
        captureKey ? { captureKey } : { captureFailure: 'full' },
        contentKey,
      );
    }
  }
}
