import './slider.css';

/** Props of a slider. */
export interface SliderProps {
  /** 0..1; shown as 0 to 100. */
  value: number;
  labelledBy: string;
  describedBy?: string | undefined;
  onChange: (value: number) => void;
}

/** A slider from 0 to 100. */
export function Slider({ value, labelledBy, describedBy, onChange }: SliderProps) {
  const shown = Math.round(value * 100);
  return (
    <span class="slider">
      <input
        type="range"
        min={0}
        max={100}
        step={1}
        value={shown}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        onInput={({ currentTarget }) => onChange(Number(currentTarget.value) / 100)}
      />
      <output>{shown}</output>
    </span>
  );
}
