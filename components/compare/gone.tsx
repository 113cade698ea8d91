import { useRef } from 'preact/hooks';
import { Button } from '../ui/button';
import { useLocale } from '../ui/locale';
import { Logo } from '../ui/logo';
import { useFocusKept } from './focus-kept';
import { actionOf } from './stage-keys';

/** Props of the page without an image. */
export interface CompareGoneProps {
  /** Brings back what was discarded last. Absent if that cannot be. */
  onUndo: (() => void) | undefined;
}

/** Says that the image is not in the history. */
export function CompareGone({ onUndo }: CompareGoneProps) {
  const { compare, history } = useLocale().messages;
  const main = useRef<HTMLElement>(null);
  const focusHandlers = useFocusKept(main, onUndo === undefined);
  return (
    <main
      ref={main}
      class="compare__empty"
      aria-label={compare.gone}
      tabIndex={-1}
      onKeyDown={(event) => onUndo && actionOf(event, { u: onUndo })?.()}
      {...focusHandlers}
    >
      <Logo size={40} />
      <h1>{compare.gone}</h1>
      {onUndo && (
        <Button variant="soft" onClick={onUndo}>
          {history.undo}
        </Button>
      )}
    </main>
  );
}
