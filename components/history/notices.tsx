/** The banners above the history. Each says what is the matter, why, and offers one button. */

import type { AccountReport } from '@/lib/browser/messages';
import type { SiteName } from '@/lib/jimeng/model/sites';
import type { HistoryTrouble } from '@/lib/jobs/model/history-trouble';
import { withOtherJars } from '../account/other-jars';
import { Button } from '../ui/button';
import { useLocale } from '../ui/locale';
import { Notice } from '../ui/notice';

/** Says that access to the site of the account is missing, and asks for it. */
export function AccessNotice({ site, onAllow }: { site: SiteName; onAllow: () => void }) {
  const { notices, sites } = useLocale().messages;
  return (
    <Notice
      icon="key"
      title={sites.accessTitle(sites.names[site])}
      action={<Button onClick={onAllow}>{notices.allowAccess}</Button>}
    >
      {sites.accessText(sites.names[site])}
    </Notice>
  );
}

/** Says why no image can be picked on the page in front, and what works instead. */
export function ReachNotice({ onAllow }: { onAllow: () => void }) {
  const { notices, actions } = useLocale().messages;
  return (
    <div role="alert">
      <Notice
        icon="pick"
        title={notices.reachTitle}
        action={<Button onClick={onAllow}>{actions.allowEverywhere}</Button>}
      >
        {notices.reachText}
      </Notice>
    </div>
  );
}

/** Props of the sign-in banner. */
export interface SignInNoticeProps {
  /** Jobs that resume by themselves after the sign-in. */
  waiting: number;
  /** Where else the person may be signed in; such a session cannot be used. */
  otherJars: AccountReport['otherJars'];
  onSignIn: () => void;
}

/** Asks the person to sign in at the service, and says how many jobs wait for it. */
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

/** Props of the banner about a full disk. */
export interface FullNoticeProps {
  /** Starts choosing what to remove. Absent if the history is empty. */
  onMakeRoom?: (() => void) | undefined;
  onDismiss: () => void;
}

/** Says that a click was lost because the disk was too full even for its job, and how to make room. */
export function FullNotice({ onMakeRoom, onDismiss }: FullNoticeProps) {
  const { notices } = useLocale().messages;
  return (
    <div role="alert">
      <Notice
        icon="alert"
        title={notices.fullTitle}
        action={
          onMakeRoom ? (
            <Button onClick={onMakeRoom}>{notices.makeRoom}</Button>
          ) : (
            <Button onClick={onDismiss}>{notices.fullRead}</Button>
          )
        }
      >
        {onMakeRoom ? notices.fullText : notices.fullElsewhere}
      </Notice>
    </div>
  );
}

/** Props of the banner in place of the history. */
export interface HistoryNoticeProps {
  trouble: HistoryTrouble;
  onTryAgain: () => void;
}

/** Takes the place of a history that cannot be read: why, and what helps. */
export function HistoryNotice({ trouble, onTryAgain }: HistoryNoticeProps) {
  const { notices } = useLocale().messages;
  if (trouble === 'newer') {
    return (
      <Notice icon="alert" title={notices.newerTitle} action={null}>
        {notices.newerText}
      </Notice>
    );
  }
  const action = (
    <Button variant="soft" onClick={onTryAgain}>
      {notices.tryAgain}
    </Button>
  );
  return (
    <Notice icon="alert" title={notices.unreadableTitle} action={action}>
      {notices.unreadableText}
    </Notice>
  );
}
