import { render } from 'preact';
import { OptionsPage } from '@/components/options/page';
import { PageBoundary } from '@/components/ui/page-boundary';
import { brokenPageActions } from '@/lib/browser/pages/broken-page';
import { followTheme } from '@/lib/browser/pages/theme';
import { followLanguage } from '@/lib/i18n/speech';
import { connectAdvanced } from './advanced';
import { connect } from './connect';
import { connectConnection } from './connection';
import { connectElsewhere } from './elsewhere';
import { connectHistory } from './history';
import { connectReplaced } from './replaced';

const { live, actions, settle } = connect();
const history = connectHistory();
const replaced = connectReplaced();
const connection = connectConnection();
const elsewhere = connectElsewhere(settle);
const advanced = { jimeng: connectAdvanced('jimeng'), dreamina: connectAdvanced('dreamina') };
// What other pages begin with is named in their words.
const speech = await followLanguage(
  await followTheme(),
  navigator.languages,
  'options',
  'picker',
  'reader',
  'compare',
);

function Options() {
  // Shows nothing until the settings are known: a switch must not flip by itself.
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
      replaced={replaced.value}
      elsewhere={elsewhere.value}
      connection={
        connection.live.value && { ...connection.live.value, actions: connection.actions }
      }
      advanced={advanced[live.value.account.site].value}
    />
  );
}

render(
  <PageBoundary messages={speech.value.messages} actions={brokenPageActions('options')}>
    <Options />
  </PageBoundary>,
  document.body,
);
