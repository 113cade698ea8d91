import { defineBackground } from 'wxt/utils/define-background';
import { createAccount } from '@/lib/browser/account';
import { jobAlarm } from '@/lib/browser/alarm';
import { showBadge } from '@/lib/browser/badge';
import { createDownloads, onDownloadEnd } from '@/lib/browser/downloads';
import { runInFrame } from '@/lib/browser/inject';
import { createImageMenu, type MenuClick, onImageMenuClick } from '@/lib/browser/menus';
import { onMessage, type StoredFile } from '@/lib/browser/messages';
import { objectUrlsInPlace, offscreenObjectUrls } from '@/lib/browser/object-urls';
import { hasDocument } from '@/lib/browser/offscreen';
import { mayAccess, onAccessChange } from '@/lib/browser/permissions';
import { openPopup } from '@/lib/browser/popup';
import { clearRefererRules, withReferer } from '@/lib/browser/referer-rule';
import { report } from '@/lib/browser/report';
import { seenAt } from '@/lib/browser/seen';
import { ensureServiceHeaders } from '@/lib/browser/service-headers';
import { onSessionChange, readSession } from '@/lib/browser/session';
import { readSettings } from '@/lib/browser/settings';
import { onInstalled, onStartup, uiLanguages } from '@/lib/browser/start';
import { createSvgRasteriser } from '@/lib/browser/svg';
import { pickLanguage } from '@/lib/i18n/language';
import { messagesFor } from '@/lib/i18n/messages';
import { checkResult } from '@/lib/images/check-result';
import { nameFromUrl, resultFileName } from '@/lib/images/filename';
import { prepare } from '@/lib/images/prepare';
import { rasteriseSvg } from '@/lib/images/rasterise-svg';
import { thumbnail } from '@/lib/images/thumbnail';
import { createJimeng } from '@/lib/jimeng/client';
import { JIMENG_CN } from '@/lib/jimeng/sites';
import { TARGETS, type Target } from '@/lib/jimeng/tools';
import { attentionOf, needsPerson } from '@/lib/jobs/attention';
import { type Commands, createCommands } from '@/lib/jobs/commands';
import type { JobDeps } from '@/lib/jobs/deps';
import { isEnded, type Job, type JobOptions } from '@/lib/jobs/job';
import { createRunner, type Runner } from '@/lib/jobs/runner';
import { createSaver, type Saver } from '@/lib/jobs/save';
import { type JobStore, openJobStore } from '@/lib/jobs/store';
import { createAnnouncer } from '@/lib/jobs/watch';
import { acquire } from '@/lib/sources/acquire';
import { readThroughSlices } from '@/lib/sources/page-read';

const SITE = JIMENG_CN;
/** A row that needs the person this soon after the click opens the popup: they are still there. */
const ATTENTIVE_MS = 20_000;
/** How many ended rows are looked through for failures the person has not seen. */
const RECENT_ROWS = 100;

interface Engine {
  store: JobStore;
  runner: Runner;
  commands: Commands;
  saver: Saver;
}

export default defineBackground({
  type: 'module',
  main() {
    const messages = messagesFor(pickLanguage('auto', uiLanguages()));
    const headersReady = Promise.all([ensureServiceHeaders(SITE.origin), clearRefererRules()]);
    const service = createJimeng({
      fetch: async (input, init) => {
        await headersReady;
        return fetch(input, init);
      },
      now: Date.now,
      uuid: () => crypto.randomUUID(),
    });
    const session = () => readSession(SITE.cookie);
    const account = createAccount({ session, credits: () => service.credits() });
    const engine = startEngine();

    // Every listener is registered in this first turn; what they do waits for the engine.
    jobAlarm.onRing(() => act(({ runner }) => runner.kick()));
    onStartup(() => act(({ runner }) => runner.kick()));
    onInstalled(() => run(createMenu()));
    onImageMenuClick((itemId, click) => run(upscaleClicked(itemId, click)));
    onDownloadEnd((downloadId) => act(({ saver }) => saver.downloadChanged(downloadId)));
    onAccessChange(() => act(recheck));
    onSessionChange(SITE.cookie, () => {
      service.forgetSession();
      act(recheck);
    });
    self.addEventListener('online', () => act(recheck));

    onMessage('addFiles', ({ data }) => run(upscaleFiles(data.files, data.target)));
    onMessage('save', ({ data: jobId }) => act(({ saver }) => saver.save(jobId)));
    onMessage('retry', ({ data: jobId }) => act(({ commands }) => commands.retry(jobId)));
    onMessage('retryWith', ({ data }) =>
      act(({ commands }) => commands.retryWith(data.jobId, data.target)),
    );
    onMessage('cancel', ({ data: jobId }) => act(({ commands }) => commands.cancel(jobId)));
    onMessage('remove', ({ data: jobId }) => act(({ commands }) => commands.remove(jobId)));
    onMessage('upscaleAnyway', ({ data: jobId }) =>
      act(({ commands }) => commands.upscaleAnyway(jobId)),
    );
    onMessage('account', () => {
      run(account.refresh());
      return account.report();
    });
    onMessage('opened', () => run(seenAt.write(Date.now()).then(updateBadge)));

    act(async ({ saver, commands }) => {
      await Promise.all([saver.resume(), commands.recheck(), updateBadge()]);
    });

    function run(work: Promise<unknown>): void {
      work.catch(report);
    }

    function act(work: (engine: Engine) => unknown): void {
      run(engine.then(work));
    }

    async function recheck({ commands }: Engine): Promise<void> {
      await Promise.all([commands.recheck(), account.refresh()]);
    }

    async function startEngine(): Promise<Engine> {
      const store = await openJobStore(createAnnouncer());
      const drawSvg = createSvgRasteriser(store, rasteriseSvg);
      const deps: JobDeps = {
        store,
        service: { ...service, warmUp: () => run(warmUp()) },
        acquire: (origin, signal) =>
          acquire(
            origin,
            {
              fetch: (input, init) => fetch(input, init),
              readInPage: (place, url, reading) =>
                readThroughSlices((func, args) => runInFrame(place, func, args), url, reading),
              mayAccess,
              withReferer,
              readInbox: (key) => store.blob(key),
            },
            signal,
          ),
        prepare: (bytes, { target }) => prepare(bytes, { target, rasteriseSvg: drawSvg }),
        thumbnail,
        checkResult,
        session,
        mayAccess,
        isOnline: () => navigator.onLine,
        now: Date.now,
        uuid: () => crypto.randomUUID(),
        withLock: (name, work) =>
          navigator.locks.request(name, { ifAvailable: true }, (lock) =>
            lock ? work() : undefined,
          ),
        alarm: jobAlarm,
        sleep,
        onChange,
        report,
      };
      const runner = createRunner(deps);
      const commands = createCommands(deps, runner);
      const urls = hasDocument() ? objectUrlsInPlace(store.blob) : offscreenObjectUrls;
      const saver = createSaver({
        ...deps,
        downloads: createDownloads(urls),
        fileNameFor: resultFileName,
      });
      return { store, runner, commands, saver };
    }

    /** The upload key is asked for early, but only for somebody who has a login to ask with. */
    async function warmUp(): Promise<void> {
      if ((await session()).state === 'signed-in') service.warmUp();
    }

    function onChange(job: Job): void {
      run(updateBadge());
      if (isEnded(job)) run(account.refresh());
      if (needsPerson(job) && Date.now() - job.createdAt < ATTENTIVE_MS) run(openPopup());
    }

    async function updateBadge(): Promise<void> {
      const { store } = await engine;
      const [open, recent, seen] = await Promise.all([
        store.open(),
        store.list(RECENT_ROWS),
        seenAt.read(),
      ]);
      const { running, waiting, failed } = attentionOf(open, recent.filter(isEnded), seen);
      const { badge } = messages;
      if (waiting > 0) await showBadge({ kind: 'attention' }, badge.waiting(waiting));
      else if (running > 0)
        await showBadge({ kind: 'running', count: running }, badge.running(running));
      else if (failed > 0) await showBadge({ kind: 'attention' }, badge.failed(failed));
      else await showBadge({ kind: 'none' }, badge.idle);
    }

    async function createMenu(): Promise<void> {
      const { parent, targets } = messages.menu;
      await createImageMenu(
        parent,
        TARGETS.map((id) => ({ id, title: targets[id] })),
      );
    }

    async function upscaleClicked(itemId: string, click: MenuClick): Promise<void> {
      const { imageUrl: url, ...place } = click;
      const target = TARGETS.find((known) => known === itemId);
      if (!target) return;
      const name = nameFromUrl(url, click.pageTitle);
      const { commands } = await engine;
      await commands.add({
        origin: { kind: 'page', url, ...place },
        name,
        options: await optionsFor(target),
      });
    }

    async function upscaleFiles(files: StoredFile[], target: Target): Promise<void> {
      const { commands } = await engine;
      const options = await optionsFor(target);
      for (const { blobKey, name } of files) {
        await commands.add({
          origin: { kind: 'file', blobKey, name },
          name: name.replace(/\.[^.]*$/, ''),
          options,
        });
      }
    }

    async function optionsFor(target: Target): Promise<JobOptions> {
      const { upscaler, detail } = await readSettings();
      return { target, upscaler, detail };
    }
  },
});

/** Resolves after `ms`, or as soon as the signal aborts. */
function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
