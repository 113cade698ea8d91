import { TARGETS, type Target } from '@/lib/jimeng/model/tools';
import type { UsualCosts } from '@/lib/jobs/rules/known-cost';
import { Icon } from './icon';
import { useLocale } from './locale';
import { Segmented } from './segmented';

/** Props of the choice of size. */
export interface TargetSwitchProps {
  target: Target;
  onChange: (target: Target) => void;
  /** What recent orders cost, where known. */
  costs?: UsualCosts | undefined;
}

/** Chooses 2K or 4K. */
export function TargetSwitch({ target, onChange, costs }: TargetSwitchProps) {
  const { messages, formats } = useLocale();
  // 4K may need a membership. An account that ordered 4K lately has one.
  const isLocked = (each: Target) => each === '4k' && !costs?.[each];
  const costOf = (each: Target) => {
    const cost = costs?.[each];
    return cost && messages.add.cost(cost.credits, formats.date(cost.at));
  };
  const options = TARGETS.map((each) => ({
    value: each,
    label: (
      <>
        {messages.job.target[each]}
        {isLocked(each) && <Icon name="lock" size={9} />}
      </>
    ),
    hint: isLocked(each) ? messages.add.membership : costOf(each),
  }));
  return (
    <Segmented
      label={messages.add.target}
      options={options}
      value={target}
      onChange={onChange}
      isFixed
    />
  );
}
