import { useRef } from 'preact/hooks';
import { useLocale } from '../ui/locale';
import './template-field.css';

/** Props of a template input. */
export interface TemplateFieldProps {
  value: string;
  placeholder?: string | undefined;
  labelledBy: string;
  describedBy?: string | undefined;
  /** Names of the fields that a click inserts in braces. */
  fields: readonly string[];
  onChange: (value: string) => void;
}

/** Characters that the settings store at most. */
const MAX_LENGTH = 300;

/** A template: text, and buttons that insert fields at the cursor. */
export function TemplateField(props: TemplateFieldProps) {
  const { value, placeholder, labelledBy, describedBy, fields, onChange } = props;
  const { saving } = useLocale().messages.options;
  const input = useRef<HTMLInputElement>(null);

  function insert(field: string): void {
    const { current } = input;
    if (!current) return;
    const text = `{${field}}`;
    if (current.value.length + text.length > MAX_LENGTH) return;
    const from = current.selectionStart ?? current.value.length;
    current.setRangeText(text, from, current.selectionEnd ?? from);
    current.focus();
    current.setSelectionRange(from + text.length, from + text.length);
    onChange(current.value);
  }

  return (
    <div class="template-field">
      <input
        ref={input}
        type="text"
        class="template-field__input"
        value={value}
        placeholder={placeholder}
        maxLength={MAX_LENGTH}
        spellcheck={false}
        autocomplete="off"
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
      {fields.length > 0 && (
        <fieldset
          class="template-field__fields"
          aria-label={saving.fields}
          aria-describedby={labelledBy}
        >
          {fields.map((field) => (
            <button key={field} type="button" onClick={() => insert(field)}>
              {(saving.fieldNames as Record<string, string>)[field] ?? field}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}
