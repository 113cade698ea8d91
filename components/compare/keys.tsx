import { Kbd } from '../ui/kbd';
import { useLocale } from '../ui/locale';
import { ComparePart } from './part';
import './keys.css';

/** The keys of the stage and what they do. */
const KEYS = [
  ['divider', ['Tab', '←', '→']],
  ['pan', ['←', '↑', '→', '↓']],
  ['zoom', ['+', '−']],
  ['fit', ['0']],
  ['actual', ['1']],
  ['swap', ['B']],
  ['differences', ['D']],
  ['pixels', ['P']],
] as const;

/** A short keyboard help, collapsed at first. */
export function CompareKeys() {
  const { keys } = useLocale().messages.compare;
  return (
    <ComparePart title={keys.title} isFolded>
      <dl class="compare-keys">
        {KEYS.map(([what, which]) => (
          <div key={what}>
            <dt>{keys[what]}</dt>
            <dd>
              {which.map((key) => (
                <Kbd key={key} keys={key} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p class="compare-keys__hint">{keys.hint}</p>
    </ComparePart>
  );
}
