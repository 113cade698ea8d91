import { useLocale } from './locale';
import './progress.css';

/** Props of a progress bar. */
export interface ProgressProps {
  /** From 0 to 1. */
  value: number;
  /** Accessible name. */
  label: string;
  /** The current stage, read out with the number. */
  text: string;
}

/** A thin progress bar. */
export function Progress({ value, label, text }: ProgressProps) {
  const { formats } = useLocale();
  const percent = Math.round(value * 100);
  return (
    <div
      class="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={`${text}, ${formats.percent(value)}`}
    >
      <div class="progress__fill" style={{ inlineSize: `${(value * 100).toFixed(1)}%` }} />
    </div>
  );
}
