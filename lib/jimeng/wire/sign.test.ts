import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sign } from './sign';

describe('sign', () => {
  it('gives the published vector', () => {
    expect(
      sign({ path: '/mweb/v1/aigc_draft/generate', appvr: '8.4.0', seconds: 1790786145 }),
    ).toBe('2533662377211f0653b7759901657a92');
  });

  it.each([
    ['/mweb/v1/aigc_draft/generate', '5.8.0', 1700000000, 'enerate'],
    ['/mweb/v1/get_history_by_ids', '8.4.0', 1790786145, '_by_ids'],
    ['/mweb/v1/get_upload_token', '8.4.0', 1790786145, 'd_token'],
    ['/commerce/v1/benefits/user_credit', '8.4.0', 1, '_credit'],
  ])('of %s with %s is the MD5 of its parts', (path, appvr, seconds, tail) => {
    const parts = `9e2c|${tail}|7|${appvr}|${seconds}||11ac`;
    expect(sign({ path, appvr, seconds })).toBe(createHash('md5').update(parts).digest('hex'));
  });
});
