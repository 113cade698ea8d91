import { useId, useState } from 'preact/hooks';
import { PageConsent } from '../job/page-consent';
import { useLocale } from '../ui/locale';
import { Switch } from '../ui/switch';
import { OptionsRow } from './row';

/** Props of the setting. */
export interface PageWayProps {
  /** Whether the service's own page sends all orders. */
  isOn: boolean;
  /** Called with true once the person has agreed. */
  onChange: (isOn: boolean) => void;
}

/** "Send orders through Jimeng's page". Switching it on asks first; off is off at once. */
export function PageWay({ isOn, onChange }: PageWayProps) {
  const { pageWay } = useLocale().messages.options;
  const id = useId();
  const [isAsking, setAsking] = useState(false);
  const question = (
    <PageConsent
      onAgree={() => {
        setAsking(false);
        onChange(true);
      }}
      onDecline={() => setAsking(false)}
    />
  );
  return (
    <OptionsRow
      title={pageWay.title}
      titleId={id}
      hint={pageWay.hint}
      hintId={`${id}hint`}
      below={isAsking && !isOn ? question : undefined}
    >
      <Switch
        isOn={isOn}
        labelledBy={id}
        describedBy={`${id}hint`}
        onChange={(wanted) => {
          setAsking(wanted);
          if (!wanted) onChange(false);
        }}
      />
    </OptionsRow>
  );
}
