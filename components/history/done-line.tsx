import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { useLocale } from '../ui/locale';
import './done-line.css';

/** Props of the line. */
export interface DoneLineProps {
  count: number;
  onCompare: () => void;
}

/** What the number on the toolbar button counted, with the way to its comparison. */
export function DoneLine({ count, onCompare }: DoneLineProps) {
  const { history, actions } = useLocale().messages;
  return (
    <p class="done-line">
      <Icon name="check" size={14} />
      <span>{history.justDone(count)}</span>
      <Button variant="soft" onClick={onCompare}>
        {actions.compare}
      </Button>
    </p>
  );
}
