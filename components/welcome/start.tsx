import { useId } from 'preact/hooks';
import { Button } from '../ui/button';
import { useLocale } from '../ui/locale';
import type { WelcomeActions, WelcomeData } from './view';

/** Props of the third screen. */
export interface WelcomeStartProps extends WelcomeData {
  actions: Pick<
    WelcomeActions,
    | 'allowEverywhere'
    | 'revokeEverywhere'
    | 'upscaleTrial'
    | 'openHistory'
    | 'checkConnection'
    | 'signIn'
  >;
}

/** Access to sites, and a first image to try. */
export function WelcomeStart(props: WelcomeStartProps) {
  const { isEverywhere, actions } = props;
  const { start } = useLocale().messages.welcome;
  return (
    <>
      <fieldset class="welcome__choice">
        <legend>{start.access}</legend>
        <Option
          words={start.ask}
          hint={start.askHint}
          isChosen={!isEverywhere}
          onChoose={actions.revokeEverywhere}
        />
        <Option
          words={start.everywhere}
          hint={start.everywhereHint}
          isChosen={isEverywhere}
          onChoose={actions.allowEverywhere}
        />
      </fieldset>
      <Trial {...props} />
      <section class="welcome__check" aria-label={start.check}>
        <p>{start.checkHint}</p>
        <Button variant="quiet" onClick={actions.checkConnection}>
          {start.check}
        </Button>
      </section>
    </>
  );
}

/** Props of an option. */
interface OptionProps {
  words: string;
  hint: string;
  isChosen: boolean;
  onChoose: () => void;
}

/** Controlled: after a refused permission the other option stays chosen. */
function Option({ words, hint, isChosen, onChoose }: OptionProps) {
  const id = useId();
  return (
    <label class="welcome__option">
      <input
        type="radio"
        name="access"
        checked={isChosen}
        aria-labelledby={id}
        aria-describedby={`${id}hint`}
        onClick={(event) => {
          if (isChosen) return;
          event.preventDefault();
          onChoose();
        }}
      />
      <span id={id}>{words}</span>
      <span id={`${id}hint`}>{hint}</span>
    </label>
  );
}

function Trial(props: WelcomeStartProps) {
  const { isAgreed, account, trial, isTrying, isStorageFull, actions } = props;
  const { messages, formats } = useLocale();
  const { start } = messages.welcome;
  const { state, credits } = account;
  const left = credits && start.credits(messages.app.credits(credits.total));
  const isSignedOut = state === 'signed-out' || state === 'no-access';
  return (
    <section class="welcome__trial" aria-label={start.try}>
      <img src={trial.src} width={trial.width} height={trial.height} alt={start.tryAlt} />
      <div>
        <h2>{start.try}</h2>
        <p>{start.trySize(formats.size(trial.width, trial.height))}</p>
        <p>{left ? messages.join(start.cost, left) : start.cost}</p>
        <div class="welcome__buttons">
          {isTrying ? (
            <Button variant="soft" onClick={actions.openHistory}>
              {start.openHistory}
            </Button>
          ) : (
            <Button disabled={!isAgreed || isSignedOut} onClick={actions.upscaleTrial}>
              {start.upscale}
            </Button>
          )}
          <span role="status">
            {isTrying && start.started}
            {!isTrying && !isAgreed && start.needsConsent}
            {!isTrying && isAgreed && isSignedOut && start.needsSignIn}
            {!isTrying && isAgreed && !isSignedOut && isStorageFull && start.noRoom}
          </span>
        </div>
      </div>
    </section>
  );
}
