import { useEffect, useRef, useState } from 'preact/hooks';
import type { CompareMode } from '@/lib/browser/storage/compare-choices';
import { useLocale } from '../ui/locale';

/** Props of the live region. */
export interface CompareSpokenProps {
  mode: CompareMode;
  /** Device px per image px. */
  zoom: number;
  /** Which image is seen, if the person swaps them. */
  side: 'before' | 'after' | undefined;
}

/** A wheel or a held key changes the zoom many times: it is said once it rests, ms. */
const REST_MS = 700;

/** A polite live region: says what changed of the view, but not how it was at first. */
export function CompareSpoken({ mode, zoom, side }: CompareSpokenProps) {
  const { messages, formats } = useLocale();
  const { compare } = messages;
  const now = [
    compare.modes[mode],
    compare.view.zoom(formats.percent(zoom)),
    side && compare[side],
  ];
  /** Undefined until the stage has its size. */
  const said = useRef<typeof now>(undefined);
  const [words, say] = useState('');

  useEffect(() => {
    const timer = setTimeout(() => {
      const before = said.current ?? now;
      const news = now.filter((part, at) => part !== undefined && part !== before[at]);
      said.current = now;
      if (news.length > 0) say(news.join(', '));
    }, REST_MS);
    return () => clearTimeout(timer);
  }, now);

  return (
    <p class="visually-hidden" role="status">
      {words}
    </p>
  );
}
