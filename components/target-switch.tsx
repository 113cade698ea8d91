import { useId } from 'preact/hooks';
import type { Target } from '@/lib/jimeng/tools';
import { useLocale } from './locale';
import './target-switch.css';

/** Sizes in the order shown. Written out, because components take only types from lib/jimeng. */
const TARGETS: readonly Target[] = ['2k', '4k'];

/** Props of the choice of size. */
export interface TargetSwitchProps {
  target: Target;
  onChange: (target: Target) => void;
}

/** Chooses 2K or 4K: native radio buttons that look like one divided button. */
export function TargetSwitch({ target, onChange }: TargetSwitchProps) {
  const { messages } = useLocale();
  const name = useId();
  return (
    <fieldset class="target-switch" aria-label={messages.add.target}>
      {TARGETS.map((each) => (
        <label key={each} class="target-switch__option">
          <input
            type="radio"
            class="visually-hidden"
            name={name}
            value={each}
            checked={each === target}
            onChange={() => onChange(each)}
          />
          {messages.job.target[each]}
        </label>
      ))}
    </fieldset>
  );
}
