import { useEffect } from 'preact/hooks';
import { Button } from './button';
import { useLocale } from './locale';
import { useCopy } from './use-copy';

/** Props of the button that copies a picture. */
export interface CopyButtonProps {
  /** Resolves with whether the picture is on the clipboard. Called inside the click. */
  onCopy: () => Promise<boolean>;
  /** Told of a failure, in words. */
  onFail: (sentence: string) => void;
}

/** Copies a picture, and says so. */
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
