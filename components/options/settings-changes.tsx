import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../ui/button';
import { useLocale } from '../ui/locale';
import { titleOfChoice, valueOfChoice } from './choice-words';
import type { SettingsPreview } from './elsewhere-view';
import './settings-changes.css';

/** Props of the preview. */
export interface SettingsChangesProps {
  preview: SettingsPreview;
  onApply: () => void;
  onCancel: () => void;
}

/** What other settings would change: each with its old and its new value, counts, and what is not taken over. */
export function SettingsChanges({ preview, onApply, onCancel }: SettingsChangesProps) {
  const { changed, same, damaged, unknown } = preview;
  const locale = useLocale();
  const { messages, formats } = locale;
  const { preview: words } = messages.options.elsewhere;
  const id = useId();
  const region = useFocusInside();
  const titles = (names: SettingsPreview['changed']) =>
    names.map((name) => titleOfChoice(name, messages)).join(', ');
  return (
    <section ref={region} class="settings-changes" aria-labelledby={id} tabIndex={-1}>
      <h3 id={id}>{words.title}</h3>
      <p>{words.from[preview.from](formats.date(preview.at), preview.version)}</p>
      {changed.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <>
          <dl>
            {changed.map((name) => (
              <div key={name}>
                <dt>{titleOfChoice(name, messages)}</dt>
                <dd>
                  {valueOfChoice(name, preview.now, locale)} →{' '}
                  <strong>{valueOfChoice(name, preview.next, locale)}</strong>
                </dd>
              </div>
            ))}
          </dl>
          <p>
            {words.changes(changed.length)}, {words.same(same)}.
          </p>
        </>
      )}
      {damaged.length > 0 && <p class="settings-changes__bad">{words.damaged(titles(damaged))}</p>}
      {unknown.length > 0 && (
        <p class="settings-changes__bad">{words.unknown(unknown.join(', '))}</p>
      )}
      {preview.shortensHistory && <p class="settings-changes__bad">{words.shortens}</p>}
      <div class="settings-changes__buttons">
        {changed.length > 0 && <Button onClick={onApply}>{words.apply}</Button>}
        <Button variant="quiet" onClick={onCancel}>
          {messages.actions.cancel}
        </Button>
      </div>
    </section>
  );
}

/** Moves the focus to an element while it is shown, and back afterwards. */
function useFocusInside() {
  const element = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    element.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return element;
}
