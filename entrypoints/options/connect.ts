import { type ReadonlySignal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { OptionsActions, OptionsData } from '@/components/options/view';
import { askedPermissions } from '@/lib/browser/access/manifest-permissions';
import {
  dropNotifications,
  EVERYWHERE,
  mayNotify,
  requestAccess,
  requestNotifications,
} from '@/lib/browser/access/permissions';
import {
  listSites,
  originsOf,
  revokeEverywhere,
  revokeService,
  revokeSite,
  watchSites,
} from '@/lib/browser/access/site-access';
import { followAccount } from '@/lib/browser/account';
import { sendMessage } from '@/lib/browser/messages';
import { openList, openTab, openWelcome } from '@/lib/browser/pages/popup';
import { consent } from '@/lib/browser/storage/consent';
import { pageConsent } from '@/lib/browser/storage/page-consent';
import { readSettings, type Settings, watchSettings } from '@/lib/browser/storage/settings';
import type { CommandName } from '@/lib/browser/tabs/command-names';
import { canSetShortcuts, readShortcuts, setShortcut } from '@/lib/browser/tabs/commands';
import { withFreeKeys } from '@/lib/browser/tabs/free-keys';
import { savePath } from '@/lib/images/naming/filename';
import { NAME_FIELDS } from '@/lib/images/naming/name-template';
import {
  pageUrlOf,
  perSite,
  readPerSite,
  SITE_NAMES,
  SITES,
  type SiteName,
} from '@/lib/jimeng/model/sites';
import { historyTroubleOf } from '@/lib/jobs/model/history-trouble';
import { openJobStore } from '@/lib/jobs/store/jobs';
import { openOnce } from '@/lib/jobs/store/open-once';
import { createNewest } from '../shared/newest';
import { makeReport } from './report';
import { createSettingsWriter } from './settings';

export interface OptionsConnection {
  /** Undefined until everything was read once. */
  live: ReadonlySignal<OptionsData | undefined>;
  actions: OptionsActions;
  /** Writes changes that are not written yet. */
  settle(): Promise<void>;
}

/** Connects the options page to the settings, the permissions, the account and the shortcut. */
export function connect(): OptionsConnection {
  const live = signal<OptionsData | undefined>(undefined);
  const store = openOnce(() => openJobStore(() => {}));
  const writer = createSettingsWriter((saveOutcome) => change({ saveOutcome }));
  const newest = createNewest<OptionsData>();

  function change(part: Partial<OptionsData>): void {
    newest.told(part);
    if (live.value) live.value = { ...live.value, ...part };
  }

  function showSettings(settings: Settings): void {
    change({ settings, example: exampleOf(settings) });
  }

  const account = followAccount(
    () => sendMessage('account'),
    (report) => change({ account: report }),
  );

  async function readAll(): Promise<void> {
    // The account may take a while. What the person changes meanwhile is what counts.
    live.value = (await newest.read(readData)) ?? live.value;
    // Last, so that the settings do not wait for the database.
    await refreshReport();
  }

  async function readData(): Promise<OptionsData> {
    const [settings, access, shortcuts, consentAt, pages] = await Promise.all([
      readShown(),
      listSites(),
      readShortcuts(),
      // Some browsers keep it in a database as well. If that cannot be read, there is no consent.
      consent.read().catch(() => undefined),
      readPerSite((site) => pageConsent[site].read().catch(() => undefined)),
      // Without an answer the account stays unknown. The settings are shown anyway.
      account.ask().catch(() => undefined),
    ]);
    return {
      settings,
      access,
      permissions: askedPermissions(),
      account: account.latest(),
      consentAt,
      isPageForAll: pages.jimeng?.isForAll,
      isPageAgreed: perSite((site) => pages[site] !== undefined),
      shortcuts: withFreeKeys(shortcuts),
      canSetKeys: canSetShortcuts(),
      report: live.value?.report,
      reportTrouble: live.value?.reportTrouble,
      example: exampleOf(settings),
      fields: NAME_FIELDS,
    };
  }

  /** The settings as shown, including changes that are not written yet. */
  async function readShown(): Promise<Settings> {
    const [settings, isAllowed] = await Promise.all([readSettings(), mayNotify()]);
    return { ...settings, isNotifyOn: settings.isNotifyOn && isAllowed, ...writer.pending() };
  }

  async function useKeys(name: CommandName, keys: string): Promise<void> {
    const areKeysRefused = await setShortcut(name, keys).then(
      () => false,
      () => true,
    );
    change({ shortcuts: withFreeKeys(await readShortcuts()), areKeysRefused });
  }

  async function refreshReport(): Promise<void> {
    try {
      change({ report: await makeReport(await store()), reportTrouble: undefined });
    } catch (error) {
      change({ report: undefined, reportTrouble: historyTroubleOf(error) });
    }
  }

  watchSettings(() => {
    void readShown().then(showSettings);
    void refreshReport();
  });
  watchSites(() => {
    void listSites().then((access) => change({ access }));
    void readShown().then(showSettings);
  });
  consent.watch((consentAt) => change({ consentAt }));
  for (const site of SITE_NAMES) {
    pageConsent[site].watch((given) => {
      if (!live.value) return;
      change({ isPageAgreed: { ...live.value.isPageAgreed, [site]: given !== undefined } });
    });
  }
  pageConsent.jimeng.watch((given) => change({ isPageForAll: given?.isForAll }));
  // There is no event for a changed shortcut, but the page becomes visible again afterwards.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void readAll();
  });
  void readAll();

  const actions: OptionsActions = {
    change(part) {
      if (!live.value) return;
      writer.change(part);
      showSettings({ ...live.value.settings, ...part });
    },
    // The prompts need the user gesture: nothing may be awaited before them.
    notify(isOn) {
      if (isOn) {
        void requestNotifications().then((isAllowed) => {
          if (isAllowed) actions.change({ isNotifyOn: true });
        });
        return;
      }
      actions.change({ isNotifyOn: false });
      void dropNotifications();
    },
    allowEverywhere: () => void requestAccess(EVERYWHERE),
    allowService: (site) => void requestAccess(originsOf(site)),
    revokeService: (site) => void revokeService(site),
    revokeEverywhere: () => void revokeEverywhere(),
    revoke: (site) => void revokeSite(site),
    openShortcuts: () => void openShortcuts(),
    useKeys: (name, keys) => void useKeys(name, keys),
    openList: () => void openList(),
    openWelcome: () => void openWelcome(),
    takeBackConsent: () => void consent.revoke(),
    sendAllThroughPage: (isOn) => keepAgreement('jimeng', isOn, true),
    agreeToPage: (site, isAgreed) => keepAgreement(site, isAgreed, false),
    signIn: (site) => void openTab(pageUrlOf(site)),
    openService: (site) => void openTab(SITES[site][0].origin),
    reset: writer.reset,
    copyReport: () => navigator.clipboard.writeText(live.value?.report ?? ''),
  };

  return { live, actions, settle: writer.settle };
}

function keepAgreement(site: SiteName, isAgreed: boolean, isForAll: boolean): void {
  const consent = pageConsent[site];
  void (isAgreed ? consent.grant({ at: Date.now(), isForAll }) : consent.revoke());
}

/** Path of a made-up image with these settings. */
function exampleOf({ nameTemplate, folder, format }: Settings): string {
  return savePath(
    { template: nameTemplate, folder },
    {
      name: 'harbour-at-dawn',
      type: format === 'original' ? 'png' : format,
      target: '2k',
      upscaler: 'smart-hd',
      host: 'gallery.example',
      title: 'Harbours',
      alt: 'Boats at dawn',
      batch: 'Harbours',
      index: { value: 7, of: 40 },
      width: 2880,
      height: 2160,
      scale: 3.6,
      counter: 7,
      id: '1b4e28ba',
      at: Date.now(),
    },
  );
}

/** Opens the browser's shortcut settings: by API in Firefox, as a page in Chromium. */
async function openShortcuts(): Promise<void> {
  const commands = browser.commands as { openShortcutSettings?(): Promise<void> } | undefined;
  if (commands?.openShortcutSettings) await commands.openShortcutSettings();
  else await openTab('chrome://extensions/shortcuts');
}
