import { type ReadonlySignal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { OptionsActions, OptionsPageProps } from '@/components/options-page';
import { POINTER_COMMAND } from '@/lib/browser/commands';
import { EVERYWHERE, requestAccess } from '@/lib/browser/permissions';
import { openTab } from '@/lib/browser/popup';
import { changeSettings, readSettings, watchSettings } from '@/lib/browser/settings';
import {
  listSites,
  revokeEverywhere,
  revokeSite,
  serviceOrigins,
  watchSites,
} from '@/lib/browser/site-access';

/** What the options page shows; replaced as a whole whenever something changes. */
type LiveOptions = Pick<OptionsPageProps, 'settings' | 'access' | 'shortcut'>;

export interface OptionsConnection {
  /** Undefined until everything has been read once. */
  live: ReadonlySignal<LiveOptions | undefined>;
  actions: OptionsActions;
}

/** Connects the options page to the settings, the permissions and the shortcut. */
export function connect(): OptionsConnection {
  const live = signal<LiveOptions | undefined>(undefined);
  const change = (part: Partial<LiveOptions>) => {
    if (live.value) live.value = { ...live.value, ...part };
  };

  async function readAll(): Promise<void> {
    const [settings, access, shortcut] = await Promise.all([
      readSettings(),
      listSites(),
      readShortcut(),
    ]);
    live.value = { settings, access, shortcut };
  }

  watchSettings((settings) => change({ settings }));
  watchSites(() => void listSites().then((access) => change({ access })));
  // No event tells of a new shortcut, but the person comes back from changing it.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void readAll();
  });
  void readAll();

  const actions: OptionsActions = {
    change: (settings) => {
      if (live.value) change({ settings: { ...live.value.settings, ...settings } });
      void changeSettings(settings);
    },
    // The prompts need the gesture of the click: nothing may be awaited before them.
    allowEverywhere: () => void requestAccess(EVERYWHERE),
    allowService: () => void requestAccess(serviceOrigins()),
    revokeEverywhere: () => void revokeEverywhere(),
    revoke: (site) => void revokeSite(site),
    openShortcuts: () => void openShortcuts(),
  };

  return { live, actions };
}

/** Keys of the command, as the browser writes them. */
async function readShortcut(): Promise<string | undefined> {
  const commands = (await browser.commands?.getAll()) ?? [];
  return commands.find(({ name }) => name === POINTER_COMMAND)?.shortcut || undefined;
}

/** Chromium's page of shortcuts; Firefox, where no page can be opened, has a call for it. */
async function openShortcuts(): Promise<void> {
  const commands = browser.commands as { openShortcutSettings?(): Promise<void> } | undefined;
  if (commands?.openShortcutSettings) await commands.openShortcutSettings();
  else await openTab('chrome://extensions/shortcuts');
}
