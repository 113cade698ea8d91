import { withOtherJars } from '../account/other-jars';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { useLocale } from '../ui/locale';
import type { WelcomeActions, WelcomeData } from './view';

/** Props of the second screen. */
export interface WelcomeReadyProps extends Pick<WelcomeData, 'account' | 'isPinned'> {
  actions: Pick<WelcomeActions, 'signIn' | 'allowService'>;
}

/** Sign-in and toolbar button. Both update as soon as they change. */
export function WelcomeReady({ account, isPinned, actions }: WelcomeReadyProps) {
  const { messages } = useLocale();
  const { ready } = messages.welcome;
  const { state, otherJars } = account;
  return (
    <ul class="welcome__tasks">
      <li data-done={state === 'signed-in'}>
        <span class="welcome__icon">
          <Icon name={state === 'signed-in' ? 'check' : 'sign-in'} size={18} />
        </span>
        <div>
          <h2>{ready.account}</h2>
          <p role="status">{withOtherJars(ready[state], otherJars, messages)}</p>
        </div>
        {state === 'signed-out' && (
          <Button onClick={actions.signIn}>{messages.actions.signIn}</Button>
        )}
        {state === 'no-access' && (
          <Button onClick={actions.allowService}>{messages.notices.allowAccess}</Button>
        )}
      </li>
      <li data-done={isPinned === true}>
        <span class="welcome__icon">
          <Icon name={isPinned ? 'check' : 'pin'} size={18} />
        </span>
        <div>
          <h2>{ready.pin}</h2>
          <p role="status">{isPinned ? ready.pinned : ready.unpinned}</p>
        </div>
      </li>
    </ul>
  );
}
