import { useId } from 'preact/hooks';
import type { Settings } from '@/lib/browser/storage/settings-shape';
import { useLocale } from '../ui/locale';
import { Segmented, segments } from '../ui/segmented';
import { Slider } from '../ui/slider';
import { OptionsRow } from './row';
import { SavedTemplates } from './saved-templates';
import { OptionsSection } from './section';
import { OptionsSwitch } from './switch';
import { TemplateField } from './template-field';
import './saving.css';

/** Props of the section. */
export interface OptionsSavingProps {
  settings: Settings;
  /** Example path with these settings. */
  example: string;
  /** Names of the fields that a template may contain. */
  fields: readonly string[];
  onChange: (settings: Partial<Settings>) => void;
}

/** Name, folder and format of saved files. */
export function OptionsSaving({ settings, example, fields, onChange }: OptionsSavingProps) {
  const { saving } = useLocale().messages.options;
  const id = useId();
  const { format } = settings;
  return (
    <OptionsSection title={saving.title}>
      <OptionsRow
        title={saving.name}
        titleId={`${id}name`}
        hint={saving.nameHint}
        hintId={`${id}name-hint`}
        below={
          <>
            <TemplateField
              value={settings.nameTemplate}
              labelledBy={`${id}name`}
              describedBy={`${id}name-hint`}
              fields={fields.filter((field) => field !== 'ext' && field !== 'folder')}
              onChange={(nameTemplate) => onChange({ nameTemplate })}
            />
            <p class="options-saving__example">
              {saving.preview} <output>{example}</output>
            </p>
            <SavedTemplates
              current={settings.nameTemplate}
              saved={settings.savedTemplates}
              onUse={(nameTemplate) => onChange({ nameTemplate })}
              onChange={(savedTemplates) => onChange({ savedTemplates })}
            />
          </>
        }
      />
      <OptionsRow
        title={saving.folder}
        titleId={`${id}folder`}
        hint={saving.folderHint}
        hintId={`${id}folder-hint`}
        below={
          <TemplateField
            value={settings.folder}
            placeholder={saving.folderNone}
            labelledBy={`${id}folder`}
            describedBy={`${id}folder-hint`}
            fields={fields.filter((field) => field === 'folder')}
            onChange={(folder) => onChange({ folder })}
          />
        }
      />
      <OptionsRow title={saving.conflict} hint={saving.conflictHint}>
        <Segmented
          label={saving.conflict}
          options={segments(['number', 'overwrite', 'skip', 'ask'], saving.conflicts)}
          value={settings.conflict}
          onChange={(conflict) => onChange({ conflict })}
        />
      </OptionsRow>
      <OptionsSwitch
        title={saving.auto}
        hint={saving.autoHint}
        isOn={settings.isAutoSaveOn}
        onChange={(isAutoSaveOn) => onChange({ isAutoSaveOn })}
      />
      <OptionsRow title={saving.format} hint={saving.formatHint}>
        <Segmented
          label={saving.format}
          options={segments(['original', 'png', 'jpeg', 'webp'], saving.formats)}
          value={format}
          onChange={(chosen) => onChange({ format: chosen })}
        />
      </OptionsRow>
      {(format === 'jpeg' || format === 'webp') && (
        <OptionsRow title={saving.quality} titleId={`${id}quality`}>
          <Slider
            value={settings.quality}
            labelledBy={`${id}quality`}
            onChange={(quality) => onChange({ quality })}
          />
        </OptionsRow>
      )}
      <OptionsSwitch
        title={saving.note}
        hint={saving.noteHint}
        isOn={settings.isNoteOn}
        onChange={(isNoteOn) => onChange({ isNoteOn })}
      />
    </OptionsSection>
  );
}
