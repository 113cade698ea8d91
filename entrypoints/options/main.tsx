import { render } from 'preact';
import { OptionsPage } from '@/components/options-page';
import { followLook } from '@/lib/browser/look';
import { pickLanguage } from '@/lib/i18n/language';
import { messagesFor } from '@/lib/i18n/messages';
import { connect } from './connect';
import { connectHistory } from './history';

const { live, actions } = connect();
const history = connectHistory();
const chosen = await followLook();

function Options() {
  // Nothing is shown until it is known: a switch that flips by itself would frighten.
  if (!live.value) return null;
  const language = pickLanguage(chosen.value, navigator.languages);
  const messages = messagesFor(language);
  document.documentElement.lang = language;
  document.title = `${messages.options.title} · ${messages.app.title}`;
  return (
    <OptionsPage
      {...live.value}
      messages={messages}
      language={language}
      actions={actions}
      history={history.value}
    />
  );
}

render(<Options />, document.body);
