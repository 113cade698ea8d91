import type { Background } from '@/lib/images/formats/types';
import type { HexColour } from '@/lib/text/hex-colour';
import { useLocale } from '../ui/locale';
import { Segmented, segments } from '../ui/segmented';
import { OptionsRow } from './row';
import './background-choice.css';

const WHITE = '#ffffff';
/** Begins the choice of a color: seen at once, and no white. */
const FIRST_COLOUR = '#808080';

/** Props of the choice of what becomes of transparency. */
export interface BackgroundChoiceProps {
  background: Background;
  onChange: (background: Background) => void;
}

/** Chooses whether transparency is kept, or which color is put behind the image. */
export function BackgroundChoice({ background, onChange }: BackgroundChoiceProps) {
  const { tuning } = useLocale().messages.options;
  const kind = background === 'keep' ? 'keep' : background === WHITE ? 'white' : 'colour';
  const chosen = { keep: 'keep', white: WHITE, colour: FIRST_COLOUR } as const;
  return (
    <OptionsRow title={tuning.background} hint={tuning.backgroundHint}>
      <Segmented
        label={tuning.background}
        options={segments(['keep', 'white', 'colour'], tuning.backgrounds)}
        value={kind}
        onChange={(each) => onChange(chosen[each])}
      />
      {kind === 'colour' && (
        <input
          type="color"
          class="background-choice__colour"
          aria-label={tuning.backgrounds.colour}
          value={background}
          onChange={(event) => onChange(event.currentTarget.value as HexColour)}
        />
      )}
    </OptionsRow>
  );
}
