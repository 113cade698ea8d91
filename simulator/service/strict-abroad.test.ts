import { describe, expect, it } from 'vitest';
import { dig, type Tamper } from '../client/mini-client';
import { abroadWorld, header, query, set } from '../client/tampering';
import { CLUSTERS, type Cluster } from '../wire/clusters';

const CLUSTER_IDS = ['dreamina-us', 'dreamina-sg'] as const;

describe('a call to Dreamina', () => {
  it.each<[string, Tamper, string, RegExp]>([
    [
      'the aid of Jimeng',
      header('workspaces', 'appid', '513695'),
      '3018',
      /Appid must be "513641"/,
    ],
    ['another Appvr', header('workspaces', 'appvr', '5.8.0'), '1014', /Sign does not match/],
    ['another Pf', header('workspaces', 'pf', '3'), '3018', /Pf must be "7"/],
    [
      'no App-Sdk-Version',
      header('workspaces', 'app-sdk-version', undefined),
      '3018',
      /App-Sdk-Version must be "48.0.0"/,
    ],
    ['the language of Jimeng', header('workspaces', 'lan', 'zh-Hans'), '3018', /Lan must be "en"/],
    ['no Loc', header('workspaces', 'loc', undefined), '3018', /Loc must be "sg"/],
    ['another country', header('workspaces', 'loc', 'cn'), '3018', /Loc must be "sg"/],
    ['no Tdid', header('workspaces', 'tdid', undefined), '3018', /Tdid must be ""/],
    [
      'a country without its source',
      header('workspaces', 'store-country-code', 'sg'),
      '3018',
      /Store-Country-Code-Src must be "uid"/,
    ],
    ['no Sign', header('workspaces', 'sign', undefined), '3018', /Sign is missing/],
    ['another Sign', header('workspaces', 'sign', '0'.repeat(32)), '1014', /Sign does not match/],
    [
      'the Origin of the API',
      header('workspaces', 'origin', 'https://mweb-api-sg.capcut.com'),
      '-6',
      /Origin must be "https:\/\/dreamina.capcut.com"/,
    ],
    [
      'the Referer of Jimeng',
      header('workspaces', 'referer', 'https://jimeng.jianying.com/'),
      '-6',
      /Referer must start with "https:\/\/dreamina.capcut.com"/,
    ],
    ['no aid', query('workspaces', 'aid', undefined), '3018', /aid must be "513641"/],
    ['no web_version', query('workspaces', 'web_version', undefined), '3018', /web_version/],
    ['no device_platform', query('workspaces', 'device_platform', undefined), '3018', /device_/],
    ['the region of China', query('workspaces', 'region', 'CN'), '3018', /region must be "SG"/],
    ['another da_version', query('workspaces', 'da_version', '3.2.2'), '3018', /da_version/],
    ['an unknown system', query('workspaces', 'os', 'beos'), '3018', /os must be "windows"/],
  ])('with %s', async (_, tamper, ret, sentence) => {
    const { simulator, client } = abroadWorld(tamper);
    expect((await client.workspaces()).ret).toBe(ret);
    expect(simulator.violations.join('\n')).toMatch(sentence);
  });

  it.each<[string, Tamper]>([
    ['the country in upper case', header('workspaces', 'loc', 'SG')],
    ['the country as region', query('workspaces', 'region', 'JP')],
    ['the region in lower case', query('workspaces', 'region', 'sg')],
    [
      'the country and its source',
      (_, { headers }) => {
        headers['store-country-code'] = 'jp';
        headers['store-country-code-src'] = 'uid';
      },
    ],
  ])('with %s is right, too', async (_, tamper) => {
    const sessions = [
      { session: 'dreamina-session-1', cluster: 'dreamina-sg', country: 'jp' },
    ] as const;
    const { simulator, client } = abroadWorld(tamper, { sessions });
    expect((await client.workspaces()).ret).toBe('0');
    expect(simulator.violations).toEqual([]);
  });

  it.each<[string, Tamper]>([
    ['without a query', () => {}],
    ['with one', query('credits', 'aid', '513641')],
  ])('about credits is taken %s', async (_, tamper) => {
    const { simulator, client } = abroadWorld(tamper);
    const answer = await client.credits();
    expect(answer).toMatchObject({ ret: '0', log_id: expect.any(String) });
    expect(answer).not.toHaveProperty('data');
    expect(JSON.parse(String(answer.response))).toMatchObject({ credit: { gift_credit: 100 } });
    expect(simulator.violations).toEqual([]);
  });

  it('about something that only Jimeng knows is not found', async () => {
    const { simulator, client } = abroadWorld();
    await expect(client.userInfo()).rejects.toThrow(SyntaxError);
    expect(simulator.requests.map(({ endpoint }) => endpoint)).toEqual(['unknown']);
  });
});

describe('a session', () => {
  it.each(CLUSTER_IDS)('of %s is signed out in the other cluster', async (home) => {
    const other = CLUSTER_IDS.find((id) => id !== home) ?? home;
    const sessions = [{ session: 'dreamina-session-1', cluster: home }] as const;
    const { simulator, client } = abroadWorld(undefined, { sessions }, other);
    expect((await client.workspaces()).ret).toBe('1015');
    expect((await client.token()).ret).toBe('1015');
    expect((await client.submit('smart-hd', `${CLUSTERS[other].store}/x`)).ret).toBe('1015');
    expect((await client.lookUp(['x'])).ret).toBe('1015');
    expect((await client.credits()).ret).toBe('34010105');
    expect([simulator.violations, simulator.submissions]).toEqual([[], []]);
  });

  it('of Jimeng must not reach Dreamina', async () => {
    const { simulator, client } = abroadWorld(
      header('workspaces', 'cookie', 'sessionid=session-1'),
      {
        sessions: ['session-1'],
      },
    );
    expect((await client.workspaces()).ret).toBe('1015');
    expect(simulator.violations).toEqual(['workspaces: a session of jimeng was sent here']);
  });
});

describe('an upload', () => {
  it.each(CLUSTER_IDS)('at %s goes to its own hosts', async (cluster) => {
    const { simulator, client } = abroadWorld(undefined, {}, cluster);
    const { uri, put } = await client.upload(Buffer.from('anything'));
    expect(put.code).toBe(2000);
    expect(uri).toMatch(new RegExp(`^${CLUSTERS[cluster].store}/[0-9a-f]{32}$`));
    const hosts = simulator.requests.map(({ url }) => new URL(url).hostname);
    const { apiHost, imagexHost, uploadHosts } = CLUSTERS[cluster];
    expect(hosts).toEqual([apiHost, imagexHost, uploadHosts[0], imagexHost]);
    expect(simulator.violations).toEqual([]);
  });

  it('with the key of the other cluster is refused and blamed', async () => {
    const { simulator, client } = abroadWorld((step, request) => {
      if (step === 'apply') request.url = moved(request.url, CLUSTERS['dreamina-us']);
    });
    const { applied } = await client.upload(Buffer.from('anything'));
    expect(dig(applied, 'ResponseMetadata.Error.Code')).toBe('InvalidClientTokenId');
    expect(simulator.violations).toEqual(['apply: accessKey can not be found']);
  });

  it.each([
    ['first', '2000', undefined],
    ['second', undefined, 'SignatureDoesNotMatch'],
  ] as const)('signed for the first region, where the %s is right', async (right, code, error) => {
    const abroad = { signingRegion: right };
    const { simulator, client } = abroadWorld(undefined, { abroad });
    const { put, applied } = await client.upload(Buffer.from('anything'));
    expect([put.code?.toString(), dig(applied, 'ResponseMetadata.Error.Code')]).toEqual([
      code,
      error,
    ]);
    // A correct client has to try.
    expect(simulator.violations).toEqual([]);
  });

  it('is signed for the region that the token names', async () => {
    const abroad = { signingRegion: 'second', tokenRegion: 'named' } as const;
    const { simulator, client } = abroadWorld(undefined, { abroad });
    expect((await client.upload(Buffer.from('anything'))).put.code).toBe(2000);
    expect(dig(await client.token(), 'data.region')).toBe('ap-southeast-1');
    expect(simulator.violations).toEqual([]);
  });

  it.each([
    ['foreign', ['tos-sg-up.bytedns-up.net']],
    ['foreign-first', ['tos-sg-up.bytedns-up.net', ...CLUSTERS['dreamina-sg'].uploadHosts]],
  ] as const)('goes to hosts that are %s', async (uploadHosts, hosts) => {
    const { simulator, client } = abroadWorld(undefined, { abroad: { uploadHosts } });
    const { applied, put } = await client.upload(Buffer.from('anything'));
    expect(dig(applied, 'Result.UploadAddress.UploadHosts')).toEqual(hosts);
    expect(put.code).toBe(2000);
    expect(simulator.violations).toEqual([]);
  });

  function moved(url: string, { imagexHost }: Cluster): string {
    const changed = new URL(url);
    changed.hostname = imagexHost;
    return changed.href;
  }
});

describe('an order', () => {
  const COMPONENT = 'component_list.0';

  it('of super-resolution is refused and blamed', async () => {
    const { simulator, client } = abroadWorld();
    const { uri } = await client.upload(Buffer.from('anything'));
    expect((await client.submit('super-resolution', uri)).ret).toBe('1001');
    expect(simulator.violations).toEqual(['generate: super_resolution must never be ordered here']);
    expect(simulator.submissions).toEqual([]);
  });

  it.each([
    ['in 8k where there is none', '8k', {}, '1001'],
    ['in 8k where there is', '8k', { has8k: true }, '0'],
    ['in 4k', '4k', {}, '0'],
  ] as const)('%s', async (_, target, options, ret) => {
    const { simulator, client } = abroadWorld(undefined, options);
    const { uri } = await client.upload(Buffer.from('anything'));
    expect((await client.submit('smart-hd', uri, undefined, target)).ret).toBe(ret);
    expect(simulator.submissions.map((each) => each.target)).toEqual(ret === '0' ? [target] : []);
  });

  it.each<[string, string, unknown, RegExp]>([
    ['the aid of Jimeng', 'http_common_info', { aid: 513695 }, /aid must be 513641/],
    ['no workspace', 'extend', { root_model: 'high_aes_general_v50' }, /workspace_id is missing/],
    [
      'a workspace as text',
      'extend',
      { root_model: 'high_aes_general_v50', workspace_id: '0' },
      /workspace_id must be the number/,
    ],
    [
      'an invented workspace',
      'extend',
      { root_model: 'high_aes_general_v50', workspace_id: 7 },
      /workspace_id must be the number/,
    ],
    ['another model', 'extend', { root_model: 'x', workspace_id: 0 }, /root_model must be/],
  ])('with %s', async (_, path, value, sentence) => {
    const { simulator, client } = abroadWorld();
    const { uri } = await client.upload(Buffer.from('anything'));
    const answer = await client.submit('smart-hd', uri, (body) => set(body, path, value));
    expect(answer.ret).toBe('1001');
    expect(simulator.violations.join('\n')).toMatch(sentence);
  });

  it('with the upload of another store', async () => {
    const { simulator, client } = abroadWorld();
    const answer = await client.submit('smart-hd', `${CLUSTERS['dreamina-us'].store}/x`);
    expect(answer.ret).toBe('1001');
    expect(simulator.violations.join('\n')).toMatch(/must be the URI of an upload/);
  });

  it('with another scene than its draft', async () => {
    const { simulator, client } = abroadWorld();
    const { uri } = await client.upload(Buffer.from('anything'));
    const answer = await client.submit('smart-hd', uri, (_, draft) =>
      set(draft, `${COMPONENT}.abilities.pro_hd.resolution_type`, '4k'),
    );
    expect(answer.ret).toBe('1001');
    expect(simulator.violations.join('\n')).toMatch(/proHDResolutionType/);
  });
});
