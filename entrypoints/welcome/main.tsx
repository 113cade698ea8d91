import { render } from 'preact';
import { PageBoundary } from '@/components/ui/page-boundary';
import { WelcomePage } from '@/components/welcome/page';
import { brokenPageActions } from '@/lib/browser/pages/broken-page';
import { followTheme } from '@/lib/browser/pages/theme';
import { followLanguage } from '@/lib/i18n/speech';
import { connect } from './connect';

const { live, step, actions } = connect();
const speech = await followLanguage(await followTheme(), navigator.languages, 'welcome');

function Welcome() {
  // Render only once the consent is known, so that it is not asked for again.
  if (!live.value) return null;
  const { language, messages } = speech.value;
  document.documentElement.lang = language;
  document.title = `${messages.welcome.title} · ${messages.app.title}`;
  return (
    <WelcomePage
      {...live.value}
      step={step.value}
      messages={messages}
      language={language}
      actions={actions}
    />
  );
}

render(
  <PageBoundary messages={speech.value.messages} actions={brokenPageActions('welcome')}>
    <Welcome />
  </PageBoundary>,
  document.body,
);
