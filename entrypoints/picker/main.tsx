import { render } from 'preact';
import { PickerPage } from '@/components/picker/page';
import { PageBoundary } from '@/components/ui/page-boundary';
import { brokenPageActions } from '@/lib/browser/pages/broken-page';
import { pickedTabs } from '@/lib/browser/pages/picker';
import { followTheme } from '@/lib/browser/pages/theme';
import { followLanguage } from '@/lib/i18n/speech';
import { connect } from './connect';

const speech = await followLanguage(await followTheme(), navigator.languages, 'picker');
const { language, messages } = speech.value;
document.documentElement.lang = language;
document.title = messages.picker.title;

const { data, actions } = await connect(pickedTabs(location.search));

function Picker() {
  return <PickerPage {...data.value} messages={messages} language={language} actions={actions} />;
}

render(
  <PageBoundary messages={messages} actions={brokenPageActions('picker')}>
    <Picker />
  </PageBoundary>,
  document.body,
);
