import { useId } from 'preact/hooks';
import { UPSCALERS, type Upscaler } from '@/lib/jobs/model/job';
import { useLocale } from '../ui/locale';
import './upscaler-choice.css';

/** Props of the choice of upscaler. */
export interface UpscalerChoiceProps {
  upscaler: Upscaler;
  onChange: (upscaler: Upscaler) => void;
}

/** Chooses the upscaler: native radio buttons, each with a description. */
export function UpscalerChoice({ upscaler, onChange }: UpscalerChoiceProps) {
  const { upscaling, upscalers } = useLocale().messages.options;
  const id = useId();
  return (
    <fieldset class="upscaler-choice">
      <legend>{upscaling.upscaler}</legend>
      {UPSCALERS.map((each) => (
        <label key={each} class="upscaler-choice__option">
          <input
            type="radio"
            name={id}
            value={each}
            checked={each === upscaler}
            aria-labelledby={`${id}${each}`}
            aria-describedby={`${id}${each}-text`}
            onChange={() => onChange(each)}
          />
          <span id={`${id}${each}`} class="upscaler-choice__name">
            {upscalers[each].name}
          </span>
          <span id={`${id}${each}-text`} class="upscaler-choice__text">
            {upscalers[each].text}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
