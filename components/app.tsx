import { useMemo, useRef } from 'preact/hooks';
import type { Language } from '@/lib/i18n/language';
import type { Messages } from '@/lib/i18n/messages';
import type { Target } from '@/lib/jimeng/tools';
import type { Job } from '@/lib/jobs/job';
import { AccessNotice } from './access-notice';
import type { AccountView } from './account-view';
import type { Actions } from './actions';
import { Announcer } from './announcer';
import { CreditsPill } from './credits-pill';
import { DropZone } from './drop-zone';
import { EmptyState } from './empty-state';
import { IconButton } from './icon-button';
import { JobList } from './job-list';
import { LocaleContext, localeOf } from './locale';
import { Logo } from './logo';
import { SignInNotice } from './sign-in-notice';
import './theme.css';
import './app.css';

/** Everything the popup shows, as data. */
export interface AppProps {
  jobs: readonly Job[];
  account: AccountView;
  /** Unix ms; renewed about four times a second while something runs. */
  now: number;
  target: Target;
  /** Object URL of a row's thumbnail, if there is one. */
  thumbs: (id: string) => string | undefined;
  messages: Messages;
  language: Language;
  actions: Actions;
  /** Row to bring into view, such as the one whose permission is asked for. */
  focusedJobId?: string | undefined;
  /** Keys that upscale the image under the pointer; empty when the person took them away. */
  shortcut?: string | undefined;
}

/** As the manifest suggests it. */
const SHORTCUT = 'Alt+Shift+U';

/** The popup. */
export function App(props: AppProps) {
  const { jobs, account, now, target, thumbs, messages, language, actions, focusedJobId } = props;
  const locale = useMemo(() => localeOf(language, messages), [language, messages]);
  const fileInput = useRef<HTMLInputElement>(null);
  const forSignIn = jobs.filter((job) => job.waiting?.reason === 'sign-in').length;

  return (
    <LocaleContext.Provider value={locale}>
      <div class="app" lang={language}>
        <header class="app__header">
          <Logo />
          <h1>{messages.app.title}</h1>
          {account.state === 'signed-in' && account.credits && (
            <CreditsPill total={account.credits.total} onClick={actions.openService} />
          )}
          <IconButton icon="pick" label={messages.add.pick} onClick={actions.pickImage} />
          <IconButton icon="settings" label={messages.app.settings} onClick={actions.openOptions} />
        </header>
        <div class="app__top">
          {account.state === 'no-access' && <AccessNotice onAllow={actions.allowService} />}
          {account.state === 'signed-out' && (
            <SignInNotice waiting={forSignIn} onSignIn={actions.signIn} />
          )}
          <DropZone
            target={target}
            onTarget={actions.setTarget}
            onFiles={(files) => actions.addFiles(files, target)}
            inputRef={fileInput}
          />
        </div>
        <main class="app__main">
          {jobs.length === 0 ? (
            <EmptyState shortcut={props.shortcut ?? SHORTCUT} />
          ) : (
            <JobList
              jobs={jobs}
              now={now}
              thumbs={thumbs}
              actions={actions}
              onChooseFile={() => fileInput.current?.click()}
              isSignInAskedAbove={account.state === 'signed-out'}
              focusedJobId={focusedJobId}
            />
          )}
        </main>
        <Announcer jobs={jobs} />
      </div>
    </LocaleContext.Provider>
  );
}
