import { useId, useMemo } from 'preact/hooks';
import type { Language } from '@/lib/i18n/locales/languages';
import type { Messages } from '@/lib/i18n/messages';
import { viewOf } from '@/lib/picker/picker';
import { Button } from '../ui/button';
import { LocaleContext, localeOf } from '../ui/locale';
import { Logo } from '../ui/logo';
import { Segmented } from '../ui/segmented';
import type { PickerActions } from './actions';
import { Filters } from './filters';
import { PickerGrid } from './grid';
import { NoTiles, PickerNotices } from './notices';
import { SpokenCounts } from './spoken-counts';
import { StartBar } from './start-bar';
import { TickBar } from './tick-bar';
import type { PickerData, TabScope } from './view';
import '../ui/theme.css';
import './page.css';

/** Props of the picker. */
export interface PickerPageProps extends PickerData {
  messages: Messages;
  language: Language;
  actions: PickerActions;
}

/** All pictures of a page, to choose which are upscaled. */
export function PickerPage(props: PickerPageProps) {
  const { state, scan, thumbs, account, messages, language, actions } = props;
  const locale = useMemo(
    () => localeOf(language, messages, account.site),
    [language, messages, account.site],
  );
  const view = useMemo(() => viewOf(state), [state]);
  const { picker } = locale.messages;
  const hintId = useId();
  const all = state.pictures.length;
  // Nothing to filter or to tick; while it searches, they keep their places.
  const isEmpty = all === 0 && !scan.isSearching;
  return (
    <LocaleContext.Provider value={locale}>
      <main class="picker" lang={language}>
        <header class="picker__header">
          <Logo />
          <h1>{picker.title}</h1>
          {props.tabsToRight > 0 && (
            <Segmented<TabScope>
              label={picker.tabs.title}
              options={[
                { value: 'one', label: picker.tabs.one },
                { value: 'right', label: picker.tabs.right(props.tabsToRight) },
              ]}
              value={props.tabScope}
              onChange={actions.chooseTabs}
            />
          )}
          <span class="picker__scroll" title={picker.scroll.hint}>
            {scan.isAtEnd && !scan.isScrolling && <span>{picker.scroll.ended}</span>}
            <Button
              variant="soft"
              disabled={!scan.canScroll}
              onClick={() => actions.scroll(!scan.isScrolling)}
            >
              {scan.isScrolling ? picker.scroll.stop : picker.scroll.start}
            </Button>
          </span>
        </header>
        <PickerNotices scan={scan} blockedHosts={props.blockedHosts} actions={actions} />
        {!isEmpty && (
          <>
            <Filters
              filter={state.filter}
              sort={state.sort}
              start={state.ticks.start}
              view={view}
              onFilter={(filter) => actions.dispatch({ type: 'filtered', filter })}
              onSort={(sort) => actions.dispatch({ type: 'sorted', sort })}
              onStart={(start) => actions.dispatch({ type: 'start-chosen', start })}
            />
            <TickBar shown={view.shown.length} all={all} onEvent={actions.dispatch} />
            <p id={hintId} class="picker__hint">
              {picker.hint}
            </p>
          </>
        )}
        {view.shown.length > 0 ? (
          <PickerGrid view={view} thumbs={thumbs} actions={actions} describedBy={hintId} />
        ) : (
          <NoTiles all={all} scan={scan} onEvent={actions.dispatch} />
        )}
        <StartBar {...props} view={view} />
        <SpokenCounts ticked={view.picked.length} shown={view.shown.length} all={all} />
      </main>
    </LocaleContext.Provider>
  );
}
