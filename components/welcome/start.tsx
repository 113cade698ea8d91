import { Button } from '../ui/button';
import { useLocale } from '../ui/locale';
import { WelcomeOption } from './option';
import { accountAt, type WelcomeActions, type WelcomeData } from './view';

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
        <WelcomeOption
          name="access"
          words={start.ask}
          hint={start.askHint}
          isChosen={!isEverywhere}
          onChoose={actions.revokeEverywhere}
        />
        <WelcomeOption
          name="access"
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

function Trial(props: WelcomeStartProps) {
  const { isAgreed, trial, isTrying, isStorageFull, actions } = props;
  const { messages, formats } = useLocale();
  const { start } = messages.welcome;
  const { site, state, credits } = accountAt(props);
  const cost = start.cost[site ?? 'jimeng'];
  const left = credits && start.credits(messages.app.credits(credits.total));
  const isSignedOut = state === 'signed-out' || state === 'no-access';
  return (
    <section class="welcome__trial" aria-label={start.try}>
      <img src={trial.src} width={trial.width} height={trial.height} alt={start.tryAlt} />
      <div>
        <h2>{start.try}</h2>
        <p>{start.trySize(formats.size(trial.width, trial.height))}</p>
        <p>{left ? messages.join(cost, left) : cost}</p>
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
