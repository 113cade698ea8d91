import './switch.css';

/** Props of a switch. */
export interface SwitchProps {
  isOn: boolean;
  /** Ids of the elements that name and explain it. */
  labelledBy: string;
  describedBy?: string | undefined;
  onChange: (isOn: boolean) => void;
}

/** A switch. Controlled: a refused permission leaves it unchanged. */
export function Switch({ isOn, labelledBy, describedBy, onChange }: SwitchProps) {
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={isOn}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onClick={() => onChange(!isOn)}
    />
  );
}
