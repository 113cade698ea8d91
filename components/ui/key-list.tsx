import { Kbd } from './kbd';
import './key-list.css';

/** Props of the list. */
export interface KeyListProps<What extends string> {
  /** What keys do, and the keys, each of which does it. */
  keys: readonly (readonly [What, readonly string[]])[];
  words: Readonly<Record<NoInfer<What>, string>>;
}

/** Keys, and what each of them does. */
export function KeyList<What extends string>({ keys, words }: KeyListProps<What>) {
  return (
    <dl class="key-list">
      {keys.map(([what, which]) => (
        <div key={what}>
          <dt>{words[what]}</dt>
          <dd>
            {which.map((key) => (
              <Kbd key={key} keys={key} />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
