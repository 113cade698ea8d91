import { useId, useState } from 'preact/hooks';
import type { Job, Upscaler } from '@/lib/jobs/model/job';
import { siteOf, upscalersOf } from '@/lib/jobs/model/site';
import { Button } from '../ui/button';
import { useLocale } from '../ui/locale';
import { TargetSwitch } from '../ui/target-switch';
import type { UpscaleAgainOptions } from './actions';
import { ComparePart } from './part';
import './upscale-again.css';

/** Props of the form. */
export interface UpscaleAgainProps {
  job: Job;
  /** Credits that such an order cost last time; undefined if not known. */
  costOf: (options: UpscaleAgainOptions) => number | undefined;
  /** Absent if the source is no longer available. */
  onUpscaleAgain?: ((options: UpscaleAgainOptions) => void) | undefined;
  /** Whether the page was opened for this. */
  isAsked?: boolean | undefined;
}

/** Orders the same image again with other options. */
export function UpscaleAgain({ job, costOf, onUpscaleAgain, isAsked }: UpscaleAgainProps) {
  const { messages } = useLocale();
  const { again } = messages.compare;
  const id = useId();
  const [options, setOptions] = useState<UpscaleAgainOptions>({
    target: job.options.target === '2k' ? '4k' : '2k',
    upscaler: job.options.upscaler,
  });
  const cost = costOf(options);
  if (!onUpscaleAgain) {
    return (
      <ComparePart title={again.title} isFolded isAsked={isAsked}>
        <p>{again.impossible}</p>
      </ComparePart>
    );
  }
  return (
    <ComparePart title={again.title} isFolded isAsked={isAsked}>
      <p class="upscale-again__words">{again.hint}</p>
      <div class="upscale-again__row">
        <span>{messages.options.upscaling.size}</span>
        <TargetSwitch
          target={options.target}
          onChange={(target) => setOptions({ ...options, target })}
        />
      </div>
      <div class="upscale-again__row">
        <label for={id}>{messages.options.upscaling.upscaler}</label>
        <select
          id={id}
          class="upscale-again__select"
          value={options.upscaler}
          onChange={({ currentTarget }) =>
            setOptions({ ...options, upscaler: currentTarget.value as Upscaler })
          }
        >
          {upscalersOf(siteOf(job)).map((each) => (
            <option key={each} value={each}>
              {messages.options.upscalers[each].name}
            </option>
          ))}
        </select>
      </div>
      <p class="upscale-again__words">
        {cost === undefined && again.costUnknown}
        {cost === 0 && again.free}
        {cost !== undefined && cost > 0 && again.costs(cost)}
      </p>
      <div>
        <Button variant="soft" onClick={() => onUpscaleAgain(options)}>
          {messages.actions.upscaleAgain}
        </Button>
      </div>
    </ComparePart>
  );
}
