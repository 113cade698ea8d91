import { mayAccess, onAccessChange } from '@/lib/browser/access/permissions';
import { onMessage } from '@/lib/browser/message-answers';
import { openReplaceSites } from '@/lib/browser/pages/popup';
import {
  askAgain,
  countsIn,
  injectReplacer,
  stopFrames,
  tellFrames,
} from '@/lib/browser/replace/frames';
import { bringToFront, openAndLoad, pageOfTab, tabsOn } from '@/lib/browser/replace/pages';
import { onReplaceRequest } from '@/lib/browser/replace/requests';
import { showOnSwitchedOnSites } from '@/lib/browser/replace/site-script';
import { replaceSites } from '@/lib/browser/replace/sites';
import { report } from '@/lib/browser/report';
import { onInstalled, onStartup } from '@/lib/browser/start';
import { readSettings } from '@/lib/browser/storage/settings';
import { activePage } from '@/lib/browser/tabs/commands';
import { whyOutOfReach } from '@/lib/browser/tabs/reach';
import { pageVisibility } from '@/lib/browser/tabs/toast';
import { createPrints } from '@/lib/images/quality/prints';
import { createShownResults, type ShownResults } from '@/lib/jobs/engine/shown-results';
import type { Job } from '@/lib/jobs/model/job';
import { watchJobs } from '@/lib/jobs/model/watch';
import { blobKey, type JobStore } from '@/lib/jobs/store/jobs';
import { readDataUrl } from '@/lib/sources/data-url';
import { isSameSite, siteOfAddress } from '@/lib/sources/same-site';
import type { Engine } from './engine';
import type { WorkerLanguage } from './language';
import type { NewJobs } from './new-jobs';
import { createReplace } from './replace';
import { createShowResults, type ShowResults } from './show-results';

/** What showing results in pages takes from the background. */
export interface ReplacingDeps {
  engine(): Promise<Pick<Engine, 'store' | 'batches'>>;
  newJobs: Pick<NewJobs, 'addBatch' | 'extendBatch'>;
  language: Pick<WorkerLanguage, 'ready' | 'messages'>;
}

/**
 * Connects the showing of results in pages with this browser, and registers its listeners. Call it in the first
 * synchronous turn.
 */
export function connectReplacing({ engine, newJobs, language }: ReplacingDeps): {
  jobChanged(job: Job, before: Job | undefined): void;
  /** See `ShowResults.turn`. */
  turn: ShowResults['turn'];
} {
  const run = (work: Promise<unknown>) => void work.catch(report);
  const store = async () => (await engine()).store;
  const batches = async () => (await engine()).batches;
  const setBudget = async (id: string, budget: number) => (await batches()).setBudget(id, budget);
  let results: Promise<ShownResults> | undefined;

  const replace = createReplace({
    store,
    results: () => {
      results ??= store().then(resultsOf);
      results.catch(() => {
        results = undefined;
      });
      return results;
    },
    async words() {
      await language.ready;
      return language.messages().replacer;
    },
    mayAccess,
    siteOf: siteOfAddress,
    async begin({ pictures, ...batch }) {
      const { target } = await readSettings();
      await newJobs.addBatch({
        ...batch,
        target,
        leftOut: { large: 0, known: 0 },
        pictures: pictures.map((picture, at) => ({ kind: 'page', index: at + 1, ...picture })),
      });
    },
    extend: newJobs.extendBatch,
    pauseBatch: async (id) => (await batches()).pause(id),
    async resumeBatch(id) {
      const batch = await (await store()).batch(id);
      if (batch?.paused?.by === 'person') await (await batches()).resume(id);
    },
    setBudget,
    askForLimits: openReplaceSites,
    tellFrames,
    askAgain,
    uuid: () => crypto.randomUUID(),
    now: Date.now,
  });

  const show = createShowResults({
    store,
    mayAccess,
    isSameSite,
    siteOf: siteOfAddress,
    isOnPage: async (page) => (await pageVisibility(page)) !== 'gone',
    activePage,
    pageOfTab,
    bringToFront,
    openAndLoad,
    tabsOn,
    inject: injectReplacer,
    whyOutOfReach,
    tell: replace.tell,
    askAgain,
    stop: stopFrames,
    counts: countsIn,
    register: showOnSwitchedOnSites,
    setBudget,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    now: Date.now,
  });

  onReplaceRequest(replace.answer);
  onInstalled(() => run(show.sitesChanged()));
  onStartup(() => run(show.sitesChanged()));
  onAccessChange(() => run(show.accessChanged()));
  replaceSites.watch(() => run(show.sitesChanged()));
  watchJobs((id) => run(replace.batchChanged(id)));
  onMessage('showResults', show.show);
  onMessage('showBatchResults', show.showBatch);
  onMessage('hideResults', show.hide);
  onMessage('hideBatchResults', show.hideBatch);
  onMessage('wantReplaced', show.want);
  onMessage('replaceOverview', show.overview);

  return { jobChanged: (job, before) => run(replace.changed(job, before)), turn: show.turn };
}

function resultsOf(store: JobStore): ShownResults {
  return createShownResults({
    store,
    siteOf: siteOfAddress,
    prints: createPrints((id) => store.blob(blobKey(id, 'thumb'))),
    readDataUrl: (url) => readDataUrl(url, fetch),
    now: Date.now,
  });
}
