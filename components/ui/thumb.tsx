import type { Target } from '@/lib/jimeng/model/tools';
import { Icon } from './icon';
import { useLocale } from './locale';
import './thumb.css';

/** Props of a thumbnail. */
export interface ThumbProps {
  /** Object URL of the thumbnail, once there is one. */
  src: string | undefined;
  /** Target size; undefined for an original that was kept. */
  target: Target | undefined;
  /** Whether the job is running. */
  busy?: boolean;
}

/** The thumbnail of a row with its size tag, or a placeholder. */
export function Thumb({ src, target, busy = false }: ThumbProps) {
  const { job } = useLocale().messages;
  const size = target && job.target[target];
  return (
    <div class="thumb" data-busy={busy}>
      {src ? (
        // Decorative: the name beside it says what it shows.
        <img class="thumb__image" src={src} alt="" decoding="async" draggable={false} />
      ) : (
        <span class="thumb__empty">
          <Icon name="image" size={24} />
        </span>
      )}
      {size && (
        <span class="thumb__tag">
          <span aria-hidden="true">{size}</span>
          <span class="visually-hidden">{job.thumbnail(size)}</span>
        </span>
      )}
    </div>
  );
}
