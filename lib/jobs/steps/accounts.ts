import type { SiteName } from '@/lib/jimeng/model/sites';
import { caught } from '../model/failure';
import type { ErrorCode } from '../model/job';
import { ACCOUNT_PREFIX, isOtherLogin, type KnownLogin } from '../model/known-logins';
import { type LoginPlace, siteOf } from '../model/site';
import { stopsEverything } from './credits';
import type { Accounts, JobDeps, SiteDeps } from './deps';
import { atSite } from './site';

/** Pause, ms, after a request without an answer. */
const UNANSWERED_MS = 2 * 60_000;
/** Pause after an answer without an account, ms. */
const UNNAMED_MS = 24 * 60 * 60_000;
/** Failures after which the request is repeated soon. */
const UNANSWERED: ReadonlySet<ErrorCode> = new Set([
  'network',
  'timeout',
  'server-error',
  'busy',
  'system-busy',
  // Nothing was asked.
  'page-unavailable',
]);

export function createAccounts({
  store,
  hasConsent,
  now,
  ...logins
}: Pick<JobDeps, 'store' | 'sites' | 'inContainer' | 'hasConsent' | 'now'>): Accounts {
  const asking = new Map<string, Promise<void>>();
  const unansweredAt = new Map<string, number>();
  // Cached: only the background writes it.
  let reading: Promise<readonly KnownLogin[]> | undefined;

  function known(): Promise<readonly KnownLogin[]> {
    reading ??= store.logins().catch((error) => {
      reading = undefined;
      throw error;
    });
    return reading;
  }

  async function remember(login: KnownLogin): Promise<void> {
    await store.putLogin(login);
    reading = undefined;
  }

  async function ask(place: LoginPlace, login: string): Promise<void> {
    const { service, session } = atSite(logins, place);
    try {
      const { id, name } = await service.account();
      // Another account may have signed in during the request.
      if (isOtherLogin(await session(), login)) return;
      const account = ACCOUNT_PREFIX + (await digestOf(siteOf(place), id));
      await remember({ login, account, ...(name && { name }), at: now() });
    } catch (error) {
      if (stopsEverything(error)) throw error;
      if (UNANSWERED.has(caught(error).code)) unansweredAt.set(login, now());
      else await remember({ login, at: now() });
    }
  }

  return {
    known,
    async identify(place) {
      const found = await atSite(logins, place).session();
      if (found.state !== 'signed-in' || !((await hasConsent?.()) ?? true)) return;
      const login = found.account;
      const told = (await known()).find((each) => each.login === login);
      if (told?.account) return;
      if (told && now() - told.at < UNNAMED_MS) return;
      const unanswered = unansweredAt.get(login);
      if (unanswered !== undefined && now() - unanswered < UNANSWERED_MS) return;
      const question = asking.get(login) ?? ask(place, login).finally(() => asking.delete(login));
      asking.set(login, question);
      await question;
    },
  };
}

/** A `session` that drops the upload key of the previous login when the login changes. */
export function forgettingSession(
  session: SiteDeps['session'],
  service: Pick<SiteDeps['service'], 'forgetSession'>,
): SiteDeps['session'] {
  let last: string | undefined;
  return async () => {
    const found = await session();
    const login = found.state === 'signed-in' ? found.account : undefined;
    if (login !== last) service.forgetSession();
    last = login;
    return found;
  };
}

/** First 64 bits of a SHA-256: enough to tell accounts apart, so the id itself is never stored. */
async function digestOf(site: SiteName, id: string): Promise<string> {
  const bytes = new TextEncoder().encode(`upscale-with-dreamina account ${site} ${id}`);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash.slice(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
