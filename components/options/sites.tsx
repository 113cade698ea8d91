import { Fragment } from 'preact';
import type { SiteAccess } from '@/lib/browser/access/site-access';
import type { Settings } from '@/lib/browser/storage/settings-shape';
import { SITE_NAMES, SITES, type SiteName } from '@/lib/jimeng/model/sites';
import { SiteHosts } from '../account/site-hosts';
import './sites.css';
import { Button } from '../ui/button';
import { LocaleContext, useLocale } from '../ui/locale';
import { Segmented, segments } from '../ui/segmented';
import { PageWay } from './page-way';
import { OptionsRow } from './row';
import { OptionsSection } from './section';
import type { OptionsActions, OptionsData } from './view';

/** Props of the section. */
export interface OptionsSitesProps extends Pick<OptionsData, 'isPageAgreed'> {
  access: SiteAccess;
  settings: Pick<Settings, 'site'>;
  actions: Pick<OptionsActions, 'allowService' | 'revokeService' | 'agreeToPage' | 'change'>;
}

/** The sites that accounts are at: access to each, agreements to their pages, and the site of new images. */
export function OptionsSites({ access, isPageAgreed, settings, actions }: OptionsSitesProps) {
  const { options, sites } = useLocale().messages;
  const words = options.sites;
  return (
    <OptionsSection title={words.title} lead={words.why} anchor="sites">
      {SITE_NAMES.map((site) => (
        <Fragment key={site}>
          <Site site={site} access={access} actions={actions} />
          {SITES[site][0].orders === 'page' && (
            <PageAgreement
              site={site}
              isAgreed={isPageAgreed[site]}
              onChange={(isAgreed) => actions.agreeToPage(site, isAgreed)}
            />
          )}
        </Fragment>
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

interface PageAgreementProps {
  site: SiteName;
  isAgreed: boolean;
  onChange: (isAgreed: boolean) => void;
}

/** The agreement to the page of a site that takes orders from nowhere else. */
function PageAgreement({ site, isAgreed, onChange }: PageAgreementProps) {
  const locale = useLocale().about(site);
  const { title, agreed, notAgreed } = locale.messages.options.sites.page;
  return (
    <LocaleContext.Provider value={locale}>
      <PageWay
        title={title}
        hint={isAgreed ? agreed : notAgreed}
        isOn={isAgreed}
        onChange={onChange}
      />
    </LocaleContext.Provider>
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
        <>
          {SITES[site][0].isBeta && <p class="options-row__hint">{sites.beta}</p>}
          <details class="options-sites__hosts">
            <summary>{words.hosts}</summary>
            <SiteHosts site={site} />
          </details>
        </>
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
