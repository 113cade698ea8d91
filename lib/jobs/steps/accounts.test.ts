import { beforeEach, expect, it } from 'vitest';
import { JimengError, type JimengErrorCode } from '@/lib/jimeng/model/errors';
import type { SiteDeps } from '@/lib/jobs/steps/deps';
import { oneSite } from '@/tests/support/one-site';
import { type KnownLogin, withLogin } from '../model/known-logins';
import type { Session } from '../model/session';
import { createAccounts, forgettingSession } from './accounts';
import type { Accounts, JobDeps } from './deps';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let now: number;
let session: Session;
let hasConsent: boolean;
let logins: readonly KnownLogin[];
let asked: number;
let answer: () => Promise<{ id: string; name?: string }>;
let accounts: Accounts;

beforeEach(() => {
  now = 1_000_000;
  session = { state: 'signed-in', account: 'login-1' };
  hasConsent = true;
  logins = [];
  asked = 0;
  answer = async () => ({ id: '7123456789012345678', name: 'Lin' });
  accounts = start();
});

/** A new worker, on the same database. */
function start(): Accounts {
  const parts = {
    store: {
      logins: async () => logins,
      putLogin: async (login: KnownLogin) => {
        logins = withLogin(logins, login);
      },
    },
    ...oneSite({
      service: {
        account: () => {
          asked += 1;
          return answer();
        },
      } as unknown as SiteDeps['service'],
      session: async () => session,
    }),
    hasConsent: async () => hasConsent,
    now: () => now,
  };
  return createAccounts(parts as unknown as JobDeps);
}

it('asks once, also when several want to know at once, and in later workers', async () => {
  await Promise.all([accounts.identify({ site: 'jimeng' }), accounts.identify({ site: 'jimeng' })]);
  await accounts.identify({ site: 'jimeng' });
  accounts = start();
  await accounts.identify({ site: 'jimeng' });
  expect(asked).toBe(1);
  expect(await accounts.known()).toMatchObject([{ login: 'login-1', name: 'Lin' }]);
});

it('names both logins of an account the same, and keeps no id', async () => {
  await accounts.identify({ site: 'jimeng' });
  session = { state: 'signed-in', account: 'login-2' };
  await accounts.identify({ site: 'jimeng' });
  const [first, second] = logins;
  expect(first?.account).toMatch(/^id-[0-9a-f]{16}$/);
  expect(second?.account).toBe(first?.account);
  expect(JSON.stringify(logins)).not.toContain('7123456789012345678');
});

it('does not ask before the consent, or while nobody is signed in', async () => {
  hasConsent = false;
  await accounts.identify({ site: 'jimeng' });
  hasConsent = true;
  session = { state: 'signed-out' };
  await accounts.identify({ site: 'jimeng' });
  expect(asked).toBe(0);
});

it('believes no answer during which somebody else has signed in', async () => {
  answer = async () => {
    session = { state: 'signed-in', account: 'login-2' };
    return { id: '1' };
  };
  await accounts.identify({ site: 'jimeng' });
  expect(logins).toEqual([]);
});

it.each<[JimengErrorCode, number]>([
  ['network', 2 * MINUTE],
  ['timeout', 2 * MINUTE],
  ['server-error', 2 * MINUTE],
  ['busy', 2 * MINUTE],
  ['system-busy', 2 * MINUTE],
  ['bad-response', DAY],
  ['http-refused', DAY],
  ['unknown-refusal', DAY],
])('asks again after %s, but not within %i ms', async (code, pause) => {
  answer = async () => {
    throw new JimengError(code);
  };
  await accounts.identify({ site: 'jimeng' });
  now += pause - 1;
  await accounts.identify({ site: 'jimeng' });
  expect(asked).toBe(1);
  answer = async () => ({ id: '1' });
  now += 1;
  await accounts.identify({ site: 'jimeng' });
  expect(asked).toBe(2);
  expect(logins[0]?.account).toBeDefined();
});

it.each<JimengErrorCode>(['risk-control', 'account-restricted', 'signed-out'])(
  'passes on %s, which stops everything',
  async (code) => {
    answer = async () => {
      throw new JimengError(code);
    };
    await expect(accounts.identify({ site: 'jimeng' })).rejects.toMatchObject({ code });
    expect(logins).toEqual([]);
  },
);

it('a new login makes the client forget the upload key of the one before', async () => {
  let forgotten = 0;
  const read = forgettingSession(async () => session, { forgetSession: () => (forgotten += 1) });
  const forgottenBy = async (next: Session) => {
    session = next;
    const before = forgotten;
    await read();
    return forgotten - before;
  };
  await read();
  expect(await forgottenBy({ state: 'signed-in', account: 'login-1' })).toBe(0);
  expect(await forgottenBy({ state: 'signed-in', account: 'login-2' })).toBe(1);
  expect(await forgottenBy({ state: 'signed-out' })).toBe(1);
});
