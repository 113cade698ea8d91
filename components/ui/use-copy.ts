import { useEffect, useState } from 'preact/hooks';

/** How long the outcome of a copy is shown, ms: a sentence takes longer to read than a word. */
const SAID_MS = { copied: 2_500, failed: 6_000 } as const;

export type CopyState = 'ready' | 'copying' | 'copied' | 'failed';

/**
 * Copies an image and keeps the outcome for a while; a large image takes about a second.
 * @param copy resolves with whether the image is on the clipboard. Call it inside the click
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
