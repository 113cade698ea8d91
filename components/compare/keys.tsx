import { KeyList } from '../ui/key-list';
import { useLocale } from '../ui/locale';
import { ComparePart } from './part';
import './keys.css';

/** The keys of the page and what they do. */
const KEYS = [
  ['modes', ['S', 'L', 'T', 'B', 'D']],
  ['hold', ['O']],
  ['divider', ['Tab', '←', '→']],
  ['dividerTo', ['C']],
  ['automatic', ['A']],
  ['pan', ['←', '↑', '→', '↓']],
  ['zoom', ['+', '−']],
  ['fit', ['0']],
  ['steps', ['1', '2', '4', '8']],
  ['pixels', ['P']],
  ['differences', ['M']],
  ['correct', ['H']],
  ['part', ['R']],
  ['fullScreen', ['F']],
  ['pair', ['PageUp', 'PageDown']],
  ['keep', ['K']],
  ['discard', ['X']],
  ['undo', ['U']],
] as const;

/** Help on the keys, collapsed at first. */
export function CompareKeys() {
  const { keys } = useLocale().messages.compare;
  return (
    <ComparePart title={keys.title} isFolded>
      <KeyList keys={KEYS} words={keys} />
      <p class="compare-keys__hint">{keys.hint}</p>
    </ComparePart>
  );
}
