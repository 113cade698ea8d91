import { useEffect, useState } from 'preact/hooks';
import type { HistoryTrouble } from '@/lib/jobs/model/history-trouble';
import { Button } from '../ui/button';
import { useLocale } from '../ui/locale';
import { OptionsRow } from './row';
import { OptionsSection } from './section';
import type { OptionsActions } from './view';
import './help.css';

/** How long Reset asks for confirmation, and how long "Copied" is shown, ms. */
const ARMED_MS = 6_000;

/** Props of the section. */
export interface OptionsHelpProps {
  /** Undefined until it is made. */
  report?: string | undefined;
  /** Why it cannot be made. */
  reportTrouble?: HistoryTrouble | undefined;
  actions: Pick<OptionsActions, 'openWelcome' | 'copyReport' | 'reset'>;
}

/** The welcome page, the bug report, and Reset. */
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

/** A flag that clears itself after a while. */
function useMoment(): [isOn: boolean, begin: () => void, end: () => void] {
  const [isOn, setIsOn] = useState(false);
  useEffect(() => {
    if (!isOn) return;
    const timer = setTimeout(() => setIsOn(false), ARMED_MS);
    return () => clearTimeout(timer);
  }, [isOn]);
  return [isOn, () => setIsOn(true), () => setIsOn(false)];
}
