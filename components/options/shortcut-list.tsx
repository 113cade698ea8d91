import type { CommandName } from '@/lib/browser/tabs/command-names';
import { Button } from '../ui/button';
import { Kbd } from '../ui/kbd';
import { useLocale } from '../ui/locale';
import type { OptionsData } from './view';
import './shortcut-list.css';

/** Props of the list. */
export interface ShortcutListProps
  extends Pick<OptionsData, 'shortcuts' | 'canSetKeys' | 'areKeysRefused'> {
  labelledBy: string;
  onUse: (name: CommandName, keys: string) => void;
}

/** All commands with their keys; those without any have a suggestion, with a button where the page may set it. */
export function ShortcutList(props: ShortcutListProps) {
  const { shortcuts, canSetKeys, areKeysRefused, labelledBy, onUse } = props;
  const { ways, keys: words, of } = useLocale().messages.options;
  const names: Record<CommandName, string> = words.names;
  return (
    <div class="shortcut-list">
      <ul aria-labelledby={labelledBy}>
        {shortcuts.map(({ name, keys, suggestion }) => (
          <li key={name}>
            <span>{names[name]}</span>
            <span class="shortcut-list__keys">
              {keys ? <Kbd keys={keys} /> : <span>{ways.noShortcut}</span>}
              {suggestion && !canSetKeys && <span>{words.suggestion(suggestion)}</span>}
              {suggestion && canSetKeys && (
                <Button
                  variant="quiet"
                  label={of(words.use(suggestion), names[name])}
                  onClick={() => onUse(name, suggestion)}
                >
                  {words.use(suggestion)}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      <output class="shortcut-list__refused">{areKeysRefused && words.refused}</output>
    </div>
  );
}
