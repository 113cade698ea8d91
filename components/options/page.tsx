import { useId, useMemo } from 'preact/hooks';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@/lib/i18n/locales/languages';
import type { Messages } from '@/lib/i18n/messages';
import { SITES } from '@/lib/jimeng/model/sites';
import { withOtherJars } from '../account/other-jars';
import { Button } from '../ui/button';
import { LocaleContext, localeOf, useLocale } from '../ui/locale';
import { Logo } from '../ui/logo';
import { Segmented, segments } from '../ui/segmented';
import { Select } from '../ui/select';
import { Slider } from '../ui/slider';
import { TargetSwitch } from '../ui/target-switch';
import { OptionsAdvanced, type OptionsAdvancedProps } from './advanced';
import { BackgroundChoice } from './background-choice';
import { OptionsConnection } from './connection';
import type { OptionsConnectionProps } from './connection-view';
import { DayLimit } from './day-limit';
import { OptionsElsewhere } from './elsewhere';
import type { OptionsElsewhereProps } from './elsewhere-view';
import { OptionsHelp } from './help';
import { OptionsHistory, type OptionsHistoryProps } from './history';
import { PageWay } from './page-way';
import { PermissionList } from './permission-list';
import { OptionsPrivacy } from './privacy';
import { OptionsReplace, type OptionsReplaceProps } from './replace-sites';
import { OptionsRow } from './row';
import { OptionsSaving } from './saving';
import { OptionsSection } from './section';
import { SiteList } from './site-list';
import { OptionsSites } from './sites';
import { OptionsSwitch } from './switch';
import { UpscalerChoice } from './upscaler-choice';
import type { OptionsActions, OptionsData } from './view';
import { OptionsWays } from './ways';
import '../ui/theme.css';
import './page.css';

/** Everything the options page shows. */
export interface OptionsPageProps extends OptionsData {
  messages: Messages;
  language: Language;
  actions: OptionsActions;
  /** The history section, once it was read. */
  history?: OptionsHistoryProps | undefined;
  /** The connection section, once its state was read. */
  connection?: OptionsConnectionProps | undefined;
  /** The sites on which results are shown, once they were read. */
  replaced?: OptionsReplaceProps | undefined;
  /** Taking the settings elsewhere, once its state was read. */
  elsewhere?: OptionsElsewhereProps | undefined;
  /** The versions, once they were read. */
  advanced?: OptionsAdvancedProps | undefined;
}

/** The options page. */
export function OptionsPage(props: OptionsPageProps) {
  const { messages, language } = props;
  const { site } = props.account;
  const locale = useMemo(() => localeOf(language, messages, site), [language, messages, site]);
  const { options, app } = messages;
  return (
    <LocaleContext.Provider value={locale}>
      <main class="options" lang={language}>
        <header class="options__header">
          <Logo size={40} />
          <div>
            <h1>{options.title}</h1>
            <p>{app.title}</p>
          </div>
        </header>
        <Account {...props} />
        <OptionsSites {...props} />
        <Upscaling {...props} />
        <OptionsSaving {...props} onChange={props.actions.change} />
        <OptionsWays {...props} />
        <Appearance {...props} />
        <Access {...props} />
        {props.replaced && <OptionsReplace {...props.replaced} />}
        {props.elsewhere && <OptionsElsewhere {...props.elsewhere} />}
        {props.history && <OptionsHistory {...props.history} />}
        <OptionsPrivacy {...props} />
        {props.connection && <OptionsConnection {...props.connection} />}
        {props.advanced && <OptionsAdvanced key={props.advanced.site} {...props.advanced} />}
        <OptionsHelp {...props} />
        <footer class="options__footer">{options.unofficial}</footer>
        <p class="options__outcome" data-outcome={props.saveOutcome} role="status">
          {props.saveOutcome === 'saved' && options.saved}
          {props.saveOutcome === 'failed' && options.notSaved}
        </p>
      </main>
    </LocaleContext.Provider>
  );
}

function Account({ account, actions }: OptionsPageProps) {
  const { messages } = useLocale();
  const { actions: buttons, options, sites } = messages;
  const words = options.account;
  const { state, credits, otherJars } = account;
  const hint =
    state === 'signed-in' && credits
      ? words.credits(credits.total)
      : state === 'no-access'
        ? sites.accessText(sites.names[account.site])
        : words[state];
  return (
    <OptionsSection title={words.title}>
      <OptionsRow title={sites.names[account.site]} hint={withOtherJars(hint, otherJars, messages)}>
        {state === 'signed-out' ? (
          <Button onClick={() => actions.signIn(account.site)}>{buttons.signIn}</Button>
        ) : (
          <Button variant="quiet" onClick={() => actions.openService(account.site)}>
            {buttons.openService}
          </Button>
        )}
      </OptionsRow>
    </OptionsSection>
  );
}

function Upscaling({ settings, isPageForAll = false, actions }: OptionsPageProps) {
  const { messages, site } = useLocale();
  const { upscaling, tuning, pageWay } = messages.options;
  const detailId = useId();
  return (
    <OptionsSection title={upscaling.title}>
      <OptionsRow title={upscaling.size} hint={upscaling.sizeHint}>
        <TargetSwitch target={settings.target} onChange={(target) => actions.change({ target })} />
      </OptionsRow>
      <UpscalerChoice
        upscaler={settings.upscaler}
        onChange={(upscaler) => actions.change({ upscaler })}
      />
      <OptionsRow
        title={tuning.detail}
        titleId={detailId}
        hint={tuning.detailHint}
        hintId={`${detailId}hint`}
      >
        <Slider
          value={settings.detail}
          labelledBy={detailId}
          describedBy={`${detailId}hint`}
          onChange={(detail) => actions.change({ detail })}
        />
      </OptionsRow>
      <BackgroundChoice
        background={settings.background}
        onChange={(background) => actions.change({ background })}
      />
      <OptionsRow title={tuning.search} hint={tuning.searchHint}>
        <Segmented
          label={tuning.search}
          options={([0, 2, 5, 10] as const).map((value) => ({
            value,
            label: tuning.searchSeconds(value),
          }))}
          value={settings.searchSeconds}
          onChange={(searchSeconds) => actions.change({ searchSeconds })}
        />
      </OptionsRow>
      <OptionsRow title={tuning.parallel} hint={tuning.parallelHint}>
        <Segmented
          label={tuning.parallel}
          options={[1, 2, 3].map((value) => ({ value, label: String(value) }))}
          value={settings.parallel}
          onChange={(parallel) => actions.change({ parallel })}
        />
      </OptionsRow>
      <DayLimit
        dayLimit={settings.dayLimit}
        onChange={(dayLimit) => actions.change({ dayLimit })}
      />
      {SITES[site][0].orders === 'background' && (
        <PageWay {...pageWay} isOn={isPageForAll} onChange={actions.sendAllThroughPage} />
      )}
    </OptionsSection>
  );
}

function Appearance({ settings, actions }: OptionsPageProps) {
  const { appearance } = useLocale().messages.options;
  return (
    <OptionsSection title={appearance.title}>
      <OptionsRow title={appearance.language} hint={appearance.languageHint}>
        <Select
          label={appearance.language}
          options={[
            { value: 'auto', label: appearance.languageOfBrowser },
            ...LANGUAGES.map((each) => ({
              value: each,
              label: LANGUAGE_NAMES[each],
              lang: each,
            })),
          ]}
          value={settings.language}
          onChange={(language) => actions.change({ language })}
        />
      </OptionsRow>
      <OptionsRow title={appearance.theme}>
        <Segmented
          label={appearance.theme}
          options={segments(['auto', 'light', 'dark'], appearance.themes)}
          value={settings.theme}
          onChange={(theme) => actions.change({ theme })}
        />
      </OptionsRow>
      <OptionsSwitch
        title={appearance.toast}
        hint={appearance.toastHint}
        isOn={settings.isToastOn}
        onChange={(isToastOn) => actions.change({ isToastOn })}
      />
      <OptionsSwitch
        title={appearance.notify}
        hint={appearance.notifyHint}
        isOn={settings.isNotifyOn}
        onChange={actions.notify}
      />
    </OptionsSection>
  );
}

function Access({ access, permissions, actions }: OptionsPageProps) {
  const words = useLocale().messages.options.access;
  const sitesId = useId();
  return (
    <OptionsSection title={words.title} lead={words.why}>
      <OptionsRow
        title={words.sites}
        titleId={sitesId}
        below={<SiteList sites={access.sites} labelledBy={sitesId} onRevoke={actions.revoke} />}
      />
      <OptionsSwitch
        title={words.everywhere}
        hint={words.everywhereHint}
        isOn={access.everywhere}
        onChange={(isOn) => (isOn ? actions.allowEverywhere() : actions.revokeEverywhere())}
      />
      <OptionsRow
        title={words.permissions.title}
        hint={words.permissions.hint}
        below={<PermissionList permissions={permissions} />}
      />
    </OptionsSection>
  );
}
