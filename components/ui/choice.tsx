import { useId } from 'preact/hooks';
import './target-switch.css';
import './choice.css';

/** Props of a segmented choice. */
export interface ChoiceProps<Value extends string | number> {
  /** Accessible name of the group. */
  label: string;
  /** In the order shown, each with its words. */
  options: readonly (readonly [value: Value, words: string])[];
  value: Value;
  onChange: (value: Value) => void;
}

/** A segmented choice: native radio buttons that look like one divided button. */
export function Choice<Value extends string | number>(props: ChoiceProps<Value>) {
  const { label, options, value, onChange } = props;
  const name = useId();
  return (
    <fieldset class="target-switch choice" aria-label={label}>
      {options.map(([each, words]) => (
        <label key={each} class="target-switch__option">
          <input
            type="radio"
            class="visually-hidden"
            name={name}
            value={each}
            checked={each === value}
            onChange={() => onChange(each)}
          />
          {words}
        </label>
      ))}
    </fieldset>
  );
}
