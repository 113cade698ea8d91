import { useId, useMemo } from 'preact/hooks';
import type { Language } from '@/lib/i18n/language';
import type { Messages } from '@/lib/i18n/messages';
import type { Target } from '@/lib/jimeng/tools';
import type { Upscaler } from '@/lib/jobs/job';
import { Button } from './button';
import { Icon } from './icon';
import { Keys } from './keys';
import { LocaleContext, localeOf, useLocale } from './locale';
import { Logo } from './logo';
import { OptionsRow } from './options-row';
import { OptionsSection } from './options-section';
import { SiteList } from './site-list';
import { Switch } from './switch';
import { TargetSwitch } from './target-switch';
import { UpscalerChoice } from './upscaler-choice';
import './theme.css';
import './options-page.css';

/** The settings that can be changed here. */
interface OptionsSettings {
  target: Target;
  upscaler: Upscaler;
  isPointerMenuOn: boolean;
}

/** What the browser lets the extension read. */
interface AccessView {
  everywhere: boolean;
  /** Hosts allowed one by one, without those of the service. */
  sites: readonly string[];
  /** Whether all of the service's own sites are allowed. */
  service: boolean;
}

/** Everything the options page can ask for. */
export interface OptionsActions {
  change(settings: Partial<OptionsSettings>): void;
  /** Called inside the click, which a permission prompt needs. */
  allowEverywhere(): void;
  revokeEverywhere(): void;
  revoke(site: string): void;
  /** Called inside the click. */
  allowService(): void;
  openShortcuts(): void;
}

/** Everything the options page shows, as data. */
export interface OptionsPageProps {
  settings: OptionsSettings;
  access: AccessView;
  /** Keys that upscale the image under the pointer, if any are set. */
  shortcut?: string | undefined;
  messages: Messages;
  language: Language;
  actions: OptionsActions;
}

/** The options page. */
export function OptionsPage(props: OptionsPageProps) {
  const { messages, language } = props;
  const locale = useMemo(() => localeOf(language, messages), [language, messages]);
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
        <Upscaling {...props} />
        <Ways {...props} />
        <Access {...props} />
        <Privacy />
        <footer class="options__footer">{options.unofficial}</footer>
      </main>
    </LocaleContext.Provider>
  );
}

function Upscaling({ settings, actions }: OptionsPageProps) {
  const { upscaling } = useLocale().messages.options;
  return (
    <OptionsSection title={upscaling.title}>
      <OptionsRow title={upscaling.size} hint={upscaling.sizeHint}>
        <TargetSwitch target={settings.target} onChange={(target) => actions.change({ target })} />
      </OptionsRow>
      <UpscalerChoice
        upscaler={settings.upscaler}
        onChange={(upscaler) => actions.change({ upscaler })}
      />
    </OptionsSection>
  );
}

function Ways({ settings, shortcut, actions }: OptionsPageProps) {
  const { ways } = useLocale().messages.options;
  return (
    <OptionsSection title={ways.title}>
      <SwitchRow
        title={ways.pointer}
        hint={ways.pointerHint}
        isOn={settings.isPointerMenuOn}
        onChange={(isPointerMenuOn) => actions.change({ isPointerMenuOn })}
      />
      <OptionsRow title={ways.shortcut} hint={ways.shortcutHint}>
        {shortcut ? (
          <Keys keys={shortcut} />
        ) : (
          <span class="options__muted">{ways.noShortcut}</span>
        )}
        <Button look="quiet" onClick={actions.openShortcuts}>
          {ways.changeShortcut}
        </Button>
      </OptionsRow>
    </OptionsSection>
  );
}

function Access({ access, actions }: OptionsPageProps) {
  const words = useLocale().messages.options.access;
  const sitesId = useId();
  return (
    <OptionsSection title={words.title} lead={words.why}>
      <OptionsRow
        title={words.sites}
        titleId={sitesId}
        below={<SiteList sites={access.sites} labelledBy={sitesId} onRevoke={actions.revoke} />}
      />
      <SwitchRow
        title={words.everywhere}
        hint={words.everywhereHint}
        isOn={access.everywhere}
        onChange={(isOn) => (isOn ? actions.allowEverywhere() : actions.revokeEverywhere())}
      />
      <OptionsRow title={words.service} hint={access.service ? words.serviceOn : words.serviceOff}>
        {access.service ? (
          <span class="options__good">
            <Icon name="check" />
          </span>
        ) : (
          <Button onClick={actions.allowService}>{words.allowService}</Button>
        )}
      </OptionsRow>
    </OptionsSection>
  );
}

function Privacy() {
  const { privacy } = useLocale().messages.options;
  return (
    <OptionsSection title={privacy.title} foot={privacy.nothingElse}>
      {privacy.points.map(({ to, text }) => (
        <OptionsRow key={to} title={to} hint={text} />
      ))}
    </OptionsSection>
  );
}

/** Props of a setting that is on or off. */
interface SwitchRowProps {
  title: string;
  hint: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

function SwitchRow({ title, hint, isOn, onChange }: SwitchRowProps) {
  const id = useId();
  return (
    <OptionsRow title={title} titleId={id} hint={hint} hintId={`${id}hint`}>
      <Switch isOn={isOn} labelledBy={id} describedBy={`${id}hint`} onChange={onChange} />
    </OptionsRow>
  );
}
