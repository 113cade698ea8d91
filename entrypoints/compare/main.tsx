import { effect } from '@preact/signals';
import { render } from 'preact';
import { ComparePage } from '@/components/compare/page';
import { CompareTrouble } from '@/components/compare/trouble';
import { nameOf } from '@/components/job/job-words';
import { localeOf } from '@/components/ui/locale';
import { PageBoundary } from '@/components/ui/page-boundary';
import { brokenPageActions } from '@/lib/browser/pages/broken-page';
import { comparedJobId, isAgainAsked } from '@/lib/browser/pages/compare';
import { followTheme } from '@/lib/browser/pages/theme';
import { followLanguage } from '@/lib/i18n/speech';
import { connect } from './connect';

// The messages of the options page contain the names of the upscalers.
const speech = await followLanguage(
  await followTheme(),
  navigator.languages,
  'compare',
  'errors',
  'options',
);
const { language, messages } = speech.value;
const locale = localeOf(language, messages);
document.documentElement.lang = language;

const { live, trouble, readAgain, now, actions } = connect(comparedJobId(location.search));

effect(() => {
  const job = live.value?.job;
  document.title = job ? messages.compare.title(nameOf(job, locale)) : messages.app.title;
});

function Compare() {
  // Render only once the job is known, so that "no longer in the history" never flashes up.
  if (!live.value) {
    if (!trouble.value) return null;
    return (
      <CompareTrouble
        trouble={trouble.value}
        onTryAgain={readAgain}
        messages={messages}
        language={language}
      />
    );
  }
  return (
    <ComparePage
      {...live.value}
      isAgainAsked={isAgainAsked(location.hash)}
      now={now.value}
      messages={messages}
      language={language}
      actions={actions}
    />
  );
}

render(
  <PageBoundary messages={messages} actions={brokenPageActions('compare')}>
    <Compare />
  </PageBoundary>,
  document.body,
);
