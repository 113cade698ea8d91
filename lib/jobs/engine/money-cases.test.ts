import { describe, expect, it } from 'vitest';
import { play, type Story } from '@/tests/support/money-run';
import type { Action, Button, Setting } from '@/tests/support/money-script';

/**
 * Scripts on which the engine once broke a rule about money, as `money.property.test.ts` found and
 * shrank them. Each was red before its fault was mended.
 */

const USUAL: Setting = {
  seed: 0,
  upscaler: 'smart-hd',
  processingMs: 4_000,
  visibilityLagMs: 150,
  resultLinkTtlMs: 3_600_000,
  uploadTtlMs: 86_400_000,
  isShortLived: false,
  refuseSuperResolution: false,
};
const MINUTE_MS = 60_000;

const click: Action = { do: 'click', picture: 0, target: '2k' };
const pass = (ms: number): Action => ({ do: 'pass', ms });
const press = (button: Button): Action => ({ do: 'press', row: 0, button });

function run(actions: Action[], changes: Partial<Setting> = {}): Promise<Story> {
  return play({ setting: { ...USUAL, ...changes }, actions });
}

describe('money', () => {
  it('makes one order of two clicks on one picture', async () => {
    expect(await run([click, click])).toMatchObject({ accepted: 1 });
  });

  it('reads a balance that could not be read for long within the hour, before credits are bought', async () => {
    const unread: Action = {
      do: 'fault',
      at: 'credits',
      effect: { kind: 'http', status: 400 },
      times: 20,
      skip: 0,
    };
    const poor: Action = { do: 'balance', credits: 0 };
    const story = await run([unread, click, poor, pass(25 * MINUTE_MS)], { processingMs: 500 });
    expect(story).toMatchObject({ accepted: 1, done: 1 });
  });

  it('never has two pictures at one place, if the answer about a place comes twice', async () => {
    const other: Action = { do: 'click', picture: 1, target: '2k' };
    const twice: Action = { do: 'travel', at: 'apply', travel: { kind: 'stale' }, times: 1 };
    const story = await run([click, pass(10_000), twice, other], { processingMs: 10_800_000 });
    expect(story).toMatchObject({ accepted: 2, done: 2 });
  });

  it('makes one order of the same picture at two addresses', async () => {
    const copy: Action = { do: 'click', picture: 2, target: '2k' };
    expect(await run([click, copy])).toMatchObject({ accepted: 1 });
  });

  it('makes one order of two clicks at one moment, whichever row stays', async () => {
    const other: Action = { do: 'click', picture: 1, target: '2k' };
    const copy: Action = { do: 'click', picture: 2, target: '2k' };
    const story = await run([other, { do: 'at', n: 1, when: 'before', what: click }, copy], {
      seed: 815_974_348,
      processingMs: 500,
    });
    expect(story).toMatchObject({ rows: 2, accepted: 2, done: 2 });
  });

  it.each<[string, unknown]>([
    ['a captcha', { code: -1, message: 'verify' }],
    ['an empty list', []],
    ['no data', { ret: '0' }],
    ['null for data', { ret: '0', data: null }],
    ['another field', { ret: '0', data: { records: [] } }],
  ])('orders nothing anew because of answers with %s', async (_, body) => {
    const story = await run([
      { do: 'fault', at: 'generate', effect: { kind: 'reset', when: 'after' }, times: 1, skip: 0 },
      { do: 'fault', at: 'history', effect: { kind: 'json', body }, times: 20, skip: 0 },
      click,
      pass(10 * MINUTE_MS),
      press('retry-may-cost'),
      pass(10 * MINUTE_MS),
    ]);
    expect(story).toMatchObject({ accepted: 1, done: 1 });
  });

  it('lets no row wait for the slots of rows that wait for a sign-in', async () => {
    const effect = { kind: 'ret', ret: '1015', keepData: true } as const;
    const story = await run([
      { do: 'fault', at: 'history', effect, times: 20, skip: 0 },
      { do: 'click', picture: 0, target: '4k' },
      click,
      { do: 'click', picture: 1, target: '2k' },
      pass(300 * MINUTE_MS),
    ]);
    expect(story).toMatchObject({ accepted: 3 });
  });

  it('settles for a picture that is not larger, and follows its order after Retry', async () => {
    const changes = { upscaler: 'auto', isNotLarger: true } as const;
    expect(await run([click, pass(1_000), press('cancel')], changes)).toMatchObject({ done: 1 });
  });

  it('finds the picture of an order that was accepted and refused for its region', async () => {
    const refused = { ret: '3000', errmsg: 'region', data: null };
    const story = await run([
      {
        do: 'fault',
        at: 'generate',
        effect: { kind: 'json', body: refused, when: 'after' },
        times: 1,
        skip: 0,
      },
      click,
      pass(10 * MINUTE_MS),
    ]);
    expect(story).toMatchObject({ accepted: 1, done: 1 });
  });

  it('does not ask for an order of account A while B is signed in', async () => {
    const story = await run([
      { do: 'fault', at: 'generate', effect: { kind: 'reset', when: 'after' }, times: 1, skip: 0 },
      click,
      pass(2_000),
      { do: 'login', who: 'B' },
      pass(10 * MINUTE_MS),
      press('retry-may-cost'),
      pass(10 * MINUTE_MS),
      press('retry-may-cost'),
      pass(10 * MINUTE_MS),
    ]);
    expect(story).toMatchObject({ accepted: 1, done: 1 });
  });

  it('orders under B nothing that was uploaded under A', async () => {
    const story = await run([
      {
        do: 'fault',
        at: 'generate',
        effect: { kind: 'ret', ret: '1310' },
        times: 1,
        skip: 0,
      },
      click,
      pass(5_000),
      { do: 'login', who: 'B' },
      pass(10 * MINUTE_MS),
    ]);
    expect(story).toMatchObject({ accepted: 1, done: 1 });
  });

  it('keeps no signed link in a row that has ended', async () => {
    const story = await run([
      { do: 'fault', at: 'result', effect: { kind: 'html' }, times: 20, skip: 0 },
      click,
      pass(10 * MINUTE_MS),
    ]);
    expect(story).toMatchObject({ accepted: 1, done: 1, retried: 1 });
  });

  it('wakes a row again whose worker died between a round without work and the write', async () => {
    const anyButton: Action = { do: 'press', row: 0, button: 0 };
    await run(
      [
        click,
        anyButton,
        { do: 'at', n: 7, when: 'after', what: anyButton },
        pass(10_000),
        { do: 'at', n: 18, when: 'before', what: 'die' },
        { do: 'resume-waiting' },
      ],
      { processingMs: 500, isShortLived: true },
    );
  });

  it('polls an order that was answered with HTTP 429, and orders anew only if it is not there', async () => {
    const tooMany = (when: 'before' | 'after'): Action => ({
      do: 'fault',
      at: 'generate',
      effect: { kind: 'http', status: 429, when },
      times: 1,
      skip: 0,
    });
    expect(await run([tooMany('after'), click])).toMatchObject({ accepted: 1, done: 1 });
    expect(await run([tooMany('before'), click])).toMatchObject({ accepted: 1, done: 1 });
  });

  it('goes on after a night in which the worker died as the alarm rang', async () => {
    const dies: Action = { do: 'at', n: 1, when: 'before', what: 'die' };
    const story = await run([click, { do: 'sleep', ms: 5 * MINUTE_MS }, dies, pass(10_000)]);
    expect(story).toMatchObject({ accepted: 1, done: 1 });
  });
});
