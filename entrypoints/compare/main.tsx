import { effect } from '@preact/signals';
import { render } from 'preact';
import { ComparePage } from '@/components/compare/page';
import { CompareTrouble } from '@/components/compare/trouble';
import { nameOf } from '@/components/job/job-words';
import { localeOf } from '@/components/ui/locale';
import { PageBoundary } from '@/components/ui/page-boundary';
import { brokenPageActions } from '@/lib/browser/pages/broken-page';
import { comparedJobId, comparedThrough, isAgainAsked } from '@/lib/browser/pages/compare';
import { followTheme } from '@/lib/browser/pages/theme';
import { followLanguage } from '@/lib/i18n/speech';
import { connect } from './connect';

// The upscalers' names are messages of the options page.
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

const { live, trouble, readAgain, now, actions } = connect(
  comparedJobId(location.search),
  comparedThrough(location.search),
  new Intl.Collator(language, { numeric: true }).compare,
);

effect(() => {
  const job = live.value?.job;
  document.title = job ? messages.compare.title(nameOf(job, locale)) : messages.app.title;
});

function Compare() {
  // Shows nothing until the job is known: a false "no longer in the history" would alarm.
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
      isUpscaleAgainOpen={isAgainAsked(location.hash)}
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
