import type { Language } from '@/lib/i18n/locales/languages';
import type { Target } from '@/lib/jimeng/model/tools';
import type { HistoryTrouble } from '@/lib/jobs/model/history-trouble';
import type { Upscaler } from '@/lib/jobs/model/job';
import type { AccountView } from '../account/account-view';

/** The settings that can be changed on the options page. */
export interface OptionsSettings {
  target: Target;
  upscaler: Upscaler;
  /** 0..1 */
  detail: number;
  parallel: number;
  menuStyle: 'sizes' | 'direct';
  isPointerMenuOn: boolean;
  isToastOn: boolean;
  isNotifyOn: boolean;
  nameTemplate: string;
  folder: string;
  conflict: 'number' | 'overwrite' | 'ask';
  isAutoSaveOn: boolean;
  format: 'original' | 'png' | 'jpeg' | 'webp';
  /** 0..1 */
  quality: number;
  isNoteOn: boolean;
  language: Language | 'auto';
  theme: 'auto' | 'light' | 'dark';
}

/** What the browser lets the extension read. */
interface AccessView {
  everywhere: boolean;
  /** Hosts allowed one by one, without those of the service. */
  sites: readonly string[];
  /** Whether all of the service's own sites are allowed. */
  service: boolean;
}

/** The actions of the options page. */
export interface OptionsActions {
  change(settings: Partial<OptionsSettings>): void;
  /** Turns notifications on or off. Call it inside the click: the permission prompt needs it. */
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
  settings: OptionsSettings;
  access: AccessView;
  /** Names of all permissions and hosts that the manifest asks for. */
  permissions: readonly string[];
  account: AccountView;
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
