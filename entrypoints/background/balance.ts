import { createAccount } from '@/lib/browser/account';
import { refundAlarm } from '@/lib/browser/alarm';
import type { AccountReport } from '@/lib/browser/messages';
import { consent } from '@/lib/browser/storage/consent';
import type { Jimeng } from '@/lib/jimeng/client';
import type { SiteName } from '@/lib/jimeng/model/sites';
import { SETTLED_AFTER_MS } from '@/lib/jobs/engine/refund';
import type { Job } from '@/lib/jobs/model/job';
import type { JobDeps } from '@/lib/jobs/steps/deps';
import type { Engine } from './engine';

/** What the balance needs. */
export interface BalanceDeps {
  site: SiteName;
  service: Pick<Jimeng, 'credits'>;
  session: JobDeps['session'];
  engine(): Promise<Pick<Engine, 'noteCost' | 'noteRefunds'>>;
}

/** The credit balance of the signed-in account. */
export interface Balance {
  /** What is known of the account now. */
  report(): AccountReport;
  /** Asks the service for the balance. Each answer may show that credits of failed orders came back. */
  refresh(): Promise<{ total: number; login: string } | undefined>;
  /**
   * Asks once after an order ended.
   * @returns whether the balance told what the order cost
   */
  noteOrder(job: Pick<Job, 'id' | 'stage'>): Promise<boolean>;
}

/** Creates the balance. Before the person has agreed, the service is not asked for it. */
export function createBalance({ site, service, session, engine }: BalanceDeps): Balance {
  const account = createAccount({
    site,
    session,
    credits: async () => ((await consent.read()) === undefined ? undefined : service.credits()),
  });

  const refresh: Balance['refresh'] = async () => {
    const balance = await account.refresh();
    if (balance && (await (await engine()).noteRefunds(balance)))
      await refundAlarm.arm(SETTLED_AFTER_MS);
    return balance;
  };

  return {
    report: account.report,
    refresh,
    async noteOrder({ id, stage }) {
      const balance = await refresh();
      if (!balance || stage !== 'done') return false;
      return (await engine()).noteCost(id, balance);
    },
  };
}
