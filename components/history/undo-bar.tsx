import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { useLocale } from '../ui/locale';
import './undo-bar.css';

/** Props of the offer to undo. */
export interface UndoBarProps {
  /** Number of removed jobs. */
  count: number;
  onUndo: () => void;
}

/** Says that jobs were removed, while that can be undone. */
export function UndoBar({ count, onUndo }: UndoBarProps) {
  const { history } = useLocale().messages;
  return (
    <div class="undo-bar" role="status">
      <Icon name="remove" size={14} />
      <span>{history.removed(count)}</span>
      <Button look="soft" onClick={onUndo}>
        {history.undo}
      </Button>
    </div>
  );
}
