import { describe, expect, it } from 'vitest';
import { createMiniClient, dig, type Tamper } from '../client/mini-client';
import { at, header, NOW, query, strictWorld } from '../client/tampering';
import { createSimulator } from '../simulator';

describe('headers of the site', () => {
  it.each<[string, Tamper, string, RegExp | undefined]>([
    ['no login', header('generate', 'cookie', undefined), '1015', undefined],
    ['a session that is not valid', header('generate', 'cookie', 'sessionid=x'), '1015', undefined],
    ['another sign', header('generate', 'sign', '0'.repeat(32)), '1014', /Sign does not match/],
    [
      'another second than the signed one',
      header('generate', 'device-time', String(NOW / 1000 + 1)),
      '1014',
      /Sign does not match/,
    ],
    ['another Sign-Ver', header('generate', 'sign-ver', '2'), '1014', /Sign-Ver must be "1"/],
    ['another Appid', header('generate', 'appid', '1'), '3018', /Appid must be "513695"/],
    ['no Pf', header('generate', 'pf', undefined), '3018', /Pf must be "7"/],
    [
      'the extension as Origin',
      header('generate', 'origin', 'chrome-extension://abc'),
      '1019',
      /Origin must be/,
    ],
    ['no Referer', header('generate', 'referer', undefined), '1019', /Referer must start/],
    [
      'a Referer that only looks like it',
      header('generate', 'referer', 'https://jimeng.jianying.com.evil.example/'),
      '1019',
      /Referer must start/,
    ],
    [
      'another Content-Type',
      header('generate', 'content-type', 'text/plain'),
      '1000',
      /Content-Type/,
    ],
    [
      'another da_version',
      query('generate', 'da_version', '3.3.2'),
      '3018',
      /da_version must be "3.3.28"/,
    ],
    ['no web_version', query('generate', 'web_version', undefined), '3018', /web_version/],
    ['no aid', query('generate', 'aid', undefined), '3018', /aid/],
  ])('%s', async (_, tamper, ret, sentence) => {
    const { simulator, client } = strictWorld(tamper);
    const { uri } = await client.upload(Buffer.from('anything'));
    const answer = await client.submit('smart-hd', uri);
    expect(answer.ret).toBe(ret);
    expect(dig(answer, 'data.aigc_data')).toBeNull();
    if (ret === '3018') expect(dig(answer, 'data.fail_code')).toBe('1017');
    if (sentence) expect(simulator.violations.join('\n')).toMatch(sentence);
    else expect(simulator.violations).toEqual([]);
    expect(simulator.submissions).toEqual([]);
  });

  it('the old version constants belong to super-resolution only', async () => {
    const { simulator, client } = strictWorld(query('generate', 'da_version', '3.2.2'));
    const { uri } = await client.upload(Buffer.from('anything'));
    expect((await client.submit('super-resolution', uri)).ret).toBe('0');
    expect((await client.submit('fast-hd', uri)).ret).toBe('3018');
    expect(simulator.violations).toHaveLength(1);
  });

  it('a clock that is six minutes wrong is refused without blame', async () => {
    const simulator = createSimulator({ now: () => NOW, sessions: ['session-1'] });
    const client = createMiniClient(simulator, { now: () => NOW - 360_000 });
    expect((await client.token()).ret).toBe('1014');
    expect(simulator.violations).toEqual([]);
  });

  it('without strictness wrong headers are recorded and answered', async () => {
    const { simulator, client } = strictWorld(header('upload-token', 'sign', 'x'), false);
    expect((await client.token()).ret).toBe('0');
    expect(simulator.violations).toHaveLength(1);
  });
});

describe('bodies of the site', () => {
  it('user_credit needs {}', async () => {
    const { simulator, client } = strictWorld();
    expect((await client.credits('')).ret).toBe('1014');
    expect((await client.credits({ aid: 1 })).ret).toBe('1014');
    expect(simulator.violations).toHaveLength(2);
    expect((await client.credits()).ret).toBe('0');
  });

  it('get_history_by_ids needs ids, get_upload_token a scene', async () => {
    const broken = at('history', (request) => {
      request.body = '{}';
    });
    const { simulator, client } = strictWorld(broken);
    expect((await client.lookUp(['a'])).ret).toBe('2008');
    const scene = at('upload-token', (request) => {
      request.body = '{"scene":1}';
    });
    expect((await strictWorld(scene).client.token()).ret).toBe('1000');
    expect(simulator.violations).toEqual(['history: the body is empty']);
  });
});

describe('the balance', () => {
  it.each([
    ['with a query', query('credits', 'aid', '513695')],
    ['from another page', header('credits', 'referer', 'https://jimeng.jianying.com/')],
  ])('is refused %s as a busy system', async (_, tamper) => {
    const { simulator, client } = strictWorld(tamper);
    expect(await client.credits()).toMatchObject({ ret: '1014', errmsg: 'system busy' });
    expect(simulator.violations).toHaveLength(1);
  });
});
