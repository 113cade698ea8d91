import { beforeEach, describe, expect, it } from 'vitest';
import { codeOf } from '@/tests/support/error-code';
import { twoClusters } from '@/tests/support/two-clusters';
import type { Jimeng } from '../client';
import type { Order } from '../model/order';
import { JIMENG_CN, SITES } from '../model/sites';
import { createSiteClient } from './site-client';

const ORDER: Order = { submitId: 's', tool: 'smart-hd', target: '2k', imageUri: 'u' };

let two: ReturnType<typeof twoClusters>;
const called = () => two.calls.map(({ id, name }) => `${name} ${id.slice(-2)}`);

beforeEach(() => {
  two = twoClusters();
});

describe('the cluster of a login', () => {
  it('is confirmed by one read, remembered, and not asked for again', async () => {
    expect(await two.client.upload(new Blob())).toMatchObject({ siteId: 'dreamina-sg' });
    expect(await two.client.credits()).toEqual({ total: 1 });
    expect(called()).toEqual(['confirm sg', 'upload sg', 'credits sg']);
    expect(two.writes).toEqual([['login-1', 'dreamina-sg']]);
  });

  it('is the first that a hint names', async () => {
    two.world.hints = { idc: 'useast5' };
    expect(await two.client.current()).toBe('dreamina-us');
    expect(called()).toEqual(['confirm us']);
  });

  it.each(['1015', '34010105'] as const)('is the other one after %s', async (number) => {
    two.world.answers['dreamina-sg'] = number;
    expect(await two.client.current()).toBe('dreamina-us');
    expect(called()).toEqual(['confirm sg', 'confirm us']);
    expect(two.writes).toEqual([['login-1', 'dreamina-us']]);
  });

  it('is unknown if both deny the session, and nothing is remembered', async () => {
    two.world.answers = { 'dreamina-sg': '1015', 'dreamina-us': '1015' };
    expect(await codeOf(two.client.current())).toBe('signed-out');
    expect(called()).toEqual(['confirm sg', 'confirm us']);
    expect(two.writes).toEqual([]);
  });

  it.each([
    ['network', 'network'],
    ['risk-control', 'risk-control'],
    // Signed out, and nothing about the cluster.
    ['1011', 'signed-out'],
  ] as const)('is not looked for elsewhere after %s', async (answer, code) => {
    two.world.answers['dreamina-sg'] = answer;
    expect(await codeOf(two.client.current())).toBe(code);
    expect(called()).toEqual(['confirm sg']);
    expect(two.writes).toEqual([]);
    two.world.answers['dreamina-sg'] = 'in';
    expect(await two.client.current()).toBe('dreamina-sg');
  });

  it('is the remembered one without a request', async () => {
    two.remembered.set('login-1', 'dreamina-us');
    expect(await two.client.current()).toBe('dreamina-us');
    expect(called()).toEqual([]);
  });

  it('is confirmed if another site is remembered', async () => {
    two.remembered.set('login-1', 'jimeng');
    expect(await two.client.current()).toBe('dreamina-sg');
    expect(called()).toEqual(['confirm sg']);
  });

  it('is found once for concurrent calls, and again for another login', async () => {
    await Promise.all([two.client.credits(), two.client.current(), two.client.upload(new Blob())]);
    expect(called().filter((call) => call.startsWith('confirm'))).toEqual(['confirm sg']);
    two.world.login = 'login-2';
    two.world.answers['dreamina-sg'] = '1015';
    expect(await two.client.current()).toBe('dreamina-us');
    two.world.login = 'login-1';
    expect(await two.client.current()).toBe('dreamina-sg');
  });

  it('is not remembered for a login that changed during the read', async () => {
    two.world.onCall = () => {
      two.world.login = 'login-2';
    };
    await two.client.current();
    expect(two.writes).toEqual([]);
  });

  it('is read again from the memory after a change of session', async () => {
    await two.client.current();
    two.remembered.set('login-1', 'dreamina-us');
    two.client.forgetSession();
    expect(await two.client.current()).toBe('dreamina-us');
    expect(called()).toEqual(['confirm sg', 'forgetSession sg']);
  });

  it('is found without a login, and not remembered', async () => {
    two.world.login = undefined;
    expect(await two.client.current()).toBe('dreamina-sg');
    expect(two.writes).toEqual([]);
  });

  it('is waited for no longer than the caller wants', async () => {
    const held = Promise.withResolvers<void>();
    two.world.onCall = () => held.promise;
    const abort = new AbortController();
    const aborted = two.client.current({ signal: abort.signal });
    const waiting = two.client.current();
    abort.abort();
    await expect(aborted).rejects.toMatchObject({ name: 'AbortError' });
    held.resolve();
    expect(await waiting).toBe('dreamina-sg');
    expect(called()).toEqual(['confirm sg']);
  });
});

describe('a read that the remembered cluster denies', () => {
  beforeEach(() => {
    two.remembered.set('login-1', 'dreamina-sg');
    two.world.answers['dreamina-sg'] = '34010105';
  });

  it('is repeated once at the other, which is remembered then', async () => {
    expect(await two.client.credits()).toEqual({ total: 1 });
    expect(called()).toEqual(['credits sg', 'confirm us', 'credits us']);
    expect(two.writes).toEqual([['login-1', 'dreamina-us']]);
    expect(await two.client.current()).toBe('dreamina-us');
  });

  it('changes nothing if the other does not answer it either', async () => {
    two.world.onCall = ({ id, name }) => {
      if (id === 'dreamina-us' && name === 'credits') two.world.answers[id] = '34010105';
    };
    expect(await codeOf(two.client.credits())).toBe('signed-out');
    expect(called()).toEqual(['credits sg', 'confirm us', 'credits us']);
    expect(two.writes).toEqual([]);
  });

  it('shares the confirmation with others', async () => {
    await Promise.all([two.client.credits(), two.client.upload(new Blob())]);
    expect(called().filter((call) => call.startsWith('confirm'))).toEqual(['confirm us']);
  });
});

describe('an order', () => {
  it('goes to the cluster of its upload, whichever is the current one', async () => {
    two.remembered.set('login-1', 'dreamina-sg');
    await two.client.submit({ ...ORDER, siteId: 'dreamina-us' });
    expect(called()).toEqual(['submit us']);
    expect(await two.client.current()).toBe('dreamina-sg');
  });

  it.each(['1015', '34010105'] as const)(
    'that is denied (%s) is not sent again',
    async (number) => {
      two.remembered.set('login-1', 'dreamina-sg');
      two.world.answers['dreamina-sg'] = number;
      expect(await codeOf(two.client.submit(ORDER))).toBe('signed-out');
      expect(called()).toEqual(['submit sg']);
      expect(two.writes).toEqual([]);
      expect(await two.client.current()).toBe('dreamina-sg');
    },
  );

  it('for a cluster of another site is not sent', async () => {
    expect(await codeOf(two.client.submit({ ...ORDER, siteId: 'jimeng' }))).toBe('bad-response');
    expect(called()).toEqual([]);
  });
});

describe('a look-up', () => {
  beforeEach(() => two.remembered.set('login-1', 'dreamina-sg'));

  it.each([
    ['dreamina-sg', 'lookUp sg', 1],
    ['dreamina-us', 'lookUp us', 1],
    // Without the cluster of the order, the answer proves nothing.
    [undefined, 'lookUp sg', 0],
  ] as const)('of an order at %s: %s', async (siteId, call, absent) => {
    const reports = await two.client.lookUp(['s'], siteId ? { siteId } : {});
    expect(called()).toEqual([call]);
    expect(reports.size).toBe(absent);
  });

  it('proves no absence at another cluster than that of the order', async () => {
    two.world.answers['dreamina-us'] = '1015';
    const reports = await two.client.lookUp(['s'], { siteId: 'dreamina-us' });
    expect(called()).toEqual(['lookUp us', 'lookUp sg']);
    expect(reports.size).toBe(0);
    expect(two.writes).toEqual([]);
  });
});

it('is the client itself at a site with one cluster', () => {
  const client = {} as Jimeng;
  const unused = async () => {
    throw new Error('must not be called');
  };
  const made = createSiteClient({
    clusters: [JIMENG_CN],
    client: () => client,
    login: unused,
    hints: unused,
    memory: { read: unused, write: unused },
  });
  expect(made).toBe(client);
});

it('downloads with the client of results, made once, which belongs to no cluster', async () => {
  const unused = () => {
    throw new Error('must not be called');
  };
  const picture = new Blob(['x']);
  let made = 0;
  const client = createSiteClient({
    clusters: SITES.dreamina,
    client: unused,
    results: () => {
      made += 1;
      return { download: async () => picture };
    },
    login: unused,
    hints: unused,
    memory: { read: unused, write: unused },
  });
  const address = 'https://p16-dreamina-sign-sg.ibyteimg.com/a';
  expect(await client.download(address)).toBe(picture);
  expect(await client.download(address)).toBe(picture);
  expect(made).toBe(1);
});
