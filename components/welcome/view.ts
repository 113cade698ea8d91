import type { SiteState } from '@/lib/browser/access/site-access';
import type { AccountReport } from '@/lib/browser/messages';
import type { SiteName } from '@/lib/jimeng/model/sites';

/** Screens of the welcome page. */
export const WELCOME_STEPS = ['what', 'ready', 'start'] as const;
export type WelcomeStep = (typeof WELCOME_STEPS)[number];

/** What the welcome page shows. */
export interface WelcomeData {
  /** Whether the person agreed that chosen images go to the service. */
  isAgreed: boolean;
  /** Where the person says that the account is. */
  site?: SiteName | undefined;
  /** Which of the hosts of each site are allowed. */
  services: Record<SiteName, SiteState>;
  /** The site whose permission the person has just refused. */
  refused?: SiteName | undefined;
  account: AccountReport;
  /** Whether the toolbar button is pinned; undefined if the browser does not say. */
  isPinned?: boolean | undefined;
  /** Whether images on all sites may be read. */
  isEverywhere: boolean;
  /** The image to try: its address, and its size, px. */
  trial: { src: string; width: number; height: number };
  /** Whether the image to try was started. */
  isTrying: boolean;
  /** Whether the disk was too full for it. */
  isStorageFull: boolean;
}

/** What the welcome page can do. */
export interface WelcomeActions {
  agree(): void;
  go(step: WelcomeStep): void;
  chooseSite(site: SiteName): void;
  signIn(site: SiteName): void;
  /** This and the next two must be called inside the click: the prompt needs it. */
  allowService(site: SiteName): void;
  allowEverywhere(): void;
  revokeEverywhere(): void;
  upscaleTrial(): void;
  openHistory(): void;
  /** Opens the connection check of the settings. */
  checkConnection(): void;
  done(): void;
}

/**
 * What is known of the account at the chosen site. The report may be about the other one: then the person is taken for
 * signed out, and asked to sign in.
 */
export function accountAt({
  site,
  services,
  account,
}: Pick<WelcomeData, 'site' | 'services' | 'account'>): Pick<
  AccountReport,
  'state' | 'credits' | 'otherJars'
> & { site: SiteName | undefined } {
  if (site === undefined || services[site] !== 'all') return { site, state: 'no-access' };
  return account.site === site ? account : { site, state: 'signed-out' };
}
