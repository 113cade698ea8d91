import { useId, useState } from 'preact/hooks';
import { PageConsent } from '../job/page-consent';
import { Switch } from '../ui/switch';
import { OptionsRow } from './row';

/** Props of the setting. */
export interface PageWayProps {
  title: string;
  hint: string;
  /** Whether the person has agreed to it. */
  isOn: boolean;
  /** Called with true once the person has agreed. */
  onChange: (isOn: boolean) => void;
}

/** "Send orders through the page" of the locale's site. Switching it on asks first; off is off at once. */
export function PageWay({ title, hint, isOn, onChange }: PageWayProps) {
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
      title={title}
      titleId={id}
      hint={hint}
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
