/** Helpers of the component tests: render in a language, and actions that record. */
import { cleanup, render } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import type { ComponentChild } from 'preact';
import { afterEach, vi } from 'vitest';
import type { Actions } from '@/components/history/actions';
import type { HistoryActions } from '@/components/history/history-view';
import type { OptionsActions } from '@/components/options/view';
import { LocaleContext, localeOf } from '@/components/ui/locale';
import { messagesFor } from '@/lib/i18n/all-messages';
import type { Language } from '@/lib/i18n/locales/languages';

afterEach(cleanup);

/** Renders in a language, with a user who presses keys and buttons. `again` renders something else in place. */
export function show(children: ComponentChild, language: Language = 'en') {
  const wrap = (inner: ComponentChild) => (
    <LocaleContext.Provider value={localeOf(language, messagesFor(language))}>
      {inner}
    </LocaleContext.Provider>
  );
  const view = render(wrap(children));
  return {
    ...view,
    user: userEvent.setup(),
    again: (inner: ComponentChild) => view.rerender(wrap(inner)),
  };
}

/**
 * Shows a page.
 * @param page draws it with some of its props changed
 * @returns also `change`, which draws it anew
 */
export function showPage<Props>(
  page: (changed: Partial<Props>) => ComponentChild,
  language: Language = 'en',
) {
  const view = show(page({}), language);
  return { ...view, change: (changed: Partial<Props>) => view.again(page(changed)) };
}

/** Actions of the options page that record their calls. */
export function recordedOptionsActions() {
  return {
    change: vi.fn<OptionsActions['change']>(),
    allowEverywhere: vi.fn<OptionsActions['allowEverywhere']>(),
    revokeEverywhere: vi.fn<OptionsActions['revokeEverywhere']>(),
    revoke: vi.fn<OptionsActions['revoke']>(),
    allowService: vi.fn<OptionsActions['allowService']>(),
    revokeService: vi.fn<OptionsActions['revokeService']>(),
    openShortcuts: vi.fn<OptionsActions['openShortcuts']>(),
    useKeys: vi.fn<OptionsActions['useKeys']>(),
    openList: vi.fn<OptionsActions['openList']>(),
    notify: vi.fn<OptionsActions['notify']>(),
    openWelcome: vi.fn<OptionsActions['openWelcome']>(),
    takeBackConsent: vi.fn<OptionsActions['takeBackConsent']>(),
    sendAllThroughPage: vi.fn<OptionsActions['sendAllThroughPage']>(),
    agreeToPage: vi.fn<OptionsActions['agreeToPage']>(),
    signIn: vi.fn<OptionsActions['signIn']>(),
    openService: vi.fn<OptionsActions['openService']>(),
    reset: vi.fn<OptionsActions['reset']>(),
    copyReport: vi.fn<OptionsActions['copyReport']>(async () => {}),
  } satisfies OptionsActions;
}

/** Actions of the history that record their calls. */
export function recordedActions() {
  return {
    save: vi.fn<Actions['save']>(),
    saveAs: vi.fn<Actions['saveAs']>(),
    copy: vi.fn<Actions['copy']>(async () => true),
    compare: vi.fn<Actions['compare']>(),
    upscaleAgain: vi.fn<Actions['upscaleAgain']>(),
    retry: vi.fn<Actions['retry']>(),
    startOver: vi.fn<Actions['startOver']>(),
    cancel: vi.fn<Actions['cancel']>(),
    remove: vi.fn<Actions['remove']>(),
    openPage: vi.fn<Actions['openPage']>(),
    allow: vi.fn<Actions['allow']>(),
    allowService: vi.fn<Actions['allowService']>(),
    signIn: vi.fn<Actions['signIn']>(),
    openWelcome: vi.fn<Actions['openWelcome']>(),
    useSite: vi.fn<Actions['useSite']>(),
    openService: vi.fn<Actions['openService']>(),
    mayUsePage: vi.fn<Actions['mayUsePage']>(async () => false),
    agreeToPage: vi.fn<Actions['agreeToPage']>(async () => {}),
    continueInPage: vi.fn<Actions['continueInPage']>(),
    skipPage: vi.fn<Actions['skipPage']>(),
    useTarget: vi.fn<Actions['useTarget']>(),
    useExisting: vi.fn<Actions['useExisting']>(),
    upscaleAnyway: vi.fn<Actions['upscaleAnyway']>(),
    addImages: vi.fn<Actions['addImages']>(async () => undefined),
    allowPatterns: vi.fn<Actions['allowPatterns']>(),
    setTarget: vi.fn<Actions['setTarget']>(),
    keepOriginal: vi.fn<Actions['keepOriginal']>(),
    useShown: vi.fn<Actions['useShown']>(),
    useScreen: vi.fn<Actions['useScreen']>(),
    pickImage: vi.fn<Actions['pickImage']>(),
    chooseSeveral: vi.fn<Actions['chooseSeveral']>(),
    openOptions: vi.fn<Actions['openOptions']>(),
    checkConnection: vi.fn<Actions['checkConnection']>(),
    dismissFull: vi.fn<Actions['dismissFull']>(),
    ask: vi.fn<HistoryActions['ask']>(),
    show: vi.fn<HistoryActions['show']>(),
    readAll: vi.fn<HistoryActions['readAll']>(),
    saveAll: vi.fn<HistoryActions['saveAll']>(),
    saveZip: vi.fn<HistoryActions['saveZip']>(),
    saveList: vi.fn<HistoryActions['saveList']>(),
    dismissZip: vi.fn<HistoryActions['dismissZip']>(),
    retryAll: vi.fn<HistoryActions['retryAll']>(),
    removeAll: vi.fn<HistoryActions['removeAll']>(),
    readAgain: vi.fn<HistoryActions['readAgain']>(),
    goTo: vi.fn<HistoryActions['goTo']>(),
    undoRemoval: vi.fn<HistoryActions['undoRemoval']>(),
    pauseAll: vi.fn<HistoryActions['pauseAll']>(),
    compareDone: vi.fn<HistoryActions['compareDone']>(),
    startBatch: vi.fn<HistoryActions['startBatch']>(),
    discardBatch: vi.fn<HistoryActions['discardBatch']>(),
    pauseBatch: vi.fn<HistoryActions['pauseBatch']>(),
    resumeBatch: vi.fn<HistoryActions['resumeBatch']>(),
    setBatchBudget: vi.fn<HistoryActions['setBatchBudget']>(),
    cancelBatchRest: vi.fn<HistoryActions['cancelBatchRest']>(),
    retryBatchFailed: vi.fn<HistoryActions['retryBatchFailed']>(),
    answerBatch: vi.fn<HistoryActions['answerBatch']>(),
    removeBatch: vi.fn<HistoryActions['removeBatch']>(),
    readBatch: vi.fn<HistoryActions['readBatch']>(),
  } satisfies Actions & HistoryActions;
}
