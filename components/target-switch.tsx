import { useId } from 'preact/hooks';
import type { Target } from '@/lib/jimeng/tools';
import type { UsualCosts } from '@/lib/jobs/known-cost';
import { useLocale } from './locale';
import './target-switch.css';

/** Sizes in the order shown. Written out, because components take only types from lib/jimeng. */
const TARGETS: readonly Target[] = ['2k', '4k'];

/** Props of the choice of size. */
export interface TargetSwitchProps {
  target: Target;
  onChange: (target: Target) => void;
  /** What orders usually cost lately, as far as that was seen. */
  costs?: UsualCosts | undefined;
}

/** Chooses 2K or 4K: native radio buttons that look like one divided button. */
export function TargetSwitch({ target, onChange, costs }: TargetSwitchProps) {
  const { messages, formats } = useLocale();
  const name = useId();
  const costOf = (each: Target) => {
    const cost = costs?.[each];
    return cost && messages.add.cost(cost.credits, formats.date(cost.at));
  };
  return (
    <fieldset class="target-switch" aria-label={messages.add.target}>
      {TARGETS.map((each) => (
        <label key={each} class="target-switch__option" title={costOf(each)}>
          <input
            type="radio"
            class="visually-hidden"
            name={name}
            value={each}
            checked={each === target}
            title={costOf(each)}
            onChange={() => onChange(each)}
          />
          {messages.job.target[each]}
        </label>
      ))}
    </fieldset>
  );
}
