import { openCompare } from '@/lib/browser/pages/compare';
import { isPageOfOursInFront } from '@/lib/browser/pages/own-pages';
import { openPanel } from '@/lib/browser/pages/panel';
import { openPicker } from '@/lib/browser/pages/picker';
import { openList, openOptions, openPopupOrTab } from '@/lib/browser/pages/popup';
import type { HeardCommand } from '@/lib/browser/tabs/command-names';
import type { ActivePage, CommandListener } from '@/lib/browser/tabs/commands';
import type { Target } from '@/lib/jimeng/model/tools';
import { isKept } from '@/lib/jobs/model/selectors';
import type { JobStore } from '@/lib/jobs/store/jobs';
import type { Engine } from './engine';

/** What the commands act on. */
interface KeyCommandDeps {
  engine(): Promise<Engine>;
  /** Upscales what is under the pointer. @param target default: the usual size */
  underPointer(page: ActivePage, target?: Target): Promise<unknown>;
  /** Shows the results of a page in it, or its originals again. @returns whether there was anything to turn */
  turnResults(page: ActivePage): Promise<boolean>;
  /** Reports a failure. */
  run(work: Promise<unknown>): void;
}

/** What each keyboard command does. */
export function createKeyCommands(deps: KeyCommandDeps): Record<HeardCommand, CommandListener> {
  const { engine, underPointer, turnResults, run } = deps;
  const upscale =
    (target?: Target): CommandListener =>
    (page) => {
      if (page) run(underPointer(page, target));
    };

  /** Does something with the newest result, or shows the list, which says why there is none. */
  async function withNewest(work: (ready: Engine, jobId: string) => Promise<unknown>) {
    const ready = await engine();
    const jobId = await newestResult(ready.store);
    await (jobId === undefined ? openList() : work(ready, jobId));
  }

  /** Shows the list afterwards: nothing else would say which of the two it was. */
  async function turnPause(): Promise<void> {
    const { store, batches } = await engine();
    await batches.pauseAll((await store.pausedSince()) === undefined);
    if (!(await isPageOfOursInFront())) await openPopupOrTab();
  }

  /** The list says why, where nothing can be shown. */
  async function turnResultsOf(page: ActivePage): Promise<void> {
    if (!(await turnResults(page))) await openPopupOrTab();
  }

  return {
    'upscale-under-pointer': upscale(),
    'upscale-2k': upscale('2k'),
    'upscale-4k': upscale('4k'),
    'choose-several': (page) => {
      if (page) run(openPicker(page.tabId));
    },
    'show-results': (page) => {
      if (page) run(turnResultsOf(page));
    },
    'open-list': () => run(openList()),
    // Nothing may be awaited before the panel opens.
    'open-panel': (_, windowId) =>
      run(openPanel(windowId).then((isOpen) => (isOpen ? undefined : openList()))),
    'compare-newest': () => run(withNewest((_, jobId) => openCompare(jobId))),
    'save-newest': () => run(withNewest(({ saver }, jobId) => saver.save(jobId))),
    'pause-all': () => run(turnPause()),
    'open-options': () => run(openOptions()),
  };
}

/** Id of the job that was done last. An original that was kept is no result. */
async function newestResult(store: Pick<JobStore, 'entries' | 'get'>): Promise<string | undefined> {
  const done = (await store.entries())
    .filter(({ condition }) => condition === 'done')
    .sort((a, b) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0));
  for (const { id } of done) {
    const job = await store.get(id);
    if (job && !isKept(job)) return id;
  }
  return undefined;
}
