import type { Picture } from '@/lib/picker/picture';
import { Icon } from '../ui/icon';
import { useLocale } from '../ui/locale';
import { fileWords, originalWords, pastWords, sizeWords } from './words';
import './tile.css';

/** Props of a tile. */
export interface TileProps {
  picture: Picture;
  /** Address of its thumbnail, once there is one. */
  thumb: string | undefined;
  isTicked: boolean;
  /** Whether the rubber band touches it. */
  isInBand: boolean;
  /** Whether Tab leads to it. */
  isTabStop: boolean;
  /** Position among the shown pictures, from 0, and their number. */
  at: number;
  total: number;
  /** px from the top left corner of the grid, and its size. */
  box: { left: number; top: number; width: number; height: number };
}

/** One picture with its size and its tick. The grid handles clicks and keys. */
export function Tile(props: TileProps) {
  const { picture, thumb, box } = props;
  const locale = useLocale();
  const { tile } = locale.messages.picker;
  const original = originalWords(picture, locale);
  const past = pastWords(picture, locale);
  return (
    // Its words are its accessible name; the spaces between them count, although they do not show.
    <div
      class="picker-tile"
      role="option"
      aria-selected={props.isTicked}
      aria-disabled={!picture.isReadable}
      aria-setsize={props.total}
      aria-posinset={props.at + 1}
      tabIndex={props.isTabStop ? 0 : -1}
      data-id={picture.id}
      data-band={props.isInBand}
      data-gone={picture.isGone}
      style={{
        insetInlineStart: `${box.left}px`,
        insetBlockStart: `${box.top}px`,
        inlineSize: `${box.width}px`,
        blockSize: `${box.height}px`,
      }}
    >
      <span class="picker-tile__picture">
        {thumb ? (
          <img src={thumb} alt="" decoding="async" draggable={false} />
        ) : (
          <Icon name="image" size={28} />
        )}
        {picture.doneIn.length > 0 && (
          <span class="picker-tile__done" aria-hidden="true" title={past.join(', ')}>
            {picture.doneIn.map((target) => locale.messages.job.target[target]).join(' ')}
          </span>
        )}
      </span>
      {picture.isReadable && (
        <span class="picker-tile__tick">
          <Icon name="check" size={14} />
        </span>
      )}
      <span class="visually-hidden">{picture.alt || tile.unnamed},</span>{' '}
      <span class="picker-tile__size" data-known={picture.size !== undefined}>
        {sizeWords(picture, locale)}
      </span>{' '}
      <span class="picker-tile__facts">{fileWords(picture, locale)}</span>{' '}
      {!picture.isReadable && <span class="picker-tile__facts">{tile.unreadable}</span>}{' '}
      {original && <span class="picker-tile__facts">{original}</span>}{' '}
      {past.length > 0 && <span class="visually-hidden">{past.join(', ')}</span>}
    </div>
  );
}
