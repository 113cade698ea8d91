import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Jimeng } from './client';
import { JimengError, type JimengErrorCode } from './model/errors';
import { createPageFallback } from './page-fallback';

const REPORTS = new Map();

let log: string[];
/** What each client answers; undefined: it succeeds. */
let refusals: { direct?: JimengErrorCode | undefined; page?: JimengErrorCode | undefined };
let login: string | undefined;
let mayUsePage: boolean;
let remembered: string | undefined;
/** The page does not answer before. */
let gate: Promise<void> | undefined;

beforeEach(() => {
  log = [];
  refusals = {};
  login = 'a1';
  mayUsePage = true;
  remembered = undefined;
  gate = undefined;
});

function client(name: 'direct' | 'page'): Jimeng {
  const call = (what: string, answer: unknown) => async () => {
    log.push(`${name} ${what}`);
    if (name === 'page') await gate;
    const code = refusals[name];
    if (code) throw new JimengError(code);
    return answer;
  };
  return {
    confirm: call('confirm', undefined),
    upload: call('upload', { uri: 'u', siteId: 'jimeng' }),
    lookUp: call('look-up', REPORTS),
    credits: call('credits', { total: 1 }),
    submit: call('submit', {}),
    forgetSession: () => undefined,
  } as unknown as Jimeng;
}

const open = () =>
  createPageFallback({
    direct: client('direct'),
    throughPage: () => client('page'),
    login: async () => login,
    mayUsePage: async () => mayUsePage,
    memory: {
      read: async () => remembered,
      async write(known) {
        remembered = known;
      },
    },
  });

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    ({ code }: JimengError) => code,
  );
const upload = (service: Jimeng) => service.upload(new Blob());

describe('a login that the extension’s own requests do not carry', () => {
  beforeEach(() => {
    refusals.direct = 'signed-out';
  });

  it('is used through the page, after one free read there', async () => {
    const service = open();
    await upload(service);
    await service.lookUp(['x']);
    await service.credits();
    expect(log).toEqual([
      'direct upload',
      'page confirm',
      'page upload',
      'page look-up',
      'page credits',
    ]);
  });

  it('serves all calls that are denied until the page has answered, by one read', async () => {
    let answer = () => {};
    gate = new Promise((resolve) => {
      answer = resolve;
    });
    const service = open();
    const asked = [codeOf(upload(service)), codeOf(upload(service))];
    await vi.waitFor(() => expect(log).toContain('page confirm'));
    asked.push(codeOf(upload(service)));
    await vi.waitFor(() => expect(log.filter((each) => each === 'direct upload')).toHaveLength(3));
    answer();
    expect(await Promise.all(asked)).toEqual([undefined, undefined, undefined]);
    expect(log.filter((each) => each === 'page confirm')).toHaveLength(1);
    expect(log.filter((each) => each === 'page upload')).toHaveLength(3);
  });

  it('goes on for the others when one of them gives up', async () => {
    const service = open();
    const giving = new AbortController();
    const one = service.upload(new Blob(), { signal: giving.signal }).catch(({ name }) => name);
    const another = codeOf(upload(service));
    giving.abort();
    expect([await one, await another]).toEqual(['AbortError', undefined]);
  });

  it('is used there by the next worker at once, and by no other login', async () => {
    await upload(open());
    log = [];
    await open().submit({} as never);
    login = 'b2';
    await open()
      .credits()
      .catch(() => undefined);
    expect(log).toEqual(['page submit', 'direct credits']);
  });

  it('is signed out if the page says the same, and is not asked about again', async () => {
    refusals.page = 'signed-out';
    const service = open();
    expect(await codeOf(upload(service))).toBe('signed-out');
    expect(await codeOf(upload(service))).toBe('signed-out');
    expect(log).toEqual(['direct upload', 'page confirm', 'direct upload']);
    service.forgetSession();
    await codeOf(upload(service));
    expect(log.filter((each) => each === 'page confirm')).toHaveLength(2);
  });

  it('opens no page without the agreement, without a cookie, or to show a balance', async () => {
    const service = open();
    expect(await codeOf(service.credits())).toBe('signed-out');
    mayUsePage = false;
    expect(await codeOf(upload(service))).toBe('signed-out');
    mayUsePage = true;
    login = undefined;
    expect(await codeOf(upload(service))).toBe('signed-out');
    expect(log.filter((each) => each.startsWith('page'))).toEqual([]);
  });

  it('stops at a risk answer of the page', async () => {
    refusals.page = 'risk-control';
    expect(await codeOf(upload(open()))).toBe('risk-control');
  });
});

it('any other refusal is no reason to ask the page', async () => {
  const service = open();
  for (const code of ['network', 'busy', 'risk-control'] as const) {
    refusals.direct = code;
    expect(await codeOf(upload(service))).toBe(code);
  }
  expect(log.filter((each) => each.startsWith('page'))).toEqual([]);
});
