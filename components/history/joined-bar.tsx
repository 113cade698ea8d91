import type { Target } from '@/lib/jimeng/model/tools';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { useLocale } from '../ui/locale';
import './undo-bar.css';

/** Props of the note about a click that made no new job. */
export interface JoinedBarProps {
  /** Target of the job that already has the image. */
  target: Target;
  onShow: () => void;
}

/** Says that the image is already being upscaled, and links to its job. */
export function JoinedBar({ target, onShow }: JoinedBarProps) {
  const { history, job } = useLocale().messages;
  return (
    <div class="undo-bar" role="status">
      <Icon name="clock" size={14} />
      <span>{history.joined(job.target[target])}</span>
      <Button look="soft" onClick={onShow}>
        {history.showJoined}
      </Button>
    </div>
  );
}
