import { Button } from '../ui/button';
import { useLocale } from '../ui/locale';
import { useCopy } from '../ui/use-copy';
import type { Point, Size } from './geometry';
import { CompareToggle } from './toggle';
import './notes.css';

/** Props of the notes. */
export interface CompareNotesProps {
  /** How far the result is displaced, px of it. */
  shift: Point | undefined;
  isCorrected: boolean;
  onCorrected: (isCorrected: boolean) => void;
  /** Whether a part is being chosen. */
  isFraming: boolean;
  /** The part that is shown alone, px of the result. */
  part: (Point & Size) | undefined;
  onCopyPart: (part: Point & Size) => Promise<boolean>;
  /** Shows the whole image again. */
  onWhole: () => void;
}

/** What the person has to know about what they see, each with a way to change it. */
export function CompareNotes(props: CompareNotesProps) {
  const { shift, isCorrected, isFraming, part } = props;
  const { messages, formats } = useLocale();
  const { compare } = messages;
  if (!shift && !isFraming && !part) return null;
  const px = shift && formats.decimal(Math.hypot(shift.x, shift.y));
  return (
    <div class="compare-notes">
      {px && (
        <p>
          <span>{isCorrected ? compare.shift.corrected(px) : compare.shift.uncorrected(px)}</span>
          <CompareToggle isOn={isCorrected} onClick={() => props.onCorrected(!isCorrected)}>
            {compare.shift.correct}
          </CompareToggle>
        </p>
      )}
      {isFraming && <p role="status">{compare.part.hint}</p>}
      {part && <Part {...props} part={part} />}
    </div>
  );
}

function Part({ part, onCopyPart, onWhole }: CompareNotesProps & { part: Point & Size }) {
  const { messages, formats } = useLocale();
  const { compare, actions } = messages;
  const { state, start } = useCopy(() => onCopyPart(part));
  const words = {
    ready: compare.part.copy,
    copying: actions.copying,
    copied: actions.copied,
    failed: compare.part.copy,
  };
  return (
    <p>
      <span role="status">
        {state === 'failed'
          ? actions.copyFailed
          : compare.part.shown(formats.size(part.width, part.height))}
      </span>
      <Button variant="soft" disabled={state === 'copying'} onClick={start}>
        {words[state]}
      </Button>
      <Button variant="quiet" onClick={onWhole}>
        {compare.part.whole}
      </Button>
    </p>
  );
}
