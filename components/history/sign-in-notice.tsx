import type { AccountView } from '../account/account-view';
import { withOtherJars } from '../account/other-jars';
import { Button } from '../ui/button';
import { useLocale } from '../ui/locale';
import { Notice } from '../ui/notice';

/** Props of the sign-in banner. */
export interface SignInNoticeProps {
  /** Number of jobs that continue automatically after the sign-in. */
  waiting: number;
  /** Where else in Firefox a sign-in may exist that does not count. */
  otherJars: AccountView['otherJars'];
  onSignIn: () => void;
}

/** Asks the person to sign in to the service, and says how many jobs wait for it. */
export function SignInNotice({ waiting, otherJars, onSignIn }: SignInNoticeProps) {
  const { messages } = useLocale();
  const { notices, actions } = messages;
  const sentence = waiting > 0 ? notices.signInWaiting(waiting) : notices.signInText;
  return (
    <Notice
      icon="sign-in"
      title={notices.signInTitle}
      action={<Button onClick={onSignIn}>{actions.signIn}</Button>}
    >
      {withOtherJars(sentence, otherJars, messages)}
    </Notice>
  );
}
