import type { SiteAccess } from '@/lib/browser/access/site-access';
import type { AccountReport } from '@/lib/browser/messages';
import type { Settings } from '@/lib/browser/storage/settings-shape';
import type { HistoryTrouble } from '@/lib/jobs/model/history-trouble';

/** The actions of the options page. */
export interface OptionsActions {
  change(settings: Partial<Settings>): void;
  /** Switches notifications; called inside the click, which a permission prompt needs. */
  notify(isOn: boolean): void;
  /** Called inside the click. */
  allowEverywhere(): void;
  revokeEverywhere(): void;
  revoke(site: string): void;
  /** Called inside the click. */
  allowService(): void;
  openShortcuts(): void;
  openWelcome(): void;
  takeBackConsent(): void;
  signIn(): void;
  openService(): void;
  reset(): void;
  /** Copies the report to the clipboard. Call it inside the click. */
  copyReport(): Promise<void>;
}

/** The data of the options page, except the history. */
export interface OptionsData {
  settings: Settings;
  access: SiteAccess;
  /** Names of all permissions and hosts that the manifest asks for. */
  permissions: readonly string[];
  account: AccountReport;
  /** Unix ms at which the person agreed that images go to the service. */
  consentAt?: number | undefined;
  /** Keys that upscale the image under the pointer, if any are set. */
  shortcut?: string | undefined;
  /** Keys that open the popup, if any are set. */
  popupShortcut?: string | undefined;
  /** Outcome of the last settings change; absent while there is nothing to show. */
  kept?: 'saved' | 'failed' | undefined;
  /** Path of a file by these settings. */
  example: string;
  /** Names of the fields that a file name may use. */
  fields: readonly string[];
  /** The bug report as it would be copied; undefined until the history has been read. */
  report?: string | undefined;
  /** Why the history cannot be read for it; undefined if it can. */
  reportTrouble?: HistoryTrouble | undefined;
}
