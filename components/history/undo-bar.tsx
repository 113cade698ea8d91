/** The bar below the history: what just happened, with one button. */
import type { Target } from '@/lib/jimeng/model/tools';
import { Button } from '../ui/button';
import { Icon, type IconName } from '../ui/icon';
import { useLocale } from '../ui/locale';
import './bottom-bar.css';

/** Props of the offer to undo. */
export interface UndoBarProps {
  /** Jobs that were removed. */
  count: number;
  onUndo: () => void;
}

/** Says that jobs were removed, for as long as they can be restored. */
export function UndoBar({ count, onUndo }: UndoBarProps) {
  const { history } = useLocale().messages;
  return <Bar icon="remove" text={history.removed(count)} button={history.undo} onPress={onUndo} />;
}

/** Props of the note about a click that joined an earlier job. */
export interface JoinedBarProps {
  /** Target of that job. */
  target: Target;
  onShow: () => void;
}

/** Says that the image is being upscaled already, and leads to its job. */
export function JoinedBar({ target, onShow }: JoinedBarProps) {
  const { history, job } = useLocale().messages;
  const text = history.joined(job.target[target]);
  return <Bar icon="clock" text={text} button={history.showJoined} onPress={onShow} />;
}

/** Props of a bar. */
interface BarProps {
  icon: IconName;
  text: string;
  button: string;
  onPress: () => void;
}

function Bar({ icon, text, button, onPress }: BarProps) {
  return (
    <div class="bottom-bar" role="status">
      <Icon name={icon} size={14} />
      <span class="bottom-bar__words">{text}</span>
      <Button variant="soft" onClick={onPress}>
        {button}
      </Button>
    </div>
  );
}
