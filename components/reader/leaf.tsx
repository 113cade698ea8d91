import { useEffect, useState } from 'preact/hooks';
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
  const { url, isBroken } = useDecoded(wanted);
  const name = pageName(leaf, index, locale);
  const isEmpty = picture?.kind === 'none' || isBroken;
  const why = isBroken ? reader.unreadable : (reason?.sentence ?? reason?.short ?? reader.notRead);
  return (
    <div
      class="reader-leaf"
      data-kind={isBroken ? 'none' : picture?.kind}
      style={{ inlineSize: `${box.width}px`, blockSize: `${box.height}px` }}
    >
      {url && !isBroken && (
        <img class="reader-leaf__picture" src={url} alt={name} draggable={false} />
      )}
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
 * Keeps the picture that is shown until the next one can be drawn, so that nothing flashes.
 * @param wanted object URL
 */
function useDecoded(wanted: string | undefined): { url: string | undefined; isBroken: boolean } {
  const [state, setState] = useState<{ url: string | undefined; isBroken: boolean }>({
    url: undefined,
    isBroken: false,
  });
  useEffect(() => {
    let isCurrent = true;
    const show = (isBroken: boolean) => {
      if (isCurrent) setState({ url: wanted, isBroken });
    };
    if (wanted === undefined) show(false);
    else {
      const image = new Image();
      image.src = wanted;
      image.decode().then(
        () => show(false),
        () => show(true),
      );
    }
    return () => {
      isCurrent = false;
    };
  }, [wanted]);
  return state;
}
