import { Button } from '../ui/button';
import { useLocale } from '../ui/locale';
import './queue-switch.css';

/** Props of the switch. */
export interface QueueSwitchProps {
  isPaused: boolean;
  onPause: (isPaused: boolean) => void;
}

/** Pauses everything, or lets it go on, and says that it is paused. */
export function QueueSwitch({ isPaused, onPause }: QueueSwitchProps) {
  const { batch: words } = useLocale().messages;
  return (
    <div class="queue-switch">
      <output>{isPaused && words.allPaused}</output>
      <Button variant={isPaused ? 'primary' : 'quiet'} onClick={() => onPause(!isPaused)}>
        {isPaused ? words.resumeAll : words.pauseAll}
      </Button>
    </div>
  );
}
