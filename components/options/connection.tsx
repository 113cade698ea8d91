import { useEffect, useState } from 'preact/hooks';
import { Button } from '../ui/button';
import { useLocale } from '../ui/locale';
import { useCopy } from '../ui/use-copy';
import { CheckLines } from './check-lines';
import type { OptionsConnectionProps } from './connection-view';
import { OptionsRow } from './row';
import { OptionsSection } from './section';
import { OptionsSwitch } from './switch';

/** The connection check, its report, and the recording. */
export function OptionsConnection(props: OptionsConnectionProps) {
  const { check, actions, recordingUntil, recorded } = props;
  const { messages, formats } = useLocale();
  const { connection: words } = messages.options;
  const isRecording = recordingUntil !== undefined;
  const recordedWords = isRecording
    ? words.recordingUntil(formats.time(recordingUntil), recorded)
    : recorded > 0 && words.recorded(recorded);
  return (
    <OptionsSection title={words.title} lead={words.lead} anchor="connection">
      <Check {...props} />
      {check === 'done' && <TestImage {...props} />}
      {(check === 'done' || isRecording || recorded > 0) && <Report {...props} />}
      <OptionsSwitch
        title={words.record}
        hint={recordedWords ? messages.join(words.recordHint, recordedWords) : words.recordHint}
        isOn={isRecording}
        onChange={actions.record}
      />
    </OptionsSection>
  );
}

function Check({ check, lines, isAgreed, actions }: OptionsConnectionProps) {
  const { connection: words } = useLocale().messages.options;
  const bad = lines.filter(({ state }) => state === 'bad').length;
  return (
    <>
      <OptionsRow
        title={words.check}
        hint={isAgreed ? words.checkHint : words.needsConsent}
        below={
          <p class="options-row__hint" role="status">
            {check === 'running' && words.checking}
            {check === 'done' && (bad > 0 ? words.someBad(bad) : words.allGood)}
          </p>
        }
      >
        <Button disabled={!isAgreed || check === 'running'} onClick={actions.check}>
          {check === 'none' ? words.start : words.again}
        </Button>
      </OptionsRow>
      {check !== 'none' && (
        <div class="options-row">
          <CheckLines lines={lines} />
        </div>
      )}
    </>
  );
}

function TestImage({ testCost, test, actions }: OptionsConnectionProps) {
  const { connection: words } = useLocale().messages.options;
  const cost =
    testCost === undefined
      ? words.testCostUnknown
      : testCost === 0
        ? words.testFree
        : words.testCost(testCost);
  return (
    <OptionsRow title={words.test} hint={words.testHint(cost)}>
      <span role="status">
        {test === 'sent' && words.testSent}
        {test === 'no-room' && words.testNoRoom}
      </span>
      <Button variant="quiet" disabled={test === 'sent'} onClick={actions.sendTest}>
        {words.testNow}
      </Button>
    </OptionsRow>
  );
}

function Report({ actions }: OptionsConnectionProps) {
  const { messages } = useLocale();
  const { connection: words } = messages.options;
  const { state, start } = useCopy(actions.copyReport);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => setHasFailed(state === 'failed'), [state]);
  return (
    <OptionsRow title={words.report} hint={words.reportHint}>
      <Button variant="quiet" onClick={start}>
        {words.copy}
      </Button>
      <Button variant="quiet" onClick={actions.saveReport}>
        {words.save}
      </Button>
      <span role="status">
        {state === 'copied' && words.copied}
        {hasFailed && words.notCopied}
      </span>
    </OptionsRow>
  );
}
