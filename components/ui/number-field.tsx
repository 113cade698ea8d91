import { useRef } from 'preact/hooks';
import './number-field.css';

/** Props of a field for a whole number. */
export interface NumberFieldProps {
  /** Undefined for none. */
  value: number | undefined;
  /** Id of the element that names it. */
  labelledBy: string;
  describedBy?: string | undefined;
  /** Called when the person has entered a number, or emptied the field. */
  onChange: (value: number | undefined) => void;
  /** Called with each number on the way to it. */
  onTyping?: (value: number | undefined) => void;
}

/** Largest number that it takes. */
const LARGEST = 1_000_000;

/** A field for a whole number from 0, or for nothing. Anything else changes nothing. */
export function NumberField({
  value,
  labelledBy,
  describedBy,
  onChange,
  onTyping,
}: NumberFieldProps) {
  // Whoever draws the field again while a person types must not take away what was typed.
  const typed = useRef<string | undefined>(undefined);
  return (
    <input
      type="number"
      class="number-field"
      inputMode="numeric"
      min={0}
      max={LARGEST}
      step={1}
      value={typed.current ?? value ?? ''}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onInput={({ currentTarget: field }) => {
        typed.current = field.value;
        const entered = numberIn(field);
        if (entered !== 'none') onTyping?.(entered);
      }}
      onBlur={() => {
        typed.current = undefined;
      }}
      onChange={({ currentTarget: field }) => {
        typed.current = undefined;
        const entered = numberIn(field);
        if (entered === 'none') field.value = String(value ?? '');
        else onChange(entered);
      }}
    />
  );
}

/** The number in the field; undefined if it is empty, and `none` if it holds anything else. */
function numberIn({ value, validity }: HTMLInputElement): number | undefined | 'none' {
  if (validity.badInput) return 'none';
  if (value === '') return undefined;
  const entered = Number(value);
  const isAllowed = Number.isInteger(entered) && entered >= 0 && entered <= LARGEST;
  return isAllowed ? entered : 'none';
}
