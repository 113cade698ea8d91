import type { SiteAccess } from '@/lib/browser/access/site-access';
import type { AccountReport } from '@/lib/browser/messages';
import type { Settings } from '@/lib/browser/storage/settings-shape';
import type { HistoryTrouble } from '@/lib/jobs/model/history-trouble';

/** Everything the options page can ask for. */
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
  /** Puts the report on the clipboard; called inside the click. */
  copyReport(): Promise<void>;
}

/** What the options page shows beside the history, as data. */
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
  /** What became of the last change of a setting; absent while there is nothing to say. */
  saveOutcome?: 'saved' | 'failed' | undefined;
  /** Path of a file by these settings. */
  example: string;
  /** Names of the fields a file name may mention. */
  fields: readonly string[];
  /** The report for a bug, as it would be copied; undefined until the history has been read for it. */
  report?: string | undefined;
  /** Why the history cannot be read for it, if that is so. */
  reportTrouble?: HistoryTrouble | undefined;
}
