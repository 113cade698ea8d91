import { useEffect, useState } from 'preact/hooks';
import { useLocale } from '../ui/locale';

/** Counts that change faster are spoken once, ms. */
const PAUSE_MS = 1_000;

/** Tells screen readers how many pictures are ticked and shown, once the numbers rest. */
export function SpokenCounts({
  ticked,
  shown,
  all,
}: {
  ticked: number;
  shown: number;
  all: number;
}) {
  const { messages, formats } = useLocale();
  const { picker } = messages;
  const words = `${picker.start.ticked(ticked)}, ${picker.shown(formats.number(shown), formats.number(all))}`;
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(words), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <p class="visually-hidden" role="status">
      {spoken}
    </p>
  );
}
