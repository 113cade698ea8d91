import type { ComponentChildren } from 'preact';
import { SITE_NAMES, SITES, type SiteName } from '@/lib/jimeng/model/sites';
import { withOtherJars } from '../account/other-jars';
import { SiteHosts } from '../account/site-hosts';
import { Button } from '../ui/button';
import { Icon, type IconName } from '../ui/icon';
import { useLocale } from '../ui/locale';
import { WelcomeOption } from './option';
import { accountAt, type WelcomeActions, type WelcomeData } from './view';

/** Props of the second screen. */
export interface WelcomeReadyProps
  extends Pick<WelcomeData, 'site' | 'services' | 'refused' | 'account' | 'isPinned'> {
  actions: Pick<WelcomeActions, 'chooseSite' | 'signIn' | 'allowService'>;
}

/** Where the account is, access to that site, signing in there, and the toolbar button. All update live. */
export function WelcomeReady(props: WelcomeReadyProps) {
  const { site, services, isPinned, actions } = props;
  const { sites, welcome } = useLocale().messages;
  const { ready } = welcome;
  return (
    <>
      <fieldset class="welcome__choice">
        <legend class="visually-hidden">{ready.site}</legend>
        {SITE_NAMES.map((name) => (
          <WelcomeOption
            key={name}
            name="site"
            words={sites.options[name]}
            hint={sites.places[name]}
            note={SITES[name][0].isBeta ? sites.beta : undefined}
            isChosen={name === site}
            onChoose={() => actions.chooseSite(name)}
          />
        ))}
        <p class="welcome__note">{ready.other}</p>
      </fieldset>
      <ul class="welcome__tasks">
        {site && <Access {...props} site={site} />}
        {site && services[site] === 'all' && <Account {...props} site={site} />}
        <Task icon="pin" title={ready.pin} isDone={isPinned === true}>
          <p role="status">{isPinned ? ready.pinned : ready.unpinned}</p>
        </Task>
      </ul>
    </>
  );
}

/** Props of a task. */
interface TaskProps {
  icon: IconName;
  title: string;
  isDone: boolean;
  children: ComponentChildren;
  button?: ComponentChildren;
}

function Task({ icon, title, isDone, children, button }: TaskProps) {
  return (
    <li data-done={isDone}>
      <span class="welcome__icon">
        <Icon name={isDone ? 'check' : icon} size={18} />
      </span>
      <div>
        <h2>{title}</h2>
        {children}
      </div>
      {button}
    </li>
  );
}

type SiteTaskProps = WelcomeReadyProps & { site: SiteName };

/** Lists the hosts with their reasons before the browser asks. */
function Access({ site, services, refused, actions }: SiteTaskProps) {
  const { notices, sites, welcome } = useLocale().messages;
  const { ready } = welcome;
  const name = sites.names[site];
  const isAllowed = services[site] === 'all';
  return (
    <Task
      icon="key"
      title={ready.access(name)}
      isDone={isAllowed}
      button={
        !isAllowed && (
          <Button onClick={() => actions.allowService(site)}>{notices.allowAccess}</Button>
        )
      }
    >
      {!isAllowed && <p>{ready.accessAsk}</p>}
      <SiteHosts site={site} />
      <p role="status">{!isAllowed && refused === site && ready.refused(name)}</p>
    </Task>
  );
}

function Account({ site, actions, ...data }: SiteTaskProps) {
  const { messages } = useLocale();
  const { ready } = messages.welcome;
  const name = messages.sites.names[site];
  const { state, otherJars } = accountAt({ site, ...data });
  const isSignedIn = state === 'signed-in';
  const words = isSignedIn
    ? ready.signedIn
    : state === 'unknown'
      ? ready.checking
      : withOtherJars(ready.signIn(name), otherJars, messages);
  return (
    <Task
      icon="sign-in"
      title={ready.account(name)}
      isDone={isSignedIn}
      button={
        state === 'signed-out' && (
          <Button onClick={() => actions.signIn(site)}>{messages.actions.signIn}</Button>
        )
      }
    >
      <p role="status">{words}</p>
    </Task>
  );
}
