import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './segmented.css';

/** One of the options. */
export interface Segment<Value extends string | number> {
  value: Value;
  /** What stands on it. Text in it is its accessible name. */
  label: ComponentChildren;
  /** Tooltip. */
  hint?: string | undefined;
}

/** Props of a segmented control. */
export interface SegmentedProps<Value extends string | number> {
  /** Accessible name of the group. */
  label: string;
  /** In the order shown. */
  options: readonly Segment<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  /** Whether it stays on one line at its full width. Default no: long labels wrap. */
  isFixed?: boolean;
}

/** Chooses one of a few options: native radio buttons styled as a segmented control. */
export function Segmented<Value extends string | number>(props: SegmentedProps<Value>) {
  const { label, options, value, onChange, isFixed = false } = props;
  const name = useId();
  return (
    <fieldset class="segmented" data-fixed={isFixed} aria-label={label}>
      {options.map((each) => (
        <label key={each.value} class="segmented__option" title={each.hint}>
          <input
            type="radio"
            class="visually-hidden"
            name={name}
            value={each.value}
            checked={each.value === value}
            title={each.hint}
            onChange={() => onChange(each.value)}
          />
          {each.label}
        </label>
      ))}
    </fieldset>
  );
}

/** Options that show a text each, in the order of the values. */
export function segments<const Value extends string | number>(
  values: readonly Value[],
  labels: Readonly<Record<NoInfer<Value>, string>>,
): Segment<Value>[] {
  return values.map((value) => ({ value, label: labels[value] }));
}
