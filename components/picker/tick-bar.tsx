import { NO_FILTER } from '@/lib/picker/filter';
import { Button } from '../ui/button';
import { useLocale } from '../ui/locale';
import type { PickerActions } from './actions';
import './tick-bar.css';

/** Props of the buttons that tick many at once. */
export interface TickBarProps {
  /** How many pictures are shown, and how many there are. */
  shown: number;
  all: number;
  onEvent: PickerActions['dispatch'];
}

/** All, none, invert; how many pictures there are, and how many of them are hidden. */
export function TickBar({ shown, all, onEvent }: TickBarProps) {
  const { messages, formats } = useLocale();
  const { ticks, filters, shown: counts } = messages.picker;
  const hidden = all - shown;
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
      <span class="picker-ticks__count">
        <span>{counts(formats.number(shown), formats.number(all))}</span>
        {hidden > 0 && (
          <>
            <span>{filters.hidden(hidden)}</span>
            <button
              type="button"
              class="picker-link"
              onClick={() => onEvent({ type: 'filtered', filter: NO_FILTER })}
            >
              {filters.showAll}
            </button>
          </>
        )}
      </span>
    </div>
  );
}
