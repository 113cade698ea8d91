import { useId, useState } from 'preact/hooks';
import { type Job, UPSCALERS, type Upscaler } from '@/lib/jobs/model/job';
import { Button } from '../ui/button';
import { useLocale } from '../ui/locale';
import { TargetSwitch } from '../ui/target-switch';
import type { AgainOptions } from './actions';
import { ComparePart } from './part';
import './again.css';

/** Props of "Upscale again". */
export interface CompareAgainProps {
  job: Job;
  /** Cost of the last such order, credits; undefined if unknown. */
  costOf: (options: AgainOptions) => number | undefined;
  /** Absent when the source is no longer available. */
  onAgain?: ((options: AgainOptions) => void) | undefined;
  /** Whether the page was opened to show this part. */
  isAsked?: boolean | undefined;
}

/** "Upscale again": the same image with other options. */
export function CompareAgain({ job, costOf, onAgain, isAsked }: CompareAgainProps) {
  const { messages } = useLocale();
  const { again } = messages.compare;
  const id = useId();
  const [options, setOptions] = useState<AgainOptions>({
    target: job.options.target === '2k' ? '4k' : '2k',
    upscaler: job.options.upscaler,
  });
  const cost = costOf(options);
  if (!onAgain) {
    return (
      <ComparePart title={again.title} isFolded isAsked={isAsked}>
        <p>{again.impossible}</p>
      </ComparePart>
    );
  }
  return (
    <ComparePart title={again.title} isFolded isAsked={isAsked}>
      <p class="compare-again__words">{again.hint}</p>
      <div class="compare-again__row">
        <span>{messages.options.upscaling.size}</span>
        <TargetSwitch
          target={options.target}
          onChange={(target) => setOptions({ ...options, target })}
        />
      </div>
      <div class="compare-again__row">
        <label for={id}>{messages.options.upscaling.upscaler}</label>
        <select
          id={id}
          class="compare-again__select"
          value={options.upscaler}
          onChange={({ currentTarget }) =>
            setOptions({ ...options, upscaler: currentTarget.value as Upscaler })
          }
        >
          {UPSCALERS.map((each) => (
            <option key={each} value={each}>
              {messages.options.upscalers[each].name}
            </option>
          ))}
        </select>
      </div>
      <p class="compare-again__words">
        {cost === undefined && again.costUnknown}
        {cost === 0 && again.free}
        {cost !== undefined && cost > 0 && again.costs(cost)}
      </p>
      <div>
        <Button variant="soft" onClick={() => onAgain(options)}>
          {messages.actions.upscaleAgain}
        </Button>
      </div>
    </ComparePart>
  );
}
