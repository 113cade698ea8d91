import { Button } from '../ui/button';
import { FileButton } from '../ui/file-button';
import { useLocale } from '../ui/locale';
import { titleOfChoice } from './choice-words';
import type { ElsewhereOutcome, Elsewheres, OptionsElsewhereProps } from './elsewhere-view';
import { OptionsRow } from './row';
import { OptionsSection } from './section';
import { SettingsChanges } from './settings-changes';
import './elsewhere.css';

type Beside = NonNullable<OptionsElsewhereProps['outcome']>['at'];

/** Takes the settings to another browser: as a file, or through the browser's sync, always by hand. */
export function OptionsElsewhere(props: OptionsElsewhereProps) {
  const { mark, previous, actions } = props;
  const { messages, formats } = useLocale();
  const { elsewhere: words } = messages.options;
  const lastSent = mark ? words.lastSent(formats.date(mark.at), mark.version) : words.neverSent;
  return (
    <OptionsSection title={words.title} lead={words.why}>
      <FileRow {...props} />
      <PreviewRow {...props} from="file" />
      <OptionsRow
        title={words.sync}
        hint={messages.join(words.syncHint, lastSent)}
        below={<Said {...props} at="sync" />}
      >
        <Button variant="quiet" onClick={actions.send}>
          {words.send}
        </Button>
        <Button variant="quiet" onClick={actions.fetch}>
          {words.fetch}
        </Button>
      </OptionsRow>
      <PreviewRow {...props} from="sync" />
      {previous && (
        <OptionsRow
          title={words.previous.title}
          hint={words.previous.from[previous.by](formats.date(previous.at))}
          below={<Said {...props} at="previous" />}
        >
          <Button variant="quiet" onClick={actions.putBack}>
            {words.previous.putBack}
          </Button>
        </OptionsRow>
      )}
    </OptionsSection>
  );
}

/** Export and import. */
function FileRow(props: OptionsElsewhereProps) {
  const { actions } = props;
  const { elsewhere: words } = useLocale().messages.options;
  return (
    <OptionsRow title={words.file} hint={words.fileHint} below={<Said {...props} at="file" />}>
      <Button variant="quiet" onClick={actions.exportSettings}>
        {words.exportNow}
      </Button>
      <FileButton
        label={words.importNow}
        accept="application/json,.json"
        onFile={actions.readFile}
      />
    </OptionsRow>
  );
}

/** What came of the last button, if it is one of these. */
function Said({ at, outcome }: Pick<OptionsElsewhereProps, 'outcome'> & { at: Beside }) {
  const { messages } = useLocale();
  const isHere = outcome?.at === at;
  return (
    <output class="options-elsewhere__said" data-bad={isHere && !isGood(outcome)}>
      {isHere && wordsOf(outcome, messages)}
    </output>
  );
}

/** The preview that a button opened, below its row. */
function PreviewRow(props: OptionsElsewhereProps & { from: Elsewheres }) {
  const { from, preview, actions } = props;
  if (preview?.from !== from) return null;
  return (
    <div class="options-row">
      <SettingsChanges
        key={`${preview.at} ${preview.version}`}
        preview={preview}
        onApply={actions.apply}
        onCancel={actions.dismissPreview}
      />
    </div>
  );
}

function isGood({ kind }: ElsewhereOutcome): boolean {
  return kind === 'sent' || kind === 'applied' || kind === 'put-back';
}

function wordsOf(
  outcome: ElsewhereOutcome,
  messages: ReturnType<typeof useLocale>['messages'],
): string {
  const { elsewhere: words } = messages.options;
  switch (outcome.kind) {
    case 'too-long':
      return words.tooLong(outcome.names.map((name) => titleOfChoice(name, messages)).join(', '));
    case 'refused':
    case 'mixed':
      return words[outcome.kind](outcome.words);
    default:
      return words.said[outcome.kind];
  }
}
