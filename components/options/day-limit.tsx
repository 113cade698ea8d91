import { useId } from 'preact/hooks';
import { useLocale } from '../ui/locale';
import { NumberField } from '../ui/number-field';
import { OptionsRow } from './row';

/** Props of the setting. */
export interface DayLimitProps {
  /** Credits; 0 for no limit. */
  dayLimit: number;
  onChange: (dayLimit: number) => void;
}

/** The most credits that the orders of a day may cost. */
export function DayLimit({ dayLimit, onChange }: DayLimitProps) {
  const { tuning } = useLocale().messages.options;
  const id = useId();
  return (
    <OptionsRow
      title={tuning.dayLimit}
      titleId={id}
      hint={tuning.dayLimitHint}
      hintId={`${id}hint`}
    >
      <NumberField
        value={dayLimit === 0 ? undefined : dayLimit}
        labelledBy={id}
        describedBy={`${id}hint`}
        onChange={(limit) => onChange(limit ?? 0)}
      />
    </OptionsRow>
  );
}
