import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSimulator, type Effect, type Simulator } from '@/simulator/simulator';
import { createJimeng } from '../client';
import { CHECK_STEPS, type CheckResult, type CheckStep } from '../model/check';
import { JIMENG_CN } from '../model/sites';
import type { UploadAnswer, UploadRequest } from '../upload/put';
import { type CheckDeps, runCheck } from './check';
import { drawTestPicture } from './test-picture';

let simulator: Simulator;
let seen: CheckResult[];

beforeEach(() => {
  simulator = createSimulator({ sessions: ['session-1'] });
  simulator.browser.signIn();
  seen = [];
});

function check(changed: Partial<CheckDeps> = {}): Promise<CheckResult> {
  return runCheck({
    site: 'jimeng',
    fetch: simulator.fetch,
    now: Date.now,
    uuid: randomUUID,
    client: (waysAt) =>
      createJimeng({
        site: JIMENG_CN,
        ...waysAt({ site: 'jimeng', cluster: 'jimeng' }),
        now: Date.now,
        uuid: randomUUID,
        sleep: async () => {},
      }),
    cookie: async () => 'present',
    headerRules: async () => ({ origin: true, referer: true }),
    onChange: (result) => seen.push(result),
    ...changed,
  });
}

const states = ({ lines }: CheckResult) =>
  Object.fromEntries(lines.map(({ step, state, code }) => [step, code ?? state]));
const ALL_GOOD = Object.fromEntries(CHECK_STEPS.map((step) => [step, 'good']));

describe('the check', () => {
  it('finds everything good, orders nothing and breaks no rule', async () => {
    const result = await check();
    expect(states(result)).toEqual(ALL_GOOD);
    expect(result.state).toBe('done');
    expect(result.lines.at(-1)?.sent).toEqual({ origin: true, referer: true, cookies: true });
    expect(simulator.submissions).toEqual([]);
    expect(simulator.violations).toEqual([]);
    expect(simulator.credits.gift).toBe(100);
    expect(simulator.requests.map(({ endpoint }) => endpoint)).toEqual([
      'user-info',
      'credits',
      'upload-token',
      'apply',
      'put',
      'commit',
      'history',
    ]);
    expect(result.exchanges).toHaveLength(7);
  });

  it('uploads a picture of 64 x 64 px that was drawn in code', async () => {
    await check();
    const bytes = simulator.uploads.find(({ committed }) => committed)?.bytes;
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 64, height: 64 });
    expect(bytes).toEqual(Buffer.from(await (await drawTestPicture()).arrayBuffer()));
  });

  it('shows each step while it runs, and the time of each request', async () => {
    const { lines } = await check();
    const ran = seen.flatMap((result) =>
      result.lines.flatMap(({ step, state }) => (state === 'running' ? [step] : [])),
    );
    expect([...new Set(ran)]).toEqual(CHECK_STEPS.slice(1, -1));
    for (const { step, ms } of lines.slice(1, -1))
      expect([step, typeof ms]).toEqual([step, 'number']);
  });

  const refused = (ret: string): Effect => ({ kind: 'ret', ret });
  const html: Effect = { kind: 'html' };
  it.each<
    [string, Parameters<Simulator['faults']['add']>[0]['at'], Effect, Record<string, string>]
  >([
    ['read', 'user-info', html, { read: 'bad-response' }],
    ['balance', 'credits', html, { balance: 'bad-response' }],
    ['balance busy', 'credits', refused('1014'), { balance: 'system-busy' }],
    [
      'token',
      'upload-token',
      refused('3018'),
      { token: 'outdated', apply: 'needs-earlier', put: 'needs-earlier', commit: 'needs-earlier' },
    ],
    [
      'apply',
      'apply',
      html,
      { apply: 'bad-response', put: 'needs-earlier', commit: 'needs-earlier' },
    ],
    ['put', 'put', html, { put: 'bad-response', commit: 'needs-earlier' }],
    ['commit', 'commit', html, { commit: 'bad-response' }],
    ['look-up', 'history', html, { 'look-up': 'bad-response' }],
  ])('a failed %s stops only what needs it', async (_, at, effect, wanted) => {
    simulator.faults.add({ at, effect, times: Number.POSITIVE_INFINITY });
    expect(states(await check())).toMatchObject({
      ...ALL_GOOD,
      ...wanted,
      sent: expect.anything(),
    });
  });

  it('sees an upload that does not use fetch', async () => {
    const post = async (request: UploadRequest): Promise<UploadAnswer> => {
      const { url, headers, body } = request;
      const response = await simulator.fetch(url, { method: 'POST', headers, body });
      return { status: response.status, text: await response.text(), url };
    };
    const result = await check({ send: post });
    expect(states(result)).toEqual(ALL_GOOD);
    expect(result.lines.find(({ step }) => step === 'put')).toHaveProperty('ms');
    expect(result.exchanges.find(({ path }) => path.startsWith('/upload/'))).toMatchObject({
      method: 'POST',
      status: 200,
      body: 'json',
      codes: [{ path: 'code', value: '2000' }],
    });
    const failed = await check({
      send: () => Promise.reject(new DOMException('', 'NetworkError')),
    });
    expect(states(failed)).toMatchObject({
      apply: 'good',
      put: 'network',
      commit: 'needs-earlier',
    });
  });

  it('names the number of a refusal', async () => {
    simulator.faults.add({ at: 'upload-token', effect: refused('3018'), times: 9 });
    const { lines } = await check();
    expect(lines.find(({ step }) => step === 'token')).toMatchObject({ ret: '3018' });
  });

  it('an answer about risk stops everything after it', async () => {
    simulator.faults.add({ at: 'credits', effect: refused('1019') });
    const result = await check();
    const after: CheckStep[] = ['token', 'apply', 'put', 'commit', 'look-up'];
    expect(states(result)).toMatchObject({
      read: 'good',
      balance: 'risk-control',
      ...Object.fromEntries(after.map((step) => [step, 'stopped'])),
    });
    expect(simulator.requests.map(({ endpoint }) => endpoint)).toEqual(['user-info', 'credits']);
  });

  it('asks once without a known cookie, and not again when signed out', async () => {
    simulator.browser.signOut();
    const result = await check({ cookie: async () => 'missing' });
    expect(states(result)).toMatchObject({
      cookie: 'cookie-missing',
      read: 'signed-out',
      balance: 'needs-earlier',
      'look-up': 'needs-earlier',
      sent: 'skipped',
    });
    expect(result.lines.at(-1)?.sent).not.toHaveProperty('cookies');
    expect(new Set(simulator.requests.map(({ endpoint }) => endpoint))).toEqual(
      new Set(['user-info']),
    );
  });

  it('goes on when the session has a cookie of another name', async () => {
    const result = await check({ cookie: async () => 'missing' });
    expect(states(result)).toEqual({ ...ALL_GOOD, cookie: 'cookie-missing' });
  });

  it('says that a present cookie was not recognised', async () => {
    simulator.endSession();
    const { lines } = await check();
    expect(lines.at(-1)).toMatchObject({ state: 'bad', sent: { cookies: false } });
  });

  it('says that the header rule is missing', async () => {
    const { lines } = await check({ headerRules: async () => ({ origin: false, referer: true }) });
    expect(lines.at(-1)).toMatchObject({ state: 'bad', code: 'rule-missing' });
  });

  it('sends nothing without access', async () => {
    const result = await check({ cookie: async () => 'no-access' });
    expect(states(result)).toMatchObject({ cookie: 'no-access', read: 'needs-earlier' });
    expect(simulator.requests).toEqual([]);
  });

  it('sends nothing after it was ended', async () => {
    const result = await check({ signal: AbortSignal.abort() });
    expect(states(result)).toMatchObject({
      read: 'stopped',
      token: 'stopped',
      'look-up': 'stopped',
    });
    expect(simulator.requests).toEqual([]);
  });

  it('says that nothing readable came about the unknown order', async () => {
    const body = { ret: '0', data: [] };
    simulator.faults.add({ at: 'history', effect: { kind: 'json', body } });
    expect(states(await check())).toMatchObject({ 'look-up': 'bad-response' });
  });
});
