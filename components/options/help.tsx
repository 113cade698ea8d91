import { useEffect, useState } from 'preact/hooks';
import type { HistoryTrouble } from '@/lib/jobs/model/history-trouble';
import { Button } from '../ui/button';
import { useLocale } from '../ui/locale';
import { OptionsRow } from './row';
import { OptionsSection } from './section';
import type { OptionsActions } from './view';
import './help.css';

/** How long a destructive button stays armed, and how long an outcome is shown, ms. */
const ARMED_MS = 6_000;

/** Props of the Help section. */
export interface OptionsHelpProps {
  /** Undefined while there is none. */
  report?: string | undefined;
  /** Why there is no report, unless it is still being made. */
  reportTrouble?: HistoryTrouble | undefined;
  actions: Pick<OptionsActions, 'openWelcome' | 'copyReport' | 'reset'>;
}

/** The first steps, the bug report and the reset. */
export function OptionsHelp({ report, reportTrouble, actions }: OptionsHelpProps) {
  const { help } = useLocale().messages.options;
  const [isCopied, tellCopied] = useMoment();
  const [isArmed, arm, disarm] = useMoment();
  return (
    <OptionsSection title={help.title}>
      <OptionsRow title={help.welcome} hint={help.welcomeHint}>
        <Button variant="quiet" onClick={actions.openWelcome}>
          {help.openWelcome}
        </Button>
      </OptionsRow>
      <OptionsRow
        title={help.diagnostics}
        hint={help.diagnosticsHint}
        below={
          report !== undefined && (
            <details class="options-help__report">
              <summary>{help.show}</summary>
              <pre>{report}</pre>
            </details>
          )
        }
      >
        <span role="status">
          {isCopied && help.copied}
          {report === undefined && reportTrouble && help.noReport}
        </span>
        {report !== undefined && (
          <Button
            variant="quiet"
            onClick={() => void actions.copyReport().then(tellCopied, () => undefined)}
          >
            {help.copy}
          </Button>
        )}
      </OptionsRow>
      <OptionsRow title={help.reset} hint={help.resetHint}>
        <Button
          variant={isArmed ? 'soft' : 'quiet'}
          onClick={() => {
            if (!isArmed) {
              arm();
              return;
            }
            disarm();
            actions.reset();
          }}
        >
          {isArmed ? help.resetSure : help.resetNow}
        </Button>
      </OptionsRow>
    </OptionsSection>
  );
}

/** A flag that is true for a moment. */
function useMoment(): [isOn: boolean, begin: () => void, end: () => void] {
  const [isOn, setIsOn] = useState(false);
  useEffect(() => {
    if (!isOn) return;
    const timer = setTimeout(() => setIsOn(false), ARMED_MS);
    return () => clearTimeout(timer);
  }, [isOn]);
  return [isOn, () => setIsOn(true), () => setIsOn(false)];
}
