import { useEffect, useState } from 'preact/hooks';
import { Button } from './button';
import { useLocale } from './locale';

/** How long "Copied" stands, ms. */
const SAID_MS = 2_500;

/** Props of the button that copies a picture. */
export interface CopyButtonProps {
  /** Resolves with whether the picture is on the clipboard. Called inside the click. */
  onCopy: () => Promise<boolean>;
  /** Told of a failure, in words. */
  onFail: (sentence: string) => void;
}

/** Copies a picture, and says so: a large one takes a second. */
export function CopyButton({ onCopy, onFail }: CopyButtonProps) {
  const { compare } = useLocale().messages;
  const [state, setState] = useState<'ready' | 'copying' | 'copied'>('ready');

  useEffect(() => {
    if (state !== 'copied') return;
    const timer = setTimeout(() => setState('ready'), SAID_MS);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = async () => {
    setState('copying');
    const isCopied = await onCopy();
    setState(isCopied ? 'copied' : 'ready');
    if (!isCopied) onFail(compare.copyFailed);
  };
  const words = { ready: compare.copy, copying: compare.copying, copied: compare.copied }[state];
  return (
    <Button look="quiet" disabled={state === 'copying'} onClick={() => void copy()}>
      {words}
    </Button>
  );
}
