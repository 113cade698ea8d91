import type { SiteAccess } from '@/lib/browser/access/site-access';
import type { AccountReport } from '@/lib/browser/messages';
import type { Settings } from '@/lib/browser/storage/settings-shape';
import type { CommandName } from '@/lib/browser/tabs/command-names';
import type { Shortcut } from '@/lib/browser/tabs/free-keys';
import type { SiteName } from '@/lib/jimeng/model/sites';
import type { HistoryTrouble } from '@/lib/jobs/model/history-trouble';

/** What the options page can do. */
export interface OptionsActions {
  change(settings: Partial<Settings>): void;
  /** Turns notifications on or off. Must be called inside the click: the prompt needs it. */
  notify(isOn: boolean): void;
  /** Must be called inside the click. */
  allowEverywhere(): void;
  revokeEverywhere(): void;
  revoke(site: string): void;
  /** Must be called inside the click. */
  allowService(site: SiteName): void;
  revokeService(site: SiteName): void;
  /** Opens the browser's page of shortcuts. */
  openShortcuts(): void;
  /** Sets the keys of a command. */
  useKeys(name: CommandName, keys: string): void;
  /** Opens the list in a tab. */
  openList(): void;
  openWelcome(): void;
  takeBackConsent(): void;
  /** Turns all orders through Jimeng's own page on, which is the person's agreement to it, or off. */
  sendAllThroughPage(isOn: boolean): void;
  /** Gives the agreement to a site's own page, or takes it back. */
  agreeToPage(site: SiteName, isAgreed: boolean): void;
  signIn(site: SiteName): void;
  openService(site: SiteName): void;
  reset(): void;
  /** Copies the report to the clipboard. Must be called inside the click. */
  copyReport(): Promise<void>;
}

/** What the options page shows, without the history. */
export interface OptionsData {
  settings: Settings;
  access: SiteAccess;
  /** All permissions and hosts in the manifest. */
  permissions: readonly string[];
  account: AccountReport;
  /** When the person agreed that images go to the service, Unix ms. */
  consentAt?: number | undefined;
  /** Whether Jimeng's own page sends all new orders. */
  isPageForAll?: boolean | undefined;
  /** Whether the person has agreed that a site's own page sends orders. */
  isPageAgreed: Readonly<Record<SiteName, boolean>>;
  /** All keyboard commands; none where the browser has none. */
  shortcuts: readonly Shortcut[];
  /** Whether the page can set the keys of a command itself. */
  canSetKeys: boolean;
  /** Whether the browser refused keys just now. */
  areKeysRefused?: boolean | undefined;
  /** Outcome of the last change; absent once it was shown long enough. */
  saveOutcome?: 'saved' | 'failed' | undefined;
  /** Example path of a saved file with these settings. */
  example: string;
  /** Names of the fields that a file name may contain. */
  fields: readonly string[];
  /** The bug report; undefined until the history was read for it. */
  report?: string | undefined;
  /** Why the history cannot be read for it. */
  reportTrouble?: HistoryTrouble | undefined;
}
