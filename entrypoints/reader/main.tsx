import { effect } from '@preact/signals';
import { render } from 'preact';
import { ReaderPage } from '@/components/reader/page';
import { PageBoundary } from '@/components/ui/page-boundary';
import { brokenPageActions } from '@/lib/browser/pages/broken-page';
import { readBatchId } from '@/lib/browser/pages/reader';
import { followTheme } from '@/lib/browser/pages/theme';
import { followLanguage } from '@/lib/i18n/speech';
import { DEFAULT_CHOICES } from '@/lib/reader/choices';
import { plainText } from '@/lib/text/plain-text';
import { connect } from './connect';

// Why a page is not upscaled is said in the words of errors.
const speech = await followLanguage(await followTheme(), navigator.languages, 'reader', 'errors');
const { language, messages } = speech.value;
document.documentElement.lang = language;

const { live, pictures, trouble, readAgain, actions } = connect(readBatchId(location.search));

effect(() => {
  const { batch } = live.value?.data ?? {};
  const name = batch && (plainText(batch.name) || messages.batch.unnamed);
  document.title = name ? messages.reader.title(name) : messages.app.title;
});

/** Nothing could be read: the page says why. */
const NOTHING = {
  data: { batch: undefined, leaves: [], isAllPaused: false },
  choices: DEFAULT_CHOICES,
  start: { index: 0, share: 0 },
};

function Page() {
  // Shows nothing until the batch is known: a false "no longer in the history" would alarm.
  if (!live.value && !trouble.value) return null;
  const { data, choices, start } = live.value ?? NOTHING;
  return (
    <ReaderPage
      {...data}
      choices={choices}
      start={start}
      pictures={pictures.value}
      trouble={trouble.value}
      onTryAgain={readAgain}
      messages={messages}
      language={language}
      actions={actions}
    />
  );
}

render(
  <PageBoundary messages={messages} actions={brokenPageActions('reader')}>
    <Page />
  </PageBoundary>,
  document.body,
);
