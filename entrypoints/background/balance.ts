import { createAccount, publishAccount } from '@/lib/browser/account';
import { refundAlarm } from '@/lib/browser/alarm';
import type { AccountReport } from '@/lib/browser/messages';
import { consent } from '@/lib/browser/storage/consent';
import { perSite, SITE_NAMES, type SiteName } from '@/lib/jimeng/model/sites';
import { SETTLED_AFTER_MS, type SeenBalance } from '@/lib/jobs/engine/refund';
import type { Job } from '@/lib/jobs/model/job';
import { siteOf } from '@/lib/jobs/model/site';
import { chooseSite } from '@/lib/jobs/rules/choose-site';
import type { JobDeps } from '@/lib/jobs/steps/deps';
import { freeSite } from '@/lib/jobs/steps/site';
import type { Engine } from './engine';

/** What the balance needs. */
export interface BalanceDeps {
  sites: JobDeps['sites'];
  /** The site that the person prefers while several are signed in. */
  preferred(): Promise<SiteName | undefined>;
  engine(): Promise<Pick<Engine, 'noteCost' | 'noteRefunds'>>;
}

/** The accounts, and their credit balances. */
export interface Balance {
  /** What is known now of the account that the next image would use. */
  report(): AccountReport;
  /** The site that the next image would use. Reads the sessions, and asks no site. */
  site(): Promise<SiteName>;
  /** Asks the sites for their balances. Each answer may show that credits of failed orders came back. */
  refresh(): Promise<void>;
  /**
   * Asks once after an order ended.
   * @returns whether the balance told what the order cost
   */
  noteOrder(job: Pick<Job, 'id' | 'stage' | 'site'>): Promise<boolean>;
}

/** Creates the balance. Before the person has agreed, no site is asked for it. */
export function createBalance({ sites, preferred, engine }: BalanceDeps): Balance {
  let wish: SiteName | undefined;
  const accounts = perSite((name) =>
    createAccount({
      site: name,
      session: sites[name].session,
      credits: async () =>
        (await consent.read()) === undefined ? undefined : sites[name].service.credits(),
      onChange: () => publishAccount(report()),
    }),
  );

  function report(): AccountReport {
    const reports = perSite((name) => accounts[name].report());
    const site = chooseSite({}, reports, wish);
    const other = SITE_NAMES.find((name) => name !== site && reports[name].state === 'signed-in');
    const isSignedIn = reports[site].state === 'signed-in';
    return { ...reports[site], ...(isSignedIn && other && { other }) };
  }

  async function refreshOne(site: SiteName): Promise<SeenBalance | undefined> {
    const balance = await accounts[site].refresh();
    if (!balance) return undefined;
    const seen = { ...balance, site };
    if (await (await engine()).noteRefunds(seen)) await refundAlarm.arm(SETTLED_AFTER_MS);
    return seen;
  }

  return {
    report,
    site: () => freeSite({ sites, preferredSite: preferred }),
    async refresh() {
      wish = await preferred();
      await Promise.all(SITE_NAMES.map(refreshOne));
      publishAccount(report());
    },
    async noteOrder(job) {
      const balance = await refreshOne(siteOf(job));
      if (!balance || job.stage !== 'done') return false;
      return (await engine()).noteCost(job.id, balance);
    },
  };
}
