/** Helpers of the component tests: render in a language, and actions that record. */
import { cleanup, render } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import type { ComponentChild } from 'preact';
import { afterEach, vi } from 'vitest';
import type { Actions } from '@/components/actions';
import { LocaleContext, localeOf } from '@/components/locale';
import type { OptionsActions } from '@/components/options-page';
import type { Language } from '@/lib/i18n/language';

afterEach(cleanup);

/** Renders with a language around it, and hands out a person to press keys and buttons. */
export function show(children: ComponentChild, language: Language = 'en') {
  const wrap = (inner: ComponentChild) => (
    <LocaleContext.Provider value={localeOf(language)}>{inner}</LocaleContext.Provider>
  );
  const view = render(wrap(children));
  return {
    ...view,
    user: userEvent.setup(),
    again: (inner: ComponentChild) => view.rerender(wrap(inner)),
  };
}

/** The same for the options page. */
export function recordedOptionsActions() {
  return {
    change: vi.fn<OptionsActions['change']>(),
    allowEverywhere: vi.fn<OptionsActions['allowEverywhere']>(),
    revokeEverywhere: vi.fn<OptionsActions['revokeEverywhere']>(),
    revoke: vi.fn<OptionsActions['revoke']>(),
    allowService: vi.fn<OptionsActions['allowService']>(),
    openShortcuts: vi.fn<OptionsActions['openShortcuts']>(),
  } satisfies OptionsActions;
}

/** Actions that only remember that they were asked for. */
export function recordedActions() {
  return {
    save: vi.fn<Actions['save']>(),
    retry: vi.fn<Actions['retry']>(),
    cancel: vi.fn<Actions['cancel']>(),
    remove: vi.fn<Actions['remove']>(),
    openPage: vi.fn<Actions['openPage']>(),
    allow: vi.fn<Actions['allow']>(),
    allowService: vi.fn<Actions['allowService']>(),
    signIn: vi.fn<Actions['signIn']>(),
    openService: vi.fn<Actions['openService']>(),
    useTarget: vi.fn<Actions['useTarget']>(),
    useExisting: vi.fn<Actions['useExisting']>(),
    upscaleAnyway: vi.fn<Actions['upscaleAnyway']>(),
    addFiles: vi.fn<Actions['addFiles']>(),
    setTarget: vi.fn<Actions['setTarget']>(),
    keepOriginal: vi.fn<Actions['keepOriginal']>(),
    useScreen: vi.fn<Actions['useScreen']>(),
    pickImage: vi.fn<Actions['pickImage']>(),
    openOptions: vi.fn<Actions['openOptions']>(),
  } satisfies Actions;
}
