import { useId } from 'preact/hooks';
import { Button } from '../ui/button';
import { IconButton } from '../ui/icon-button';
import { useLocale } from '../ui/locale';
import './saved-templates.css';

/** Props of the list. */
export interface SavedTemplatesProps {
  /** The template in use. */
  current: string;
  saved: readonly string[];
  onUse: (template: string) => void;
  onChange: (saved: readonly string[]) => void;
}

/** Templates that the settings keep at most. */
const MAX_SAVED = 100;

/** Templates of file names that the person keeps: each can be used or removed, and the one in use can be kept. */
export function SavedTemplates({ current, saved, onUse, onChange }: SavedTemplatesProps) {
  const { saving } = useLocale().messages.options;
  const id = useId();
  const canKeep = current.trim() !== '' && !saved.includes(current) && saved.length < MAX_SAVED;
  return (
    <div class="saved-templates">
      {saved.length > 0 && (
        <>
          <p id={id} class="saved-templates__title">
            {saving.saved} <span id={`${id}hint`}>{saving.savedHint}</span>
          </p>
          <ul aria-labelledby={id}>
            {saved.map((template) => (
              <li key={template}>
                <button
                  type="button"
                  class="saved-templates__use"
                  aria-pressed={template === current}
                  aria-describedby={`${id}hint`}
                  onClick={() => onUse(template)}
                >
                  {template}
                </button>
                <IconButton
                  label={saving.removeName(template)}
                  icon="close"
                  onClick={() => onChange(saved.filter((each) => each !== template))}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {canKeep && (
        <Button variant="quiet" onClick={() => onChange([...saved, current])}>
          {saving.keepName}
        </Button>
      )}
    </div>
  );
}
