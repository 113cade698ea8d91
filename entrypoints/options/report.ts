import { browser } from 'wxt/browser';
import { listSites } from '@/lib/browser/access/site-access';
import { sendMessage } from '@/lib/browser/messages';
import { consent } from '@/lib/browser/storage/consent';
import { readSettings } from '@/lib/browser/storage/settings';
import { diagnosticsOf } from '@/lib/jobs/history/diagnostics';
import type { JobStore } from '@/lib/jobs/store/jobs';

/** Newest jobs that are searched for failures. */
const RECENT_ROWS = 200;

/** Makes the bug report. */
export async function makeReport(store: JobStore): Promise<string> {
  const [settings, account, consentAt, access, counts, jobs, batches, { usage }] =
    await Promise.all([
      readSettings(),
      sendMessage('account'),
      consent.read(),
      listSites(),
      store.counts(),
      store.list(RECENT_ROWS),
      store.batchSummaries(),
      navigator.storage.estimate(),
    ]);
  return diagnosticsOf({
    version: browser.runtime.getManifest().version,
    userAgent: navigator.userAgent,
    language: document.documentElement.lang,
    settings: { ...settings },
    account: account.state,
    hasConsent: consentAt !== undefined,
    access,
    counts,
    bytes: usage,
    batches,
    jobs,
    now: Date.now(),
  });
}
