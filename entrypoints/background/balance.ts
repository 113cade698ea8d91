import { createAccount, publishAccount } from '@/lib/browser/account';
import { refundAlarm } from '@/lib/browser/alarm';
import type { AccountReport } from '@/lib/browser/messages';
import { consent } from '@/lib/browser/storage/consent';
import { perSite, SITE_NAMES, type SiteName } from '@/lib/jimeng/model/sites';
import { SETTLED_AFTER_MS, type SeenBalance } from '@/lib/jobs/engine/refund';
import type { Job } from '@/lib/jobs/model/job';
import { isOtherLogin } from '@/lib/jobs/model/known-logins';
import { type LoginPlace, placeKey, siteOf } from '@/lib/jobs/model/site';
import { chooseSite } from '@/lib/jobs/rules/choose-site';
import type { JobDeps } from '@/lib/jobs/steps/deps';
import { atSite, freePlace } from '@/lib/jobs/steps/site';
import type { Engine } from './engine';

/** Least time between two reads while orders run, ms. */
const RARE_MS = 60_000;

/** What the balance needs. */
export interface BalanceDeps {
  /** Where the logins are. */
  logins: Pick<JobDeps, 'sites' | 'inContainer' | 'containers'>;
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
   * Asks once after an order ended. While others run, the balance shows no price, so it is read once a minute.
   * @param isLast whether no other order with the same login runs
   * @returns whether the balance told what the order cost
   */
  noteOrder(
    job: Pick<Job, 'id' | 'stage' | 'site' | 'container'>,
    isLast: boolean,
  ): Promise<boolean>;
}

/** Creates the balance. Before the person has agreed, no site is asked for it. */
export function createBalance({ logins, preferred, engine }: BalanceDeps): Balance {
  const { sites } = logins;
  let wish: SiteName | undefined;
  /** When each balance was last asked for, Unix ms. */
  const readTimes = new Map<string, number>();
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

  async function refreshOne(place: LoginPlace): Promise<SeenBalance | undefined> {
    readTimes.set(placeKey(place), Date.now());
    const isContained = place.container !== undefined;
    const balance = isContained ? await readOnce(place) : await accounts[siteOf(place)].refresh();
    if (!balance) return undefined;
    const seen = { ...balance, place };
    if (await (await engine()).noteRefunds(seen)) await refundAlarm.arm(SETTLED_AFTER_MS);
    return seen;
  }

  /** The balance of a container. It is not shown: to read it may open a page. */
  async function readOnce(place: LoginPlace): Promise<Omit<SeenBalance, 'place'> | undefined> {
    const { service, session } = atSite(logins, place);
    const login = await session();
    if (login.state !== 'signed-in' || (await consent.read()) === undefined) return undefined;
    const balance = await service.credits().catch(() => undefined);
    const isSame = !isOtherLogin(await session(), login.account);
    return balance && isSame ? { total: balance.total, login: login.account } : undefined;
  }

  return {
    report,
    site: async () => (await freePlace({ ...logins, preferredSite: preferred })).site,
    async refresh() {
      wish = await preferred();
      await Promise.all(SITE_NAMES.map((site) => refreshOne({ site })));
      publishAccount(report());
    },
    async noteOrder(job, isLast) {
      const readAt = readTimes.get(placeKey(job)) ?? Number.NEGATIVE_INFINITY;
      if (!isLast && Math.abs(Date.now() - readAt) < RARE_MS) return false;
      const balance = await refreshOne(job);
      if (!balance || job.stage !== 'done') return false;
      return (await engine()).noteCost(job.id, balance);
    },
  };
}
