import { useId } from 'preact/hooks';
import { Switch } from '../ui/switch';
import { OptionsRow } from './row';

/** Props of a setting that is on or off. */
export interface OptionsSwitchProps {
  title: string;
  hint?: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

/** A setting that is on or off. */
export function OptionsSwitch({ title, hint, isOn, onChange }: OptionsSwitchProps) {
  const id = useId();
  return (
    <OptionsRow title={title} titleId={id} {...(hint && { hint, hintId: `${id}hint` })}>
      <Switch
        isOn={isOn}
        labelledBy={id}
        {...(hint && { describedBy: `${id}hint` })}
        onChange={onChange}
      />
    </OptionsRow>
  );
}
