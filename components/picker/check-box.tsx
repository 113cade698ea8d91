import './check-box.css';

/** Props of a labelled check box. */
export interface CheckBoxProps {
  label: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

/** A check box with its label beside it. */
export function CheckBox({ label, isOn, onChange }: CheckBoxProps) {
  return (
    <label class="check-box">
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      {label}
    </label>
  );
}
