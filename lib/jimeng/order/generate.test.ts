import { describe, expect, it, vi } from 'vitest';
import type { Order } from '../model/order';
import { JIMENG_CN } from '../model/sites';
import { versionsOf } from '../model/versions';
import type { Post, PostOptions, ServiceAnswer } from '../wire/request';
import { generate, readAccepted } from './generate';

const ID = '11111111-1111-4111-8111-111111111111';
const ORDER: Order = { submitId: ID, tool: 'fast-hd', target: '2k', imageUri: 'tos-cn-i-x/y' };

function answer(ret: string | undefined, data: unknown, said = ''): ServiceAnswer {
  return { ret, said, logId: 'LOG', httpStatus: 200, data, root: {} };
}

describe('readAccepted', () => {
  const aigc = { history_record_id: '7412345678901234567', submit_id: ID };
  it.each([
    ['the usual form', { aigc_data: aigc }, { historyId: '7412345678901234567' }],
    [
      'the id of the task',
      { aigc_data: { task: { history_id: 74, submit_id: ID } } },
      { historyId: '74' },
    ],
    ['only the id of the history', { aigc_data: { history_record_id: 74 } }, { historyId: '74' }],
    ['only our own id', { aigc_data: { submit_id: ID } }, {}],
    ['the form without aigc_data', { ...aigc, status: 20 }, { historyId: '7412345678901234567' }],
    [
      'a forecast in seconds',
      { aigc_data: { ...aigc, forecast_generate_cost: 9, forecast_queue_cost: '1.5' } },
      { historyId: '7412345678901234567', forecastMs: 10_500 },
    ],
    [
      'no forecast',
      { aigc_data: { ...aigc, forecast_generate_cost: 0, forecast_queue_cost: -1 } },
      { historyId: '7412345678901234567' },
    ],
  ])('reads %s', (_, data, accepted) => {
    expect(readAccepted(answer('0', data), ID)).toEqual(accepted);
  });

  it.each<[string, ServiceAnswer, string]>([
    ['a refusal', answer('1006', null), 'no-credits'],
    ['a refusal with data', answer('3018', { aigc_data: null, fail_code: '1017' }), 'outdated'],
    [
      'a refusal inside a success',
      answer('0', { aigc_data: null, fail_code: 2038 }),
      'content-refused',
    ],
    [
      'a refusal by key inside a success',
      answer('0', {
        aigc_data: null,
        fail_starling_key: 'web_risk_control_message_reject_generation',
      }),
      'risk-control',
    ],
    ['an unknown refusal', answer('424242', null), 'unknown-refusal'],
    ['a success without anything', answer('0', { aigc_data: null, fail_code: '' }), 'bad-response'],
    ['a success without data', answer('0', null), 'bad-response'],
    ['a success without ids', answer('0', { aigc_data: { status: 20 } }), 'bad-response'],
    [
      'the answer to another order',
      answer('0', { aigc_data: { ...aigc, submit_id: 'other' } }),
      'bad-response',
    ],
    ['both at once', answer('1310', { aigc_data: aigc }), 'bad-response'],
    ['no ret', answer(undefined, { aigc_data: aigc }), 'bad-response'],
    ['no ret and no order', answer(undefined, null), 'bad-response'],
    [
      'a refusal inside an answer without ret',
      answer(undefined, { fail_code: 2038 }),
      'bad-response',
    ],
  ])('throws at %s', (_, said, code) => {
    expect(() => readAccepted(said, ID)).toThrow(expect.objectContaining({ code }));
  });

  it('keeps the message of the service', () => {
    const said = answer('1000', { aigc_data: null, fail_starling_message: 'inner' }, 'outer');
    expect(() => readAccepted(said, ID)).toThrow(
      expect.objectContaining({
        detail: { ret: '1000', said: 'inner', logId: 'LOG', httpStatus: 200 },
      }),
    );
  });
});

describe('an unclear answer', () => {
  const detailOf = (said: ServiceAnswer) => {
    try {
      readAccepted(said, ID);
    } catch (error) {
      return (error as { detail: unknown }).detail;
    }
  };

  it('is described by its status, its log id and its ret, neither of them at length', () => {
    const both = answer('1'.repeat(90), { aigc_data: { submit_id: ID } });
    expect(detailOf({ ...both, logId: 'L'.repeat(90) })).toStrictEqual({
      httpStatus: 200,
      ret: '1'.repeat(40),
      logId: 'L'.repeat(80),
    });
  });

  it('is described by its status and what it lacks where it holds nothing else', () => {
    const { logId: _, ...bare } = answer(undefined, null);
    expect(detailOf(bare)).toStrictEqual({ httpStatus: 200, missing: 'ret' });
  });

  it.each([
    [undefined, { aigc_data: { submit_id: ID } }, 'ret'],
    ['0', null, 'data.aigc_data'],
    ['0', { aigc_data: 7 }, 'data.aigc_data'],
    ['0', { aigc_data: { status: 20 } }, 'data.aigc_data.history_record_id'],
    ['1310', { aigc_data: { submit_id: ID } }, undefined],
  ])('with ret %s and %o lacks %s', (ret, data, missing) => {
    expect(detailOf(answer(ret, data))).toEqual(
      expect.objectContaining(missing ? { missing } : {}),
    );
    if (!missing) expect(detailOf(answer(ret, data))).not.toHaveProperty('missing');
  });
});

const versions = async () => versionsOf('jimeng');
const workspaceId = async () => undefined;

describe('generate', () => {
  it.each([
    ['super-resolution', 'original'],
    ['smart-hd', 'current'],
    ['fast-hd', 'current'],
  ] as const)('sends %s once, in the %s dialect', async (tool, dialect) => {
    const post = vi.fn<Post>(async () => answer('0', { aigc_data: { submit_id: ID } }));
    const deps = { site: JIMENG_CN, post, uuid: () => 'u', now: () => 0, versions, workspaceId };
    await generate(deps, { ...ORDER, tool });
    expect(post).toHaveBeenCalledTimes(1);
    expect(post.mock.calls[0]?.[0]).toBe('/mweb/v1/aigc_draft/generate');
    expect(post.mock.calls[0]?.[2]).toMatchObject({ kind: 'once', dialect });
  });

  it.each([
    [null, true],
    [{ aigc_data: null }, true],
    [{ aigc_data: { history_record_id: 1 } }, false],
    [{ submit_id: ID }, false],
  ])('tells whether %o had no effect: %s', async (data, nothing) => {
    let options: PostOptions | undefined;
    const post: Post = async (_path, _body, given) => {
      options = given;
      return answer('0', { aigc_data: { submit_id: ID } });
    };
    await generate(
      { site: JIMENG_CN, post, uuid: () => 'u', now: () => 0, versions, workspaceId },
      ORDER,
    );
    expect(options?.hadNoEffect?.(answer('1014', data))).toBe(nothing);
  });
});
