import { useId } from 'preact/hooks';
import type { Upscaler } from '@/lib/jobs/model/job';
import { upscalersOf } from '@/lib/jobs/model/site';
import { useLocale } from '../ui/locale';
import './upscaler-choice.css';

/** Props of the choice of upscaler. */
export interface UpscalerChoiceProps {
  upscaler: Upscaler;
  onChange: (upscaler: Upscaler) => void;
}

/** Chooses the upscaler among those of the account's site: native radio buttons, each with a description. */
export function UpscalerChoice({ upscaler, onChange }: UpscalerChoiceProps) {
  const { messages, site } = useLocale();
  const { upscaling, upscalers } = messages.options;
  const choices = upscalersOf(site);
  // A choice that the site does not have counts as Automatic.
  const chosen = choices.includes(upscaler) ? upscaler : 'auto';
  const id = useId();
  return (
    <fieldset class="upscaler-choice">
      <legend>{upscaling.upscaler}</legend>
      {choices.map((each) => (
        <label key={each} class="upscaler-choice__option">
          <input
            type="radio"
            name={id}
            value={each}
            checked={each === chosen}
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
