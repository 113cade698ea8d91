import { Button } from '../ui/button';
import { useLocale } from '../ui/locale';
import { OptionsRow } from './row';
import { OptionsSection } from './section';
import type { OptionsActions } from './view';

/** Props of the part of the options page about privacy. */
export interface OptionsPrivacyProps {
  /** Unix ms at which the person agreed that images go to the service. */
  consentAt?: number | undefined;
  actions: Pick<OptionsActions, 'takeBackConsent' | 'openWelcome'>;
}

/** What goes where, and the consent. */
export function OptionsPrivacy({ consentAt, actions }: OptionsPrivacyProps) {
  const { messages, formats } = useLocale();
  const { privacy, consent } = messages.options;
  const isGiven = consentAt !== undefined;
  return (
    <OptionsSection title={privacy.title} foot={privacy.nothingElse}>
      {privacy.points.map(({ to, text }) => (
        <OptionsRow key={to} title={to} hint={text} />
      ))}
      <OptionsRow
        title={consent.title}
        hint={isGiven ? consent.given(formats.date(consentAt)) : consent.missing}
      >
        {isGiven ? (
          <Button variant="quiet" onClick={actions.takeBackConsent}>
            {consent.takeBack}
          </Button>
        ) : (
          <Button onClick={actions.openWelcome}>{consent.read}</Button>
        )}
      </OptionsRow>
    </OptionsSection>
  );
}
