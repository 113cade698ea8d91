import { render } from 'preact';
import { OptionsPage } from '@/components/options/page';
import { PageBoundary } from '@/components/ui/page-boundary';
import { brokenPageActions } from '@/lib/browser/pages/broken-page';
import { followTheme } from '@/lib/browser/pages/theme';
import { followLanguage } from '@/lib/i18n/speech';
import { connect } from './connect';
import { connectHistory } from './history';

const { live, actions } = connect();
const history = connectHistory();
const speech = await followLanguage(await followTheme(), navigator.languages, 'options');

function Options() {
  // Render only once the settings are known, so that no switch flips by itself.
  if (!live.value) return null;
  const { language, messages } = speech.value;
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

render(
  <PageBoundary messages={speech.value.messages} actions={brokenPageActions('options')}>
    <Options />
  </PageBoundary>,
  document.body,
);
