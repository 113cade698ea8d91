import { afterEach, describe, expect, it, vi } from 'vitest';
import { JimengError } from '@/lib/jimeng/model/errors';
import type { BrowserSession } from './access/session';
import { createAccount, followAccount, publishAccount, watchAccount } from './account';
import type { AccountReport } from './messages';

const signedIn: BrowserSession = { state: 'signed-in', account: '0123456789abcdef' };
const balance = (total: number) => ({ total });

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

function open({
  session = signedIn as BrowserSession,
  credits = async () => balance(60) as ReturnType<typeof balance> | undefined,
}: {
  session?: BrowserSession;
  credits?: () => Promise<ReturnType<typeof balance> | undefined>;
} = {}) {
  const world = { session, credits, sessions: 0, asked: 0 };
  const account = createAccount({
    onChange: publishAccount,
    site: 'jimeng',
    session: async () => {
      world.sessions += 1;
      return world.session;
    },
    credits: () => {
      world.asked += 1;
      return world.credits();
    },
  });
  return { world, account };
}

function watch(): AccountReport[] {
  const seen: AccountReport[] = [];
  stops.push(watchAccount((report) => seen.push(report)));
  return seen;
}

describe('the account', () => {
  it('is unknown before the first refresh', () => {
    expect(open().account.report()).toEqual({ site: 'jimeng', state: 'unknown' });
  });

  it.each<[string, Parameters<typeof open>[0], AccountReport]>([
    [
      'signed in with a balance',
      {},
      { site: 'jimeng', state: 'signed-in', credits: { total: 60 } },
    ],
    ['signed out', { session: { state: 'signed-out' } }, { site: 'jimeng', state: 'signed-out' }],
    [
      'out of sight',
      { session: { state: 'no-access', site: 'jimeng', pattern: 'p', host: 'h' } },
      { site: 'jimeng', state: 'no-access' },
    ],
    [
      'signed out when the service no longer takes the cookie',
      { credits: () => Promise.reject(new JimengError('signed-out')) },
      { site: 'jimeng', state: 'signed-out' },
    ],
    [
      'signed in without a balance when the service does not answer',
      { credits: () => Promise.reject(new JimengError('network')) },
      { site: 'jimeng', state: 'signed-in' },
    ],
    [
      'signed in without a balance before the service may be asked',
      { credits: async () => undefined },
      { site: 'jimeng', state: 'signed-in' },
    ],
  ])('is %s', async (_, situation, report) => {
    const { account } = open(situation);
    await account.refresh();
    expect(account.report()).toEqual(report);
  });

  it('never has the digest of the session', async () => {
    const seen = watch();
    const { account } = open();
    await account.refresh();
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    expect(JSON.stringify([seen, account.report()])).not.toContain('0123456789abcdef');
  });

  it('keeps the last balance while the service does not answer, and drops it on sign-out', async () => {
    const { account, world } = open();
    await account.refresh();
    world.credits = () => Promise.reject(new JimengError('timeout'));
    await account.refresh();
    expect(account.report()).toEqual({
      site: 'jimeng',
      state: 'signed-in',
      credits: { total: 60 },
    });
    world.session = { state: 'signed-out' };
    await account.refresh();
    expect(account.report()).toEqual({ site: 'jimeng', state: 'signed-out' });
  });

  it('is refreshed again for a request during a refresh, whose result may be outdated', async () => {
    const { account, world } = open();
    await Promise.all([account.refresh(), account.refresh(), account.refresh()]);
    expect(world.asked).toBe(2);
    await account.refresh();
    expect(world.asked).toBe(3);
  });

  it('names no balance that may be of somebody who has signed in during the question', async () => {
    const totals = [60, 7];
    const { account, world } = open({
      credits: async () => {
        if (totals.length === 2) world.session = { state: 'signed-in', account: 'another' };
        return balance(totals.shift() ?? 0);
      },
    });
    expect(await account.refresh()).toEqual({ total: 7, login: 'another' });
    expect(account.report().credits).toEqual({ total: 7 });
  });

  it('is not asked for a balance while signed out', async () => {
    const { account, world } = open({ session: { state: 'signed-out' } });
    await account.refresh();
    expect(world.asked).toBe(0);
  });

  it('is broadcast only if it changed', async () => {
    const seen = watch();
    const { account, world } = open();
    await account.refresh();
    await account.refresh();
    world.credits = async () => balance(59);
    await account.refresh();
    await vi.waitFor(() => expect(seen).toHaveLength(2));
    expect(seen.map(({ credits }) => credits?.total)).toEqual([60, 59]);
  });
});

describe('a page that follows the account', () => {
  it('believes the answer to its question', async () => {
    const news = followAccount(
      async () => ({ site: 'jimeng', state: 'signed-out' }),
      () => {},
    );
    expect(news.latest()).toEqual({ site: 'jimeng', state: 'unknown' });
    await news.ask();
    expect(news.latest()).toEqual({ site: 'jimeng', state: 'signed-out' });
  });

  it('believes the ping that overtakes the answer', async () => {
    const { account } = open({ session: { state: 'signed-out' } });
    const heard: AccountReport[] = [];
    const news = followAccount(
      async () => {
        const answer = account.report();
        await account.refresh();
        await vi.waitFor(() => expect(heard).toHaveLength(1));
        return answer;
      },
      (report) => heard.push(report),
    );
    await news.ask();
    expect(news.latest()).toEqual({ site: 'jimeng', state: 'signed-out' });
  });
});
