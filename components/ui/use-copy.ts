import { useEffect, useState } from 'preact/hooks';

/** How long it stands what became of a copy, ms: a sentence takes longer to read than a word. */
const SAID_MS = { copied: 2_500, failed: 6_000 } as const;

export type CopyState = 'ready' | 'copying' | 'copied' | 'failed';

/**
 * Copies a picture, and knows for a while what became of it: a large one takes a second.
 * @param copy resolves with whether the picture is on the clipboard. Called inside the click
 */
export function useCopy(copy: () => Promise<boolean>): { state: CopyState; start: () => void } {
  const [state, setState] = useState<CopyState>('ready');

  useEffect(() => {
    if (state !== 'copied' && state !== 'failed') return;
    const timer = setTimeout(() => setState('ready'), SAID_MS[state]);
    return () => clearTimeout(timer);
  }, [state]);

  const start = () => {
    setState('copying');
    void copy().then((isCopied) => setState(isCopied ? 'copied' : 'failed'));
  };
  return { state, start };
}
