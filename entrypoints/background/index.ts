import { defineBackground } from 'wxt/utils/define-background';
import { mayAccess, onAccessChange } from '@/lib/browser/access/permissions';
import { clearRefererRules } from '@/lib/browser/access/referer-rule';
import { ensureServiceHeaders } from '@/lib/browser/access/service-headers';
import { onSessionChange, readSession } from '@/lib/browser/access/session';
import { createUnnamedFetch } from '@/lib/browser/access/unnamed-fetch';
import { createAccount } from '@/lib/browser/account';
import { jobAlarm, refundAlarm } from '@/lib/browser/alarm';
import { showBadge } from '@/lib/browser/badge';
import { onDownloadEnd } from '@/lib/browser/files/downloads';
import { onMessage } from '@/lib/browser/message-answers';
import { onNoticeClick } from '@/lib/browser/notifications';
import { isPanelOpen } from '@/lib/browser/pages/panel';
import { openPopup, openWelcome } from '@/lib/browser/pages/popup';
import { report } from '@/lib/browser/report';
import { onInstalled, onStartup, uiLanguages } from '@/lib/browser/start';
import { closeStorage } from '@/lib/browser/storage/close-storage';
import { consent } from '@/lib/browser/storage/consent';
import { seenAt } from '@/lib/browser/storage/last-seen';
import { isTidyDue, readRetention, watchRetention } from '@/lib/browser/storage/retention';
import { readSettings, type Settings, watchSettings } from '@/lib/browser/storage/settings';
import { storageFull } from '@/lib/browser/storage/storage-full';
import { activePage, onPointerCommand } from '@/lib/browser/tabs/commands';
import { closeFinders, onChoice } from '@/lib/browser/tabs/finder';
import {
  createMenus,
  DIRECT,
  type MenuClick,
  type MenuWords,
  onMenuClick,
  renameMenus,
} from '@/lib/browser/tabs/menus';
import { onToastPress } from '@/lib/browser/tabs/toast';
import { backgroundMessages } from '@/lib/i18n/background-messages';
import { pickLanguage } from '@/lib/i18n/language';
import { createJimeng } from '@/lib/jimeng/client';
import type { Credits } from '@/lib/jimeng/model/account';
import { JIMENG_CN } from '@/lib/jimeng/model/sites';
import { TARGETS, type Target } from '@/lib/jimeng/model/tools';
import { SETTLED_AFTER_MS } from '@/lib/jobs/engine/refund';
import { attentionOf, needsPerson } from '@/lib/jobs/model/attention';
import { isImportable } from '@/lib/jobs/model/importable';
import { isEnded, type Job } from '@/lib/jobs/model/job';
import { type UsualCosts, usualCosts } from '@/lib/jobs/rules/known-cost';
import { forgettingSession } from '@/lib/jobs/steps/accounts';
import { hasSettledOrder } from '@/lib/jobs/steps/credits';
import type { ImageOrigin } from '@/lib/sources/origin';
import { type Engine, startEngine } from './engine';
import { createFeedback } from './feedback';
import { wordsOfMenu } from './menu-words';
import { createPageImages, requestOf } from './page-images';

const SITE = JIMENG_CN;
/** A row that needs the person this soon after the click opens the popup: they are still there. */
const ATTENTIVE_MS = 20_000;

export default defineBackground({
  main() {
    let messages = backgroundMessages(pickLanguage('auto', uiLanguages()));
    const spoken = readSettings().then(speak).catch(report);
    const headersReady = Promise.all([ensureServiceHeaders(SITE), clearRefererRules()]);
    const unnamedFetch = createUnnamedFetch({
      fetch: (input, init) => fetch(input, init),
      ready: headersReady,
      mayAccess,
    });
    const service = createJimeng({
      fetch: unnamedFetch,
      now: Date.now,
      uuid: () => crypto.randomUUID(),
    });
    const session = forgettingSession(() => readSession(SITE.cookie), service);
    const account = createAccount({ session, credits });
    let starting: Promise<Engine> | undefined;
    const pageImages = createPageImages({
      words: () => messages.finder,
      upscale,
      uuid: () => crypto.randomUUID(),
    });

    const feedback = createFeedback({
      store: async () => (await engine()).store,
      settings: readSettings,
      words: () => messages,
      save: async (jobId) => (await engine()).saver.save(jobId),
      signInUrl: `${SITE.origin}/ai-tool/home`,
    });

    run(closeStorage());
    // Every listener is registered in this first turn; what they do waits for the engine.
    jobAlarm.onRing(() => act(({ runner }) => runner.kick()));
    refundAlarm.onRing(() => run(readBalance()));
    onStartup(() => act(({ runner }) => runner.kick()));
    onInstalled((isFirst) => {
      run(buildMenus());
      if (isFirst) run(askForConsent());
    });
    watchSettings((settings) => {
      speak(settings);
      run(buildMenus());
      act(async ({ runner }) => {
        runner.kick();
        await updateBadge();
      });
    });
    consent.watch(() => act(resumeWaiting));
    storageFull.watch(() => run(updateBadge()));
    onMenuClick({
      image: (itemId, click) => run(upscaleClicked(itemId, click)),
      pointer: (click) =>
        run(
          pageImages.underPointer(click, {
            how: 'menu',
            request: requestOf(click),
            target: usualTarget(),
          }),
        ),
    });
    onPointerCommand((moment) =>
      run(pageImages.underPointer(moment, { how: 'command', request: {}, target: usualTarget() })),
    );
    onChoice((choice) => run(pageImages.chosen(choice)));
    onToastPress((press) => run(feedback.pressed(press)));
    onNoticeClick((click) => run(feedback.clicked(click)));
    onDownloadEnd((downloadId) => act(({ saver }) => saver.downloadChanged(downloadId)));
    onAccessChange(() => act(resumeWaiting));
    onSessionChange(SITE.cookie, () => {
      service.forgetSession();
      act(resumeWaiting);
    });
    self.addEventListener('online', () => act(resumeWaiting));

    onMessage('handedIn', () => run(takeIn()));
    onMessage('pick', (target) => run(pick(target)));
    onMessage('save', (jobId) => act(({ saver }) => saver.save(jobId)));
    onMessage('saveAs', (jobId) => act(({ saver }) => saver.saveAs(jobId)));
    onMessage('again', async ({ jobId, options }) => {
      const { again } = await engine();
      return (await storageFull.noting(() => again(jobId, options)))?.id;
    });
    onMessage('retry', (jobId) => act(({ commands }) => commands.retry(jobId)));
    onMessage('retryWith', ({ jobId, target }) =>
      act(({ commands }) => commands.retryWith(jobId, target)),
    );
    onMessage('cancel', (jobId) => act(({ commands }) => commands.cancel(jobId)));
    onMessage('remove', (jobId) => makeRoom(({ commands }) => commands.remove(jobId)));
    onMessage('saveAll', (jobIds) =>
      act(async ({ saver }) => {
        for (const jobId of jobIds) await saver.save(jobId);
      }),
    );
    onMessage('retryAll', (jobIds) => act(({ commands }) => commands.retryAll(jobIds)));
    onMessage('removeAll', (jobIds) => makeRoom(({ commands }) => commands.removeAll(jobIds)));
    onMessage('clearHistory', () => makeRoom(({ commands }) => commands.clear()));
    onMessage('importRows', async (jobs) =>
      (await engine()).store.merge(jobs.filter(isImportable)),
    );
    onMessage('undoRemoval', (at) => act(({ commands }) => commands.restore(at)));
    onMessage('useExisting', async (jobId) => (await engine()).commands.useExisting(jobId));
    onMessage('startOver', (jobId) => act(({ commands }) => commands.startOver(jobId)));
    onMessage('upscaleAnyway', (jobId) => act(({ commands }) => commands.upscaleAnyway(jobId)));
    onMessage('keep', (jobId) => act(({ commands }) => commands.keep(jobId)));
    onMessage('useScreen', (jobId) => act(({ commands }) => commands.useScreen(jobId)));
    onMessage('account', () => {
      run(readBalance());
      return account.report();
    });
    onMessage('costs', costs);
    onMessage('opened', () => {
      run(seenAt.write(Date.now()).then(updateBadge));
      run(leavePage());
    });

    run(takeIn());
    act(async ({ saver, commands }) => {
      await Promise.all([saver.resume(), commands.resumeWaiting(), updateBadge()]);
    });
    act(async ({ commands: { housekeeping } }) => {
      run(housekeeping.purge());
      if (await isTidyDue(Date.now())) await housekeeping.enforceRetention(await readRetention());
    });
    watchRetention((rule) => act(({ commands }) => commands.housekeeping.enforceRetention(rule)));

    /** One for the worker's life. After a database that could not be opened the next call tries again. */
    function engine(): Promise<Engine> {
      starting ??= startEngine({ service, session, onChange, onJoined }, unnamedFetch).catch(
        (error) => {
          starting = undefined;
          throw error;
        },
      );
      return starting;
    }

    function speak({ language }: Pick<Settings, 'language'>): void {
      messages = backgroundMessages(pickLanguage(language, uiLanguages()));
    }

    function run(work: Promise<unknown>): void {
      work.catch(report);
    }

    function act(work: (engine: Engine) => unknown): void {
      run(engine().then(work));
    }

    /** The person removes something; whether that was enough, the next click tells. */
    function makeRoom(work: (engine: Engine) => Promise<unknown>): void {
      act(async (ready) => {
        await work(ready);
        await storageFull.forget();
      });
    }

    async function resumeWaiting({ commands }: Engine): Promise<void> {
      await Promise.all([commands.resumeWaiting(), readBalance()]);
    }

    /** The service is asked for nothing, also not for the balance, before the person has agreed. */
    async function credits(): Promise<Credits | undefined> {
      return (await consent.read()) === undefined ? undefined : service.credits();
    }

    function onChange(job: Job, before: Job | undefined): void {
      run(updateBadge());
      if (isEnded(job) && hasSettledOrder(job, before)) act((ready) => noteBalance(ready, job));
      if (job.stage === 'done') act(({ saver }) => saver.savePlanned(job.id));
      run(tellThePerson(job, before));
    }

    function onJoined(leader: Job, clicked: Job): void {
      // A row that was counted may be gone.
      run(updateBadge());
      run(tellJoined(leader, clicked));
    }

    async function tellJoined(leader: Job, clicked: Job): Promise<void> {
      if (leader.waiting?.reason === 'consent') return;
      if (await showsRow(leader, clicked.createdAt)) return;
      await spoken;
      await feedback.joined(leader, clicked);
    }

    /** Opens the popup on a row that needs the person, if they are still there. */
    async function showsRow(job: Job, clickedAt: number): Promise<boolean> {
      if (!needsPerson(job) || Date.now() - clickedAt >= ATTENTIVE_MS) return false;
      // A panel that is open shows the row already.
      return (await isPanelOpen()) || (await openPopup());
    }

    async function tellThePerson(job: Job, before: Job | undefined): Promise<void> {
      // Consent has a page of its own, which a click has opened already.
      if (job.waiting?.reason === 'consent') return;
      if (await showsRow(job, job.createdAt)) return;
      await spoken;
      await feedback.changed(job, before);
    }

    /** Each balance may tell whether the credits of failed orders are back. */
    async function readBalance() {
      const seen = await account.refresh();
      if (seen && (await (await engine()).noteRefunds(seen)))
        await refundAlarm.arm(SETTLED_AFTER_MS);
      return seen;
    }

    /** One look at the balance after an order, which may also tell what it cost. */
    async function noteBalance({ noteCost }: Engine, { id, stage }: Job): Promise<void> {
      const seen = await readBalance();
      if (!seen || stage !== 'done') return;
      if (await noteCost(id, seen)) await renameMenus(menuWords);
    }

    async function updateBadge(): Promise<void> {
      const { store } = await engine();
      const [open, unseen] = await Promise.all([
        store.open(),
        seenAt.read().then(store.failedSince),
      ]);
      const { running, waiting, failed } = attentionOf(open, unseen);
      await spoken;
      const { badge } = messages;
      if (await storageFull.read()) await showBadge({ kind: 'attention' }, badge.full);
      else if (waiting > 0) await showBadge({ kind: 'attention' }, badge.waiting(waiting));
      else if (running > 0)
        await showBadge({ kind: 'running', count: running }, badge.running(running));
      else if (failed > 0) await showBadge({ kind: 'attention' }, badge.failed(failed));
      else await showBadge({ kind: 'none' }, badge.idle);
    }

    async function buildMenus(): Promise<void> {
      await createMenus(menuWords);
    }

    async function menuWords(): Promise<MenuWords> {
      await spoken;
      // A history that cannot be read is no reason to have no menu.
      const [settings, known] = await Promise.all([readSettings(), costs().catch(() => undefined)]);
      return wordsOfMenu(messages.menu, settings, known);
    }

    async function costs(): Promise<UsualCosts> {
      const [{ store }, { upscaler }] = await Promise.all([engine(), readSettings()]);
      return usualCosts(store, upscaler, Date.now());
    }

    async function upscaleClicked(itemId: string, click: MenuClick): Promise<void> {
      const named = TARGETS.find((known) => known === itemId);
      const target = itemId === DIRECT ? await usualTarget() : named;
      if (target) await pageImages.clicked(click, target);
    }

    /** Shows what goes where and asks, unless the person has agreed already. */
    async function askForConsent(): Promise<void> {
      if ((await consent.read()) === undefined) await openWelcome();
    }

    async function usualTarget(): Promise<Target> {
      return (await readSettings()).target;
    }

    /** The toolbar button leaves the chooser and pick mode, also where a page swallows Esc. */
    async function leavePage(): Promise<void> {
      const page = await activePage();
      if (page) await closeFinders(page.tabId);
    }

    async function pick(target: Target): Promise<void> {
      const moment = await activePage();
      if (moment) await pageImages.pick(moment, target);
    }

    async function takeIn(): Promise<void> {
      const [{ commands, store }, { upscaler, detail }] = await Promise.all([
        engine(),
        readSettings(),
      ]);
      if ((await store.handedIn()).length === 0) return;
      if (await storageFull.noting(() => commands.takeIn({ upscaler, detail }))) {
        await askForConsent();
      }
    }

    async function upscale(origin: ImageOrigin, name: string, target: Target): Promise<void> {
      const [{ commands }, { upscaler, detail }] = await Promise.all([engine(), readSettings()]);
      const options = { target, upscaler, detail };
      const job = await storageFull.noting(() => commands.add({ origin, name, options }));
      if (job) await askForConsent();
    }
  },
});
