import { render } from 'preact';
import { OptionsPage } from '@/components/options-page';
import { pickLanguage } from '@/lib/i18n/language';
import { messagesFor } from '@/lib/i18n/messages';
import { connect } from './connect';

const { live, actions } = connect();
const language = pickLanguage('auto', navigator.languages);
const messages = messagesFor(language);
document.documentElement.lang = language;
document.title = `${messages.options.title} · ${messages.app.title}`;

function Options() {
  // Nothing is shown until it is known: a switch that flips by itself would frighten.
  if (!live.value) return null;
  return <OptionsPage {...live.value} messages={messages} language={language} actions={actions} />;
}

render(<Options />, document.body);
