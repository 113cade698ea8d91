import type { SiteAccess } from '@/lib/browser/access/site-access';
import type { Settings } from '@/lib/browser/storage/settings-shape';
import { SITE_NAMES, type SiteName } from '@/lib/jimeng/model/sites';
import { SiteHosts } from '../account/site-hosts';
import './permission-list.css';
import { Button } from '../ui/button';
import { useLocale } from '../ui/locale';
import { Segmented, segments } from '../ui/segmented';
import { OptionsRow } from './row';
import { OptionsSection } from './section';
import type { OptionsActions } from './view';

/** Props of the section. */
export interface OptionsSitesProps {
  access: SiteAccess;
  settings: Pick<Settings, 'site'>;
  actions: Pick<OptionsActions, 'allowService' | 'revokeService' | 'change'>;
}

/** The sites that accounts are at: access to each, and which one new images go to. */
export function OptionsSites({ access, settings, actions }: OptionsSitesProps) {
  const { options, sites } = useLocale().messages;
  const words = options.sites;
  return (
    <OptionsSection title={words.title} lead={words.why} anchor="sites">
      {SITE_NAMES.map((site) => (
        <Site key={site} site={site} access={access} actions={actions} />
      ))}
      <OptionsRow title={words.use} hint={words.useHint}>
        <Segmented
          label={words.use}
          options={segments(['auto', ...SITE_NAMES], { auto: words.auto, ...sites.names })}
          value={settings.site}
          onChange={(site) => actions.change({ site })}
        />
      </OptionsRow>
    </OptionsSection>
  );
}

type SiteProps = Pick<OptionsSitesProps, 'access' | 'actions'> & { site: SiteName };

function Site({ site, access, actions }: SiteProps) {
  const { options, sites } = useLocale().messages;
  const words = options.sites;
  const name = sites.names[site];
  const state = access.services[site];
  return (
    <OptionsRow
      title={sites.options[site]}
      hint={access.everywhere ? words.everywhere : words.states[state]}
      below={
        <details class="permission-list">
          <summary>{words.hosts}</summary>
          <SiteHosts site={site} />
        </details>
      }
    >
      {state !== 'all' && (
        <Button label={words.allowSite(name)} onClick={() => actions.allowService(site)}>
          {words.allow}
        </Button>
      )}
      {state !== 'none' && !access.everywhere && (
        <Button
          variant="quiet"
          label={words.removeSite(name)}
          onClick={() => actions.revokeService(site)}
        >
          {words.remove}
        </Button>
      )}
    </OptionsRow>
  );
}
