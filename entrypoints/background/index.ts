import { defineBackground } from 'wxt/utils/define-background';
import { onAccessChange } from '@/lib/browser/access/permissions';
import { onSessionChange } from '@/lib/browser/access/session';
import { jobAlarm, pageAlarm, recordingAlarm, refundAlarm, zipAlarm } from '@/lib/browser/alarm';
import { onDownloadEnd } from '@/lib/browser/files/downloads';
import { onMessage } from '@/lib/browser/message-answers';
import { onNoticeClick } from '@/lib/browser/notifications';
import { openPicker } from '@/lib/browser/pages/picker';
import { openList } from '@/lib/browser/pages/popup';
import { report } from '@/lib/browser/report';
import { onInstalled, onStartup } from '@/lib/browser/start';
import { closeStorage } from '@/lib/browser/storage/close-storage';
import { consent } from '@/lib/browser/storage/consent';
import { lastSeen } from '@/lib/browser/storage/last-seen';
import { pageConsent } from '@/lib/browser/storage/page-consent';
import { isTidyDue, readRetention, watchRetention } from '@/lib/browser/storage/retention';
import {
  changeSettings,
  followFormerSettings,
  readSettings,
  watchSettings,
} from '@/lib/browser/storage/settings';
import { storageFull } from '@/lib/browser/storage/storage-full';
import { activePage, onCommands } from '@/lib/browser/tabs/commands';
import { closeFinders, onChoice } from '@/lib/browser/tabs/finder';
import { hideWhereNothingIs } from '@/lib/browser/tabs/menu-shown';
import { type MenuClick, onMenuClick, type PointerClick } from '@/lib/browser/tabs/menus';
import { rememberPressesOnAllowedSites } from '@/lib/browser/tabs/press-script';
import { onToastPress } from '@/lib/browser/tabs/toast';
import { pageUrlOf, SITE_NAMES, SITES, type SiteName } from '@/lib/jimeng/model/sites';
import type { Target } from '@/lib/jimeng/model/tools';
import { afterChange } from '@/lib/jobs/engine/after-order';
import { isImportable } from '@/lib/jobs/model/importable';
import type { Job, Wish } from '@/lib/jobs/model/job';
import { type UsualCosts, usualCosts } from '@/lib/jobs/rules/known-cost';
import { withPopupFirst } from './attention';
import { updateBadge } from './badge';
import { createBalance } from './balance';
import { answerAboutBatches } from './batch-messages';
import { type Engine, preferredSite, startEngine } from './engine';
import { createFeedback } from './feedback';
import { createKeepSize } from './keep-size';
import { createKeyCommands } from './key-commands';
import { createLanguage } from './language';
import { createContextMenu, defaultTarget, wishOf } from './menus';
import { askForConsent, chosenWay, createNewJobs } from './new-jobs';
import { createPageImages, requestOf } from './page-images';
import { connectReplacing } from './replacing';
import { connectService } from './service';

export default defineBackground({
  main() {
    const language = createLanguage();
    const { unnamedFetch, sites, logins, closePages, recording, connection } = connectService({
      onRecordingTurn: showRecording,
    });
    const balance = createBalance({ logins, preferred: preferredSite, engine });
    const menu = createContextMenu(language, costs);
    let starting: Promise<Engine> | undefined;
    const newJobs = createNewJobs(engine);
    const pageImages = createPageImages({
      words: async () => {
        await language.ready;
        return language.messages().finder;
      },
      upscale: newJobs.upscale,
      hideEntry: () => changeSettings({ isPointerMenuOn: false }),
      uuid: () => crypto.randomUUID(),
      sinceStart: () => performance.now(),
    });

    const feedback = createFeedback({
      store: async () => (await engine()).store,
      settings: readSettings,
      words: language.messages,
      save: async (jobId) => (await engine()).saver.save(jobId),
      signInUrl: pageUrlOf,
    });
    const attention = withPopupFirst(feedback, language);
    const keepSize = createKeepSize(async () => {
      const [{ commands }, rule] = await Promise.all([engine(), readRetention()]);
      await commands.housekeeping.enforceSize(rule);
    }, Date.now);
    const replacing = connectReplacing({ engine, newJobs, language });

    run(closeStorage());
    // A worker that wakes up gets only events whose listeners were added in this first turn.
    // What they do waits for the engine.
    jobAlarm.onRing(() => act(({ runner }) => runner.kick()));
    pageAlarm.onRing(() => {
      for (const name of SITE_NAMES) run(closePages(name));
    });
    refundAlarm.onRing(() => run(balance.refresh()));
    zipAlarm.onRing(() => act(({ zips }) => zips.resume()));
    onStartup(() => act(({ runner }) => runner.kick()));
    onInstalled((isFirst) => {
      run(menu.build());
      rememberPresses();
      if (isFirst) run(askForConsent());
    });
    followFormerSettings();
    watchSettings((settings) => {
      language.apply(settings);
      run(menu.build());
      act(async ({ runner, commands, batches }) => {
        runner.kick();
        // The limit of the day may have changed.
        await Promise.all([batches.resumeDay(), commands.resumeWaiting()]);
        await Promise.all([refreshBadge(), balance.refresh()]);
      });
    });
    consent.watch((at) => {
      if (at === undefined) connection.stop();
      act(resumeWaiting);
    });
    recordingAlarm.onRing(showRecording);
    for (const name of SITE_NAMES) {
      pageConsent[name].watch((given) => {
        if (given) act(resumeWaiting);
        else run(closePages(name));
      });
    }
    storageFull.watch(() => run(refreshBadge()));
    onMenuClick({
      image: (itemId, click) => run(upscaleClicked(itemId, click)),
      pointer: (click) =>
        run(
          pageImages.underPointer(click, {
            how: 'menu',
            request: requestOf(click),
            wish: defaultWish(click),
            offersHiding: true,
          }),
        ),
      button: (moment) => run(pickOn(moment)),
      several: (tabId) => run(openPicker(tabId)),
      list: () => run(openList()),
    });
    hideWhereNothingIs(pageImages.hasImage);
    onCommands(
      createKeyCommands({
        engine,
        run,
        turnResults: replacing.turn,
        underPointer: (page, target) =>
          pageImages.underPointer(page, {
            how: 'command',
            request: {},
            wish: target ? Promise.resolve(wishIn(page, { target })) : defaultWish(page),
          }),
      }),
    );
    onChoice((choice) => run(pageImages.chosen(choice)));
    onToastPress((press) => run(feedback.pressed(press)));
    onNoticeClick((click) => run(feedback.clicked(click)));
    onDownloadEnd((downloadId) =>
      act(({ saver, zips }) =>
        Promise.all([saver.downloadChanged(downloadId), zips.downloadChanged(downloadId)]),
      ),
    );
    onAccessChange(() => {
      rememberPresses();
      act(resumeWaiting);
    });
    for (const name of SITE_NAMES) {
      onSessionChange(SITES[name][0].cookie, () => {
        sites[name].service.forgetSession();
        act(resumeWaiting);
      });
    }
    self.addEventListener('online', () => act(resumeWaiting));

    onMessage('handedIn', () => run(newJobs.takeIn()));
    onMessage('pick', (target) => run(pick(target)));
    onMessage('save', (jobId) => act(({ saver }) => saver.save(jobId)));
    onMessage('saveAs', (jobId) => act(({ saver }) => saver.saveAs(jobId)));
    onMessage('upscaleAgain', async ({ jobId, options }) => {
      const { upscaleAgain } = await engine();
      const changes = { ...options, ...(await chosenWay()) };
      return (await storageFull.noting(() => upscaleAgain(jobId, changes)))?.id;
    });
    answerAboutBatches({ newJobs, act, makeRoom });
    onMessage('retry', (jobId) => act(({ commands }) => commands.retry(jobId)));
    onMessage('retryWith', ({ jobId, target }) =>
      act(({ commands }) => commands.retryWith(jobId, target)),
    );
    onMessage('cancel', (jobId) => act(({ commands }) => commands.cancel(jobId)));
    onMessage('remove', (jobId) => makeRoom(({ commands }) => commands.remove(jobId)));
    onMessage('saveAll', (jobIds) => act(({ saver }) => saver.saveAll(jobIds)));
    onMessage('saveZip', async (jobIds) => (await engine()).zips.save(jobIds));
    onMessage('dismissZip', () => act(({ zips }) => zips.dismiss()));
    onMessage('retryAll', (jobIds) => act(({ commands }) => commands.retryAll(jobIds)));
    onMessage('removeAll', (jobIds) => makeRoom(({ commands }) => commands.removeAll(jobIds)));
    onMessage('clearHistory', () => makeRoom(({ commands }) => commands.clear()));
    onMessage('importRows', async (jobs) =>
      (await engine()).store.merge(jobs.filter(isImportable)),
    );
    onMessage('undoRemoval', (at) => act(({ commands }) => commands.restore(at)));
    onMessage('useExisting', async (jobId) => (await engine()).commands.useExisting(jobId));
    onMessage('startOver', (jobId) => act(({ commands }) => commands.startOver(jobId)));
    onMessage('upscaleAnyway', ({ jobId, asked }) =>
      act(({ commands }) => commands.upscaleAnyway(jobId, asked)),
    );
    onMessage('skipPage', (jobId) =>
      act(({ commands }) => commands.chooseWay(jobId, 'background')),
    );
    onMessage('continueInPage', (jobId) =>
      act(({ commands }) => commands.chooseWay(jobId, 'page')),
    );
    onMessage('keepOriginal', (jobId) => act(({ commands }) => commands.keep(jobId)));
    onMessage('useScreen', (jobId) => act(({ commands }) => commands.useScreen(jobId)));
    onMessage('useShown', (jobId) =>
      act(({ useShown }) => storageFull.noting(() => useShown(jobId))),
    );
    onMessage('account', () => {
      run(balance.refresh());
      return balance.report();
    });
    onMessage('costs', () => costs());
    onMessage('checkConnection', async () => connection.start(await balance.site()));
    onMessage('connection', connection.state);
    onMessage('record', (state) => recording.turn(state === 'on'));
    onMessage('connectionReport', connection.report);
    onMessage('opened', () => {
      run(lastSeen.write(Date.now()).then(refreshBadge));
      run(leavePage());
    });

    run(newJobs.takeIn());
    act(async ({ saver, zips, commands }) => {
      run(zips.resume());
      await Promise.all([saver.resume(), commands.resumeWaiting(), refreshBadge()]);
    });
    act(async ({ commands: { housekeeping } }) => {
      run(housekeeping.purge());
      run(keepSize());
      if (await isTidyDue(Date.now())) await housekeeping.enforceRetention(await readRetention());
    });
    watchRetention((rule) => act(({ commands }) => commands.housekeeping.enforceRetention(rule)));

    /** One for the worker's life. If the database cannot be opened, the next call tries again. */
    function engine(): Promise<Engine> {
      starting ??= startEngine({ ...logins, onChange, onJoined }, unnamedFetch).catch((error) => {
        starting = undefined;
        throw error;
      });
      return starting;
    }

    function run(work: Promise<unknown>): void {
      work.catch(report);
    }

    function act(work: (engine: Engine) => unknown): void {
      run(engine().then(work));
    }

    /** Runs a removal. Whether it made enough room shows at the next click. */
    function makeRoom(work: (engine: Engine) => Promise<unknown>): void {
      act(async (ready) => {
        await work(ready);
        await storageFull.forget();
      });
    }

    async function resumeWaiting({ commands }: Engine): Promise<void> {
      await Promise.all([commands.resumeWaiting(), balance.refresh()]);
    }

    /** Firefox tells the clicked element. */
    function rememberPresses(): void {
      if (!import.meta.env.FIREFOX) run(rememberPressesOnAllowedSites());
    }

    function onChange(job: Job, before: Job | undefined): void {
      run(refreshBadge());
      const resumePriceWaits = async () => (await engine()).commands.resumePriceWaits();
      const open = async () => (await engine()).store.open();
      run(afterChange(job, before, { open, noteOrder, resumePriceWaits }));
      if (job.stage === 'done') {
        act(({ saver }) => saver.savePlanned(job.id));
        run(keepSize());
      }
      replacing.jobChanged(job, before);
      run(attention.changed(job, before));
    }

    function onJoined(leader: Job, clicked: Job): void {
      // The badge may have counted the clicked job, which is gone.
      run(refreshBadge());
      run(attention.joined(leader, clicked));
    }

    async function noteOrder(job: Job, isLast: boolean): Promise<void> {
      if (await balance.noteOrder(job, isLast)) await menu.rename();
    }

    function showRecording(): void {
      connection.publish();
      run(refreshBadge());
    }

    async function refreshBadge(): Promise<void> {
      const [{ store }] = await Promise.all([engine(), recording.ready]);
      await updateBadge(store, language, recording.until() !== undefined);
    }

    async function costs(of?: SiteName): Promise<UsualCosts> {
      const [{ store }, { upscaler }, site] = await Promise.all([
        engine(),
        readSettings(),
        of ?? balance.site(),
      ]);
      return usualCosts(store, { site, upscaler }, Date.now());
    }

    async function defaultWish(page: { container?: string }): Promise<Wish> {
      return wishIn(page, { target: await defaultTarget() });
    }

    async function upscaleClicked(itemId: string, click: MenuClick): Promise<void> {
      const wish = await wishOf(itemId);
      if (wish) await pageImages.clicked(click, wishIn(click, wish));
    }

    /** The toolbar button closes the chooser and pick mode, even on pages that swallow Esc. */
    async function leavePage(): Promise<void> {
      const page = await activePage();
      if (page) await closeFinders(page.tabId);
    }

    async function pickOn(moment: PointerClick): Promise<void> {
      await pageImages.pick(moment, await defaultWish(moment));
    }

    async function pick(target: Target): Promise<void> {
      const moment = await activePage();
      if (moment) await pageImages.pick(moment, wishIn(moment, { target }));
    }
  },
});

/** What a click in a tab asks for: the login of its container, if it is in one. */
function wishIn({ container }: { container?: string }, wish: Wish): Wish {
  return { ...wish, ...(container && { container }) };
}
