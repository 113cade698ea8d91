import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Language } from '@/lib/i18n/locales/languages';
import type { Messages } from '@/lib/i18n/messages';
import { Button } from '../ui/button';
import { LocaleContext, localeOf, useLocale } from '../ui/locale';
import { Logo } from '../ui/logo';
import { WelcomeReady } from './ready';
import { WelcomeStart } from './start';
import { WELCOME_STEPS, type WelcomeActions, type WelcomeData, type WelcomeStep } from './view';
import { WelcomeWhat } from './what';
import '../ui/theme.css';
import './page.css';

/** Everything the welcome page shows. */
export interface WelcomePageProps extends WelcomeData {
  step: WelcomeStep;
  messages: Messages;
  language: Language;
  actions: WelcomeActions;
}

/** The welcome page: three screens, one at a time. */
export function WelcomePage(props: WelcomePageProps) {
  const { step, messages, language } = props;
  const { site } = props;
  const locale = useMemo(() => localeOf(language, messages, site), [language, messages, site]);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  // A new screen focuses its heading, so that screen readers start there. The first one does not.
  useEffect(() => {
    if (shown.current !== step) heading.current?.focus();
    shown.current = step;
  }, [step]);
  return (
    <LocaleContext.Provider value={locale}>
      <main class="welcome" lang={language}>
        <header class="welcome__header">
          <Logo size={32} />
          <p>{messages.app.title}</p>
          <Steps step={step} />
        </header>
        <section class="welcome__screen" aria-labelledby="welcome-title">
          <h1 id="welcome-title" ref={heading} tabIndex={-1}>
            {messages.welcome[step].title}
          </h1>
          {step === 'what' && <WelcomeWhat {...props} />}
          {step === 'ready' && <WelcomeReady {...props} />}
          {step === 'start' && <WelcomeStart {...props} />}
        </section>
        <StepButtons {...props} />
      </main>
    </LocaleContext.Provider>
  );
}

function Steps({ step }: { step: WelcomeStep }) {
  const { welcome } = useLocale().messages;
  const now = WELCOME_STEPS.indexOf(step) + 1;
  return (
    <ol class="welcome__steps" aria-label={welcome.steps}>
      {WELCOME_STEPS.map((each, index) => (
        <li key={each} aria-current={each === step ? 'step' : undefined}>
          <span class="visually-hidden">
            {index + 1 === now ? welcome.step(now, WELCOME_STEPS.length) : welcome[each].title}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Back and Next. On the first screen, agreeing takes the place of Next. */
function StepButtons({ step, isAgreed, actions }: WelcomePageProps) {
  const { welcome } = useLocale().messages;
  const at = WELCOME_STEPS.indexOf(step);
  const before = WELCOME_STEPS[at - 1];
  const after = WELCOME_STEPS[at + 1];
  const isAsking = step === 'what' && !isAgreed;
  return (
    <footer class="welcome__ways">
      {before && (
        <Button variant="quiet" onClick={() => actions.go(before)}>
          {welcome.back}
        </Button>
      )}
      {isAsking && (
        <Button
          onClick={() => {
            actions.agree();
            actions.go('ready');
          }}
        >
          {welcome.what.agree}
        </Button>
      )}
      {after && !isAsking && <Button onClick={() => actions.go(after)}>{welcome.next}</Button>}
      {!after && <Button onClick={actions.done}>{welcome.done}</Button>}
    </footer>
  );
}
