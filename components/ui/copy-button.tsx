import { useEffect } from 'preact/hooks';
import { Button } from './button';
import { useLocale } from './locale';
import { useCopy } from './use-copy';

/** Props of the copy button. */
export interface CopyButtonProps {
  /** Resolves with whether the image is on the clipboard. Call it inside the click. */
  onCopy: () => Promise<boolean>;
  /** Called with a sentence if it failed. */
  onFail: (sentence: string) => void;
}

/** Copies an image and shows the outcome. */
export function CopyButton({ onCopy, onFail }: CopyButtonProps) {
  const { copy, copying, copied, copyFailed } = useLocale().messages.actions;
  const { state, start } = useCopy(onCopy);
  useEffect(() => {
    if (state === 'failed') onFail(copyFailed);
  }, [state]);
  const words = { ready: copy, copying, copied, failed: copy }[state];
  return (
    <Button variant="quiet" disabled={state === 'copying'} onClick={start}>
      {words}
    </Button>
  );
}
