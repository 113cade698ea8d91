import type { Target } from '@/lib/jimeng/model/tools';
import { Icon } from './icon';
import { useLocale } from './locale';
import './thumb.css';

/** Props of a row's picture. */
export interface ThumbProps {
  /** Object URL of the thumbnail, once there is one. */
  src: string | undefined;
  /** Size it is made in; undefined for a picture that was kept as it was. */
  target: Target | undefined;
  /** Whether something is being done to it now. */
  busy?: boolean;
}

/** The picture of a row with its size tag, or a quiet placeholder. */
export function Thumb({ src, target, busy = false }: ThumbProps) {
  const { job } = useLocale().messages;
  const size = target && job.target[target];
  return (
    <div class="thumb" data-busy={busy}>
      {src ? (
        // The name beside it says what it shows; to repeat it would only be noise.
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
