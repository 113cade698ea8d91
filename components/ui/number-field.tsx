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
}

/** Largest number that it takes. */
const LARGEST = 1_000_000;

/** A field for a whole number from 0, or for nothing. Anything else changes nothing. */
export function NumberField({ value, labelledBy, describedBy, onChange }: NumberFieldProps) {
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
      }}
      onBlur={() => {
        typed.current = undefined;
      }}
      onChange={({ currentTarget: field }) => {
        typed.current = undefined;
        const entered = field.value === '' ? undefined : Number(field.value);
        if (field.validity.badInput || !isAllowed(entered)) field.value = String(value ?? '');
        else onChange(entered);
      }}
    />
  );
}

function isAllowed(entered: number | undefined): boolean {
  if (entered === undefined) return true;
  return Number.isInteger(entered) && entered >= 0 && entered <= LARGEST;
}
