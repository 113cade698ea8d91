import { useId } from 'preact/hooks';
import { SITE_NAMES } from '@/lib/jimeng/model/sites';
import { Button } from '../ui/button';
import { useLocale } from '../ui/locale';
import { Segmented, segments } from '../ui/segmented';
import { OptionsRow } from './row';
import { OptionsSection } from './section';
import { ShortcutList } from './shortcut-list';
import { OptionsSwitch } from './switch';
import type { OptionsActions, OptionsData } from './view';
import './ways.css';

/** Props of the section. */
export interface OptionsWaysProps
  extends Pick<OptionsData, 'settings' | 'access' | 'shortcuts' | 'canSetKeys' | 'areKeysRefused'> {
  actions: Pick<OptionsActions, 'change' | 'openShortcuts' | 'useKeys' | 'openList'>;
}

/** Characters that the settings store at most. */
const MAX_TEXT = 60;

/** The ways to the extension: the context menu, the keyboard, and the list in a tab. */
export function OptionsWays(props: OptionsWaysProps) {
  const { settings, access, shortcuts, actions } = props;
  const { messages } = useLocale();
  const { ways, menu, keys } = messages.options;
  const textId = useId();
  const keysId = useId();
  const hasBoth = SITE_NAMES.every((site) => access.services[site] !== 'none');
  const offersSites = hasBoth || settings.menuStyle === 'sites';
  const styles = ['sizes', ...(offersSites ? (['sites'] as const) : []), 'direct'] as const;
  return (
    <OptionsSection title={ways.title}>
      <OptionsRow title={menu.style} hint={menu.styleHint}>
        <Segmented
          label={menu.style}
          options={segments(styles, menu.styles)}
          value={settings.menuStyle}
          onChange={(menuStyle) => actions.change({ menuStyle })}
        />
      </OptionsRow>
      <OptionsRow
        title={menu.text}
        titleId={textId}
        hint={menu.textHint}
        hintId={`${textId}hint`}
        below={
          <input
            type="text"
            class="options-ways__text"
            value={settings.menuText}
            placeholder={messages.menu.parent}
            maxLength={MAX_TEXT}
            autocomplete="off"
            aria-labelledby={textId}
            aria-describedby={`${textId}hint`}
            onInput={({ currentTarget }) => actions.change({ menuText: currentTarget.value })}
          />
        }
      />
      <OptionsSwitch
        title={ways.pointer}
        hint={ways.pointerHint}
        isOn={settings.isPointerMenuOn}
        onChange={(isPointerMenuOn) => actions.change({ isPointerMenuOn })}
      />
      {shortcuts.length > 0 && (
        <>
          <OptionsRow title={keys.title} titleId={keysId} hint={keys.hint}>
            <Button variant="quiet" onClick={actions.openShortcuts}>
              {ways.changeShortcuts}
            </Button>
          </OptionsRow>
          <div class="options-row">
            <ShortcutList {...props} labelledBy={keysId} onUse={actions.useKeys} />
          </div>
        </>
      )}
      <OptionsRow title={keys.list} hint={keys.listHint}>
        <Button variant="quiet" onClick={actions.openList}>
          {keys.openTab}
        </Button>
      </OptionsRow>
    </OptionsSection>
  );
}
