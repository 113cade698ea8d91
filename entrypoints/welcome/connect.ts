import { type ReadonlySignal, signal } from '@preact/signals';
import {
  WELCOME_STEPS,
  type WelcomeActions,
  type WelcomeData,
  type WelcomeStep,
} from '@/components/welcome/view';
import { EVERYWHERE, requestAccess } from '@/lib/browser/access/permissions';
import {
  listSites,
  originsOf,
  revokeEverywhere,
  type SiteAccess,
  watchSites,
} from '@/lib/browser/access/site-access';
import { followAccount } from '@/lib/browser/account';
import { sendImages } from '@/lib/browser/files/send-images';
import { sendMessage } from '@/lib/browser/messages';
import { closeThisTab, openConnectionCheck, openPopup, openTab } from '@/lib/browser/pages/popup';
import { isInToolbar, watchToolbar } from '@/lib/browser/pages/toolbar';
import { consent } from '@/lib/browser/storage/consent';
import { changeSettings, readSettings, type Settings } from '@/lib/browser/storage/settings';
import { storageFull } from '@/lib/browser/storage/storage-full';
import { pageUrlOf, SITE_NAMES, type SiteName } from '@/lib/jimeng/model/sites';
import { openJobStore } from '@/lib/jobs/store/jobs';
import { openOnce } from '@/lib/jobs/store/open-once';
import { createNewest } from '../shared/newest';

/** Drawn by scripts/pictures/welcome-picture.ts. px */
const TRIAL = { src: '/welcome/cabin.jpg', width: 480, height: 320 };
const TRIAL_NAME = 'cabin.jpg';

export interface WelcomeConnection {
  /** Undefined until everything was read once. */
  live: ReadonlySignal<WelcomeData | undefined>;
  step: ReadonlySignal<WelcomeStep>;
  actions: WelcomeActions;
}

/** Connects the welcome page to consent, account, permissions and the background. */
export function connect(): WelcomeConnection {
  const live = signal<WelcomeData | undefined>(undefined);
  const step = signal(stepOf(location.hash));
  const store = openOnce(() => openJobStore(() => {}));
  const newest = createNewest<WelcomeData>();

  function change(part: Partial<WelcomeData>): void {
    newest.told(part);
    if (live.value) live.value = { ...live.value, ...part };
  }

  const account = followAccount(
    () => sendMessage('account'),
    (report) => change({ account: report }),
  );

  async function readAll(): Promise<void> {
    live.value = (await newest.read(readData)) ?? live.value;
  }

  async function readData(): Promise<WelcomeData> {
    const [agreedAt, isPinned, { everywhere, services }, settings] = await Promise.all([
      // Some browsers keep it in a database. If that cannot be read, there is no consent.
      consent.read().catch(() => undefined),
      isInToolbar(),
      listSites(),
      readSettings(),
      // Without an answer the account stays unknown. The page is shown anyway.
      account.ask().catch(() => undefined),
    ]);
    return {
      isAgreed: agreedAt !== undefined,
      site: siteFrom(settings.site, services),
      services,
      account: account.latest(),
      isPinned,
      isEverywhere: everywhere,
      trial: TRIAL,
      isTrying: false,
      isStorageFull: false,
    };
  }

  consent.watch((at) => change({ isAgreed: at !== undefined }));
  watchToolbar(() => void isInToolbar().then((isPinned) => change({ isPinned })));
  watchSites(() => {
    void listSites().then(({ everywhere, services }) =>
      change({ isEverywhere: everywhere, services }),
    );
  });
  // The step is in the hash, so that Back and reload work.
  window.addEventListener('hashchange', () => {
    step.value = stepOf(location.hash);
    window.scrollTo(0, 0);
  });
  void readAll();

  async function upscaleTrial(): Promise<void> {
    change({ isTrying: true, isStorageFull: false });
    let isTaken = false;
    try {
      const bytes = await (await fetch(TRIAL.src)).blob();
      await storageFull.noting(async () => {
        await sendImages(await store(), [{ kind: 'file', name: TRIAL_NAME, bytes }], '2k');
        isTaken = true;
      });
      change({ isStorageFull: !isTaken });
    } finally {
      change({ isTrying: isTaken });
    }
  }

  /** Only a site that may be accessed becomes the one for new images. */
  const noteAnswer = (site: SiteName) => async (isAllowed: boolean) => {
    change({ refused: isAllowed ? undefined : site });
    if (isAllowed) await changeSettings({ site });
  };

  const actions: WelcomeActions = {
    agree() {
      change({ isAgreed: true });
      void consent.grant(Date.now()).catch(() => change({ isAgreed: false }));
    },
    go(next) {
      step.value = next;
      location.hash = next;
    },
    chooseSite(site) {
      change({ site, refused: undefined });
      if (live.value?.services[site] === 'all') void changeSettings({ site });
    },
    signIn: (site) => void openTab(pageUrlOf(site)),
    // The prompts need the user gesture: nothing may be awaited before them.
    allowService: (site) => void requestAccess(originsOf(site)).then(noteAnswer(site)),
    allowEverywhere: () => void requestAccess(EVERYWHERE),
    revokeEverywhere: () => void revokeEverywhere(),
    upscaleTrial: () => void upscaleTrial(),
    openHistory: () => void openPopup(),
    checkConnection: () => void openConnectionCheck(),
    done: () => void closeThisTab(),
  };

  return { live, step, actions };
}

/** The site that was chosen before, or else the only one that is allowed. */
function siteFrom(
  chosen: Settings['site'],
  services: SiteAccess['services'],
): SiteName | undefined {
  if (chosen !== 'auto') return chosen;
  const [only, ...others] = SITE_NAMES.filter((name) => services[name] === 'all');
  return others.length === 0 ? only : undefined;
}

function stepOf(hash: string): WelcomeStep {
  return WELCOME_STEPS.find((step) => `#${step}` === hash) ?? 'what';
}
