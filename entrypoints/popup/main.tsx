import { render } from 'preact';
import { App } from '@/components/app';
import { pickLanguage } from '@/lib/i18n/language';
import { messagesFor } from '@/lib/i18n/messages';
import { connect } from './live-jobs';

const { liveState, now, actions, focusedJobId } = connect();
const language = pickLanguage('auto', navigator.languages);
const messages = messagesFor(language);
document.documentElement.lang = language;
document.title = messages.app.title;

function Popup() {
  const { jobs, account, target, thumbs } = liveState.value;
  return (
    <App
      jobs={jobs}
      account={account}
      now={now.value}
      target={target}
      thumbs={thumbs}
      messages={messages}
      language={language}
      actions={actions}
      {...(focusedJobId.value !== undefined && { focusedJobId: focusedJobId.value })}
    />
  );
}

render(<Popup />, document.body);
