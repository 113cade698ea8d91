import { useId } from 'preact/hooks';
import type { Messages } from '@/lib/i18n/messages';
import type { ImportOutcome } from '@/lib/jobs/history/history-import';
import type { KeptBytes } from '@/lib/jobs/model/history-entry';
import type { HistoryTrouble } from '@/lib/jobs/model/history-trouble';
import type { Retention } from '@/lib/jobs/rules/retention';
import { HistoryNotice } from '../history/notices';
import { Button } from '../ui/button';
import { FileButton } from '../ui/file-button';
import { useLocale } from '../ui/locale';
import { Progress } from '../ui/progress';
import { Select } from '../ui/select';
import { Switch } from '../ui/switch';
import { OptionsRow } from './row';
import { OptionsSection } from './section';
import './history.css';

/** A running import with its progress (0..1), or the outcome of the last one. */
type ImportState = { state: 'reading'; share: number } | ImportOutcome;

/** Everything the section shows. */
export interface OptionsHistoryProps {
  /** Number of jobs in the history. */
  rows: number;
  /** Why it cannot be read. */
  trouble?: HistoryTrouble | undefined;
  /** Bytes that the browser stores for the extension; undefined if it does not say. */
  bytes?: number | undefined;
  /** Bytes of results and of sources among them; undefined until they were read. */
  kept?: KeptBytes | undefined;
  retention: Retention;
  /** The choices offered; 0 keeps everything. */
  choices: { days: readonly number[]; rows: readonly number[]; bytes: readonly number[] };
  /** The removal that can still be undone. */
  removal?: { at: number; count: number } | undefined;
  /** The last import, if there was one. */
  imported?: ImportState | undefined;
  actions: OptionsHistoryActions;
}

/** What the section can do. */
interface OptionsHistoryActions {
  changeRetention(change: Partial<Retention>): void;
  exportHistory(): void;
  importHistory(file: Blob): void;
  clearHistory(): void;
  undoRemoval(at: number): void;
  /** Retries reading the history. */
  readAgain(): void;
}

/** The history section: retention, export, import and clearing. */
export function OptionsHistory(props: OptionsHistoryProps) {
  const { rows, bytes, kept, retention, choices, removal, actions } = props;
  const { messages, formats } = useLocale();
  const words = messages.options.history;
  const unsavedId = useId();
  const size = bytes === undefined ? undefined : formats.bytes(bytes);
  if (props.trouble) {
    return (
      <OptionsSection title={words.title} lead={words.why}>
        <HistoryNotice trouble={props.trouble} onTryAgain={actions.readAgain} />
      </OptionsSection>
    );
  }
  return (
    <OptionsSection title={words.title} lead={words.why}>
      <OptionsRow title={words.storage} hint={words.storageHint(rows, size)} />
      <OptionsRow title={words.keep} hint={words.keepHint}>
        <Select
          label={words.keepRows}
          options={choices.rows.map((each) => ({ value: each, label: words.rows(each) }))}
          value={retention.rows}
          onChange={(value) => actions.changeRetention({ rows: value })}
        />
        <Select
          label={words.keepDays}
          options={choices.days.map((each) => ({ value: each, label: words.days(each) }))}
          value={retention.days}
          onChange={(value) => actions.changeRetention({ days: value })}
        />
      </OptionsRow>
      <OptionsRow
        title={words.space}
        hint={words.spaceHint}
        below={
          kept && (
            <p class="options-history__said">
              {words.spaceUsed(formats.bytes(kept.result), formats.bytes(kept.source))}
            </p>
          )
        }
      >
        <Select
          label={words.keepSpace}
          options={choices.bytes.map((each) => ({
            value: each,
            label: words.size(each === 0 ? undefined : formats.bytes(each)),
          }))}
          value={retention.bytes}
          onChange={(value) => actions.changeRetention({ bytes: value })}
        />
      </OptionsRow>
      <OptionsRow
        title={words.unsaved}
        titleId={unsavedId}
        hint={words.unsavedHint}
        hintId={`${unsavedId}hint`}
      >
        <Switch
          isOn={retention.includesUnsaved}
          labelledBy={unsavedId}
          describedBy={`${unsavedId}hint`}
          onChange={(includesUnsaved) => actions.changeRetention({ includesUnsaved })}
        />
      </OptionsRow>
      <FileRow {...props} />
      <OptionsRow
        title={words.clear}
        hint={removal ? messages.history.removed(removal.count) : words.clearHint}
      >
        {removal ? (
          <Button variant="soft" onClick={() => actions.undoRemoval(removal.at)}>
            {messages.history.undo}
          </Button>
        ) : (
          <Button variant="quiet" disabled={rows === 0} onClick={actions.clearHistory}>
            {words.clearNow}
          </Button>
        )}
      </OptionsRow>
    </OptionsSection>
  );
}

/** Export and import. */
function FileRow({ rows, imported, actions }: OptionsHistoryProps) {
  const words = useLocale().messages.options.history;
  const isReading = imported?.state === 'reading';
  return (
    <OptionsRow
      title={words.file}
      hint={words.fileHint}
      below={
        <>
          <output class="options-history__said">{imported && saidOf(imported, words)}</output>
          {isReading && (
            <Progress value={imported.share} label={words.importNow} text={words.importing} />
          )}
        </>
      }
    >
      <Button variant="quiet" disabled={rows === 0} onClick={actions.exportHistory}>
        {words.exportNow}
      </Button>
      <FileButton
        label={words.importNow}
        accept="application/json,.json"
        disabled={isReading}
        onFile={actions.importHistory}
      />
    </OptionsRow>
  );
}

function saidOf(imported: ImportState, words: Messages['options']['history']): string {
  switch (imported.state) {
    case 'reading':
      return words.importing;
    case 'done':
      return words.imported(imported);
    case 'too-large':
      return words.tooLarge;
    case 'no-history':
      return words.notImported;
    case 'broken-off':
      return words.importBroken(imported.added);
  }
}
