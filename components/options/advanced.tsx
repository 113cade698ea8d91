import { useId, useState } from 'preact/hooks';
import type { SiteName } from '@/lib/jimeng/model/sites';
import {
  VERSION_FIELDS,
  VERSIONS,
  type VersionField,
  type Versions,
  validateVersions,
  versionsOf,
} from '@/lib/jimeng/model/versions';
import { Button } from '../ui/button';
import { useLocale } from '../ui/locale';
import { OptionsRow } from './row';
import { OptionsSection } from './section';
import './advanced.css';

/** Props of the section. */
export interface OptionsAdvancedProps {
  site: SiteName;
  /** Values that the person chose in place of the built-in ones. */
  overrides: Partial<Versions>;
  actions: {
    /** @param value undefined: the built-in one */
    override(field: VersionField, value: string | undefined): void;
    dropOverrides(): void;
  };
}

/** Names on the wire; the same in every language. */
const WIRE_NAMES: Record<VersionField, string> = {
  appvr: 'Appvr',
  daVersion: 'da_version',
  webVersion: 'web_version',
  appSdkVersion: 'App-Sdk-Version',
  aigcFeatures: 'aigc_features',
  rootModel: 'root_model',
  draftMinVersion: 'min_version',
  componentMinVersion: 'min_version',
  originalAppvr: 'Appvr',
  originalDaVersion: 'da_version',
};

/** The versions that requests carry, each with a field to override it. */
export function OptionsAdvanced({ site, overrides, actions }: OptionsAdvancedProps) {
  const { advanced: words } = useLocale().messages.options;
  const [resets, setResets] = useState(0);
  const isChanged = Object.keys(overrides).length > 0;
  // Stays as it is while values change: a person may be typing in it.
  const [isOpen, setIsOpen] = useState(isChanged);
  return (
    <OptionsSection title={words.title} anchor="advanced">
      <OptionsRow title={words.versions} hint={words.hint}>
        {isChanged && (
          <Button
            variant="quiet"
            onClick={() => {
              setResets(resets + 1);
              actions.dropOverrides();
            }}
          >
            {words.reset}
          </Button>
        )}
      </OptionsRow>
      <div class="options-row">
        <details
          class="advanced"
          open={isOpen}
          onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
        >
          <summary>{words.show}</summary>
          <div class="advanced__fields">
            {VERSION_FIELDS.map((field) => (
              <Field
                key={`${field} ${resets}`}
                site={site}
                field={field}
                value={overrides[field]}
                onChange={(value) => actions.override(field, value)}
              />
            ))}
          </div>
        </details>
      </div>
    </OptionsSection>
  );
}

interface FieldProps {
  site: SiteName;
  field: VersionField;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

function Field({ site, field, value, onChange }: FieldProps) {
  const { messages, formats } = useLocale();
  const { advanced: words } = messages.options;
  const id = useId();
  // What is typed, while it is invalid.
  const [draft, setDraft] = useState<string>();
  const { seen } = VERSIONS[site][field];
  const builtIn = versionsOf(site)[field];
  const isNumber = field in validateVersions({ [field]: '1.2.3' });
  const isChanged = value !== undefined && value !== builtIn;

  function take(typed: string): void {
    const text = typed.trim();
    const isValid = text === '' || field in validateVersions({ [field]: text });
    setDraft(isValid && text !== '' ? undefined : typed);
    if (isValid) onChange(text === '' || text === builtIn ? undefined : text);
  }

  const isInvalid = draft !== undefined && draft.trim() !== '';
  return (
    <div class="advanced__field">
      <label for={id}>
        <code>{WIRE_NAMES[field]}</code>
        <span>{words.notes[field]}</span>
        {isChanged && <strong>{words.overridden}</strong>}
      </label>
      <input
        id={id}
        type="text"
        value={draft ?? value ?? builtIn}
        maxLength={80}
        spellcheck={false}
        autocomplete="off"
        aria-invalid={isInvalid || undefined}
        aria-describedby={`${id}hint`}
        onInput={({ currentTarget }) => take(currentTarget.value)}
        onBlur={() => draft?.trim() === '' && setDraft(undefined)}
      />
      <p id={`${id}hint`}>
        {isInvalid && <em role="alert">{isNumber ? words.invalidNumber : words.invalidName}</em>}
        {words.builtIn(builtIn, formats.date(Date.parse(`${seen}T12:00`)))}
      </p>
    </div>
  );
}
