import type { Target } from '@/lib/jimeng/model/tools';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { useLocale } from '../ui/locale';
import './undo-bar.css';

/** Props of the note about a click that became no row of its own. */
export interface JoinedBarProps {
  /** What the row that has the picture becomes. */
  target: Target;
  onShow: () => void;
}

/** Says that a picture is on its way already, and leads to its row. */
export function JoinedBar({ target, onShow }: JoinedBarProps) {
  const { history, job } = useLocale().messages;
  return (
    <div class="undo-bar" role="status">
      <Icon name="clock" size={14} />
      <span>{history.joined(job.target[target])}</span>
      <Button variant="soft" onClick={onShow}>
        {history.showJoined}
      </Button>
    </div>
  );
}
