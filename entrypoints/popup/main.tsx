import { render } from 'preact';
import { App } from '@/components/app';
import { followLook } from '@/lib/browser/look';
import { pickLanguage } from '@/lib/i18n/language';
import { messagesFor } from '@/lib/i18n/messages';
import { connect } from './live-jobs';

const chosen = await followLook();
const language = pickLanguage(chosen.value, navigator.languages);
const { liveState, now, actions, focusedJobId } = connect(language);
const messages = messagesFor(language);
document.documentElement.lang = language;
document.title = messages.app.title;

function Popup() {
  const { history, isHistoryNewer, account, target } = liveState.value;
  return (
    <App
      history={history}
      isHistoryNewer={isHistoryNewer}
      account={account}
      now={now.value}
      target={target}
      messages={messages}
      language={language}
      actions={actions}
      {...(focusedJobId.value !== undefined && { focusedJobId: focusedJobId.value })}
    />
  );
}

render(<Popup />, document.body);
