import { describe, expect, it } from 'vitest';
import { JimengError, type JimengErrorCode } from '../model/errors';
import { codeOfReasons, codeOfRet, detailOfReasons, type Reasons } from './refusal';

/** Every number of docs/PROTOCOL.md, section 6. */
const CATALOGUE: Partial<Record<JimengErrorCode, number[]>> = {
  'risk-control': [-6, -4, 1019, 1021, 2035, 4013, 34070104],
  'system-busy': [1014],
  'account-restricted': [1018],
  busy: [1, 1010, 1057, 1310, 2014, 2020, 10020],
  'signed-out': [1011, 1015, 34010105],
  'confirmation-needed': [4010],
  'no-credits': [1006, 4001, 5000, 5001],
  'membership-needed': [4003],
  'daily-limit': [121101],
  'input-refused': [2003, 2039, 2041, 2046, 2047, 4011],
  'output-refused': [2004, 2040, 2042],
  'content-refused': [1063, 2005, 2038, 2043],
  'copyright-refused': [1159, 2048, 2050],
  outdated: [
    16, 1000, 1001, 1002, 1161, 1162, 1189, 1190, 2008, 2061, 2203, 2204, 3018, 3021, 4002,
  ],
  'region-refused': [1017, 3000],
  'generation-failed': [2002, 5002, 100402],
  'upload-unreadable': [3020],
  'unknown-refusal': [1180, 987654],
};

describe('codeOfRet', () => {
  it.each(
    Object.entries(CATALOGUE).flatMap(([code, rets]) => rets.map((ret) => [ret, code] as const)),
  )('%i is %s', (ret, code) => {
    expect(codeOfRet(String(ret))).toBe(code);
  });
});

describe('codeOfReasons', () => {
  it.each<[string, Reasons, JimengErrorCode | undefined]>([
    ['no reason', { ret: '0', failCode: '', key: '', said: '' }, undefined],
    ['a sentence alone', { said: 'Something happened' }, undefined],
    ['fail_code before ret', { ret: '2002', failCode: '2038' }, 'content-refused'],
    ['a known ret before an unknown fail_code', { ret: '1006', failCode: '77' }, 'no-credits'],
    ['missing signature headers', { ret: '3018', failCode: '1017' }, 'outdated'],
    ['another reason beside 3018', { ret: '3018', failCode: '2038' }, 'content-refused'],
    ['the region of a task', { failCode: '1017' }, 'region-refused'],
    ['shark', { ret: '1000', said: 'shark not pass' }, 'risk-control'],
    ['unusual activity', { ret: '77', said: 'Unusual activity in your account' }, 'risk-control'],
    ['异常行为', { said: '疑似存在异常行为' }, 'risk-control'],
    [
      'a key of risk control',
      { ret: '1000', key: 'web_risk_control_message_reject_generation' },
      'risk-control',
    ],
    [
      'a punished account that is called unusual',
      { ret: '1018', said: '异常行为' },
      'account-restricted',
    ],
    ['copyright', { key: 'web_fail2generate_copyright_block' }, 'copyright-refused'],
    ['guidelines', { key: 'web_text_violates_community_guidelines_toast' }, 'content-refused'],
    ['credits', { key: 'web_dre_m10n_generate_popup_credit_ininsufficient_title' }, 'no-credits'],
    ['too few credits', { said: 'Credit not enough' }, 'no-credits'],
    ['4001 about credits', { failCode: '4001', said: '积分不足' }, 'no-credits'],
    [
      '4001 about membership',
      { failCode: '4001', said: '该功能仅限会员使用' },
      'membership-needed',
    ],
    ['4001 about both', { ret: '4001', said: 'Join VIP to get credits' }, 'no-credits'],
    ['4001 without words', { ret: '4001' }, 'no-credits'],
    ['5001', { ret: '5001', said: 'credit prededuct failed' }, 'no-credits'],
    ['5001 without a number', { said: 'credit prededuct failed' }, 'no-credits'],
    ['1006 beside words about membership', { ret: '1006', said: 'vip only' }, 'no-credits'],
    ['words in one sentence only', { ret: '1000', key: 'sh', said: 'ark' }, 'outdated'],
    ['the daily limit', { key: 'web_notice_reach_daily_usage_limit' }, 'daily-limit'],
    [
      'a name in place of a number',
      { ret: 'exceed_model_parallel_max', said: 'exceed_model_parallel_max' },
      'busy',
    ],
    ['an unknown number', { ret: '424242' }, 'unknown-refusal'],
  ])('reads %s', (_, reasons, code) => {
    expect(codeOfReasons(reasons)).toBe(code);
  });
});

describe('detailOfReasons', () => {
  it('keeps the numbers and the best message', () => {
    const reasons = {
      ret: '3018',
      failCode: '1017',
      key: 'k',
      said: 'no',
      logId: 'L',
      httpStatus: 200,
    };
    expect(detailOfReasons(reasons)).toEqual({
      ret: '3018',
      failCode: '1017',
      said: 'no',
      logId: 'L',
      httpStatus: 200,
    });
    expect(detailOfReasons({ ret: '0', failCode: '', key: ' k ' })).toStrictEqual({ said: 'k' });
  });

  it.each(['http', 'https'])(
    'drops signatures of %s links, control characters and excess',
    (scheme) => {
      const { said } = detailOfReasons({
        said: `see ${scheme}://p3.byteimg.com/a.png?x-signature=SECRET#f \u0007 ${'x'.repeat(500)}`,
      });
      expect(said).toMatch(/^see https?:\/\/p3\.byteimg\.com\/a\.png x+/u);
      expect(said).not.toContain('SECRET');
      expect(said?.length).toBeLessThanOrEqual(300);
    },
  );
});

describe('JimengError', () => {
  it('shows its code and nothing else', () => {
    const error = new JimengError('busy', { httpStatus: 429 }, 5000);
    expect(String(error)).toBe('JimengError: busy');
    expect(error).toMatchObject({ code: 'busy', detail: { httpStatus: 429 }, retryAfterMs: 5000 });
  });
});
