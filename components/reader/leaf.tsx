import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Size } from '@/lib/reader/page-size';
import { useLocale } from '../ui/locale';
import type { Leaf, LeafPicture } from './view';
import { pageName, type Reason } from './words';
import './leaf.css';

/** Props of a page. */
export interface ReaderLeafProps {
  leaf: Leaf;
  /** Place among the pages, from 0. */
  index: number;
  /** CSS px. */
  box: Size;
  /** Undefined until it was read. */
  picture: LeafPicture | undefined;
  /** Why it is not sharp. */
  reason: Reason | undefined;
  isOriginalShown: boolean;
}

/** A page in a box of fixed size: its result, its source with a mark that says why, or an empty frame. */
export function ReaderLeaf({
  leaf,
  index,
  box,
  picture,
  reason,
  isOriginalShown,
}: ReaderLeafProps) {
  const locale = useLocale();
  const { reader } = locale.messages;
  const wanted = (isOriginalShown ? picture?.original : undefined) ?? picture?.url;
  const name = pageName(leaf, index, locale);
  const frame = useRef<HTMLDivElement>(null);
  const isBroken = useDecoded(frame, leaf.isGone ? undefined : wanted, name);
  const isEmpty = leaf.isGone || picture?.kind === 'none' || isBroken;
  const why = isBroken ? reader.unreadable : (reason?.sentence ?? reason?.short ?? reader.notRead);
  return (
    <div
      class="reader-leaf"
      data-kind={isEmpty ? 'none' : picture?.kind}
      style={{ inlineSize: `${box.width}px`, blockSize: `${box.height}px` }}
    >
      <div ref={frame} class="reader-leaf__picture" hidden={isEmpty} />
      {isEmpty && (
        <div class="reader-leaf__empty" role="img" aria-label={`${name}. ${why}`}>
          <p>{why}</p>
        </div>
      )}
      {reason && !isEmpty && picture && (
        <p class="reader-leaf__mark">
          {picture.kind === 'result' ? reason.short : reader.original(reason.short)}
        </p>
      )}
    </div>
  );
}

/**
 * Puts a picture into a frame once it can be drawn. The one before stays until then, so that nothing flashes. It is the
 * very element that was decoded: another one would load its address again, which may be revoked by then.
 * @param wanted object URL; undefined empties the frame
 * @param name for who does not see it
 * @returns whether the browser cannot show it
 */
function useDecoded(
  frame: RefObject<HTMLDivElement | null>,
  wanted: string | undefined,
  name: string,
): boolean {
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (wanted === undefined) {
      setBroken(false);
      element?.replaceChildren();
      return;
    }
    const image = new Image();
    let isCurrent = true;
    const end = (hasFailed: boolean) => {
      if (!isCurrent) return;
      setBroken(hasFailed);
      if (!hasFailed) element?.replaceChildren(image);
    };
    image.alt = name;
    image.draggable = false;
    image.src = wanted;
    image.decode().then(
      () => end(false),
      () => end(true),
    );
    return () => {
      isCurrent = false;
      // Stops the loading: the address is about to be revoked.
      if (!image.isConnected) image.removeAttribute('src');
    };
  }, [wanted]);
  return isBroken;
}
