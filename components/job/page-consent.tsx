import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { SITES } from '@/lib/jimeng/model/sites';
import { Button } from '../ui/button';
import { useLocale } from '../ui/locale';
import './page-consent.css';

/** Props of the question. */
export interface PageConsentProps {
  onAgree: () => void;
  onDecline: () => void;
}

/** Asks whether the service's own page may send orders, and says what happens then. */
export function PageConsent({ onAgree, onDecline }: PageConsentProps) {
  const { messages, site } = useLocale();
  const { pageConsent } = messages;
  const isOnlyWay = SITES[site][0].orders === 'page';
  const id = useId();
  const group = useRef<HTMLFieldSetElement>(null);
  // The pressed button is gone: the focus goes to what has replaced it.
  useLayoutEffect(() => group.current?.focus(), []);
  return (
    <fieldset ref={group} class="page-consent" tabIndex={-1} aria-labelledby={id}>
      <p id={id}>
        {isOnlyWay ? messages.join(pageConsent.only, pageConsent.sentence) : pageConsent.sentence}
      </p>
      <div class="page-consent__buttons">
        <Button onClick={onAgree}>{pageConsent.agree}</Button>
        <Button variant="quiet" onClick={onDecline}>
          {pageConsent.decline}
        </Button>
      </div>
    </fieldset>
  );
}
