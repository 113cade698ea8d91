import { useId } from 'preact/hooks';
import type { Target } from '@/lib/jimeng/model/tools';
import type { UsualCosts } from '@/lib/jobs/rules/known-cost';
import { Icon } from './icon';
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

/** The size switch, 2K or 4K: native radio buttons that look like one divided button. */
export function TargetSwitch({ target, onChange, costs }: TargetSwitchProps) {
  const { messages, formats } = useLocale();
  const name = useId();
  const costOf = (each: Target) => {
    const cost = costs?.[each];
    return cost && messages.add.cost(cost.credits, formats.date(cost.at));
  };
  // Someone who recently ordered 4K has the membership.
  const isLocked = (each: Target) => each === '4k' && !costs?.[each];
  const hintOf = (each: Target) => (isLocked(each) ? messages.add.membership : costOf(each));
  return (
    <fieldset class="target-switch" aria-label={messages.add.target}>
      {TARGETS.map((each) => (
        <label key={each} class="target-switch__option" title={hintOf(each)}>
          <input
            type="radio"
            class="visually-hidden"
            name={name}
            value={each}
            checked={each === target}
            title={hintOf(each)}
            onChange={() => onChange(each)}
          />
          {messages.job.target[each]}
          {isLocked(each) && <Icon name="lock" size={9} />}
        </label>
      ))}
    </fieldset>
  );
}
