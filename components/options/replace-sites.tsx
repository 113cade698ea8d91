import { useId } from 'preact/hooks';
import type { ReplaceSite, ReplaceSites } from '@/lib/browser/replace/sites';
import { hostOfPattern } from '@/lib/jobs/model/site-pattern';
import { Button } from '../ui/button';
import { useLocale } from '../ui/locale';
import { NumberField } from '../ui/number-field';
import { OptionsRow } from './row';
import { OptionsSection } from './section';
import { OptionsSwitch } from './switch';
import './replace-sites.css';

/** Props of the section. */
export interface OptionsReplaceProps {
  /** The sites that are switched on, by their match patterns. */
  sites: ReplaceSites;
  /** Those of them that the extension may not access. */
  closed: readonly string[];
  actions: {
    change(pattern: string, part: Partial<Omit<ReplaceSite, 'since'>>): void;
    switchOff(pattern: string): void;
    /** Requests access. Must be called inside the click: the prompt needs it. */
    allow(pattern: string): void;
  };
}

/** The sites on which results are always shown, and how much may be made ahead on each. */
export function OptionsReplace({ sites, closed, actions }: OptionsReplaceProps) {
  const words = useLocale().messages.replace.sites;
  const patterns = Object.keys(sites);
  return (
    <OptionsSection title={words.title} lead={words.lead} anchor="replace">
      {patterns.length === 0 && <OptionsRow title={words.none} />}
      {patterns.map((pattern) => {
        const site = sites[pattern];
        return (
          site && (
            <Site
              key={pattern}
              pattern={pattern}
              site={site}
              isAllowed={!closed.includes(pattern)}
              actions={actions}
            />
          )
        );
      })}
    </OptionsSection>
  );
}

interface SiteProps {
  pattern: string;
  site: ReplaceSite;
  isAllowed: boolean;
  actions: OptionsReplaceProps['actions'];
}

function Site({ pattern, site, isAllowed, actions }: SiteProps) {
  const { actions: buttons, replace } = useLocale().messages;
  const words = replace.sites;
  const host = hostOfPattern(pattern);
  const id = useId();
  return (
    <fieldset class="replace-sites__site" aria-labelledby={`${id}host`}>
      <OptionsRow title={host} titleId={`${id}host`} {...(!isAllowed && { hint: words.noAccess })}>
        {!isAllowed && (
          <Button onClick={() => actions.allow(pattern)}>{buttons.allow(host)}</Button>
        )}
        <Button
          variant="quiet"
          label={words.removeSite(host)}
          onClick={() => actions.switchOff(pattern)}
        >
          {words.remove}
        </Button>
      </OptionsRow>
      <OptionsSwitch
        title={words.mark}
        isOn={site.isMarked}
        onChange={(isMarked) => actions.change(pattern, { isMarked })}
      />
      <OptionsRow title={words.ahead} titleId={`${id}ahead`} hint={words.hint} hintId={`${id}hint`}>
        <NumberField
          value={site.ahead === 0 ? undefined : site.ahead}
          labelledBy={`${id}ahead`}
          describedBy={`${id}hint`}
          onChange={(ahead = 0) => actions.change(pattern, { ahead })}
        />
      </OptionsRow>
      <OptionsRow title={words.limit} titleId={`${id}limit`}>
        <NumberField
          value={site.limit === 0 ? undefined : site.limit}
          labelledBy={`${id}limit`}
          onChange={(limit = 0) => actions.change(pattern, { limit })}
        />
      </OptionsRow>
    </fieldset>
  );
}
