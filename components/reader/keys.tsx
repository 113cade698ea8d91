import { KeyList } from '../ui/key-list';
import { useLocale } from '../ui/locale';
import './keys.css';

/** The keys of the reader and what they do. */
const KEYS = [
  ['turn', ['←', '→']],
  ['scroll', ['Space', 'Shift+Space']],
  ['ends', ['Home', 'End']],
  ['goTo', ['G']],
  ['peek', ['O']],
  ['zoom', ['+', '−']],
  ['reset', ['0']],
  ['fits', ['W', 'H', '1']],
  ['capped', ['N']],
  ['layout', ['L']],
  ['direction', ['D']],
  ['cover', ['C']],
  ['fullScreen', ['F']],
  ['view', ['V']],
] as const;

/** Help on the keys, collapsed at first. */
export function ReaderKeys() {
  const { reader } = useLocale().messages;
  // What has a control is named as that is.
  const { goTo, capped, cover, fullScreen } = reader;
  const words = { ...reader.keys, goTo, capped, cover, fullScreen };
  return (
    <details class="reader-keys">
      <summary>{words.title}</summary>
      <KeyList keys={KEYS} words={words} />
    </details>
  );
}
