import { STARTS, type Start } from '@/lib/picker/ticks';
import { Button } from '../ui/button';
import { useLocale } from '../ui/locale';
import { Select } from '../ui/select';
import type { PickerActions } from './actions';
import './tick-bar.css';

/** Props of the buttons that tick many at once. */
export interface TickBarProps {
  start: Start;
  /** How many pictures are shown, and how many there are. */
  shown: number;
  all: number;
  onEvent: PickerActions['dispatch'];
}

/** All, none, invert; what is ticked at first; and how many pictures there are. */
export function TickBar({ start, shown, all, onEvent }: TickBarProps) {
  const { messages, formats } = useLocale();
  const { ticks, shown: counts } = messages.picker;
  return (
    <div class="picker-ticks">
      <fieldset class="picker-ticks__buttons" aria-label={ticks.title}>
        <Button variant="quiet" onClick={() => onEvent({ type: 'all-ticked' })}>
          {ticks.all}
        </Button>
        <Button variant="quiet" onClick={() => onEvent({ type: 'none-ticked' })}>
          {ticks.none}
        </Button>
        <Button variant="quiet" onClick={() => onEvent({ type: 'inverted' })}>
          {ticks.invert}
        </Button>
      </fieldset>
      <span class="picker-ticks__start">
        <span aria-hidden="true">{ticks.start}</span>
        <Select
          label={ticks.start}
          options={STARTS.map((value) => ({ value, label: ticks.starts[value] }))}
          value={start}
          onChange={(chosen) => onEvent({ type: 'start-chosen', start: chosen })}
        />
      </span>
      <span class="picker-ticks__count">{counts(formats.number(shown), formats.number(all))}</span>
    </div>
  );
}
