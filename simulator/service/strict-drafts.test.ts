import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createMiniClient } from '../client/mini-client';
import { NOW, set, strictWorld, TOOLS } from '../client/tampering';
import { createSimulator, type Tool } from '../simulator';

describe('drafts', () => {
  const COMPONENT = 'component_list.0';
  const rows: [string, Tool[], string, unknown, RegExp][] = [
    ['an id that is no UUID', TOOLS, 'id', 'x', /draft.id must be a UUID/],
    [
      'a UUID of another version',
      TOOLS,
      `${COMPONENT}.metadata.id`,
      '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
      /metadata.id must be a UUID/,
    ],
    [
      'another main component',
      TOOLS,
      'main_component_id',
      randomUUID(),
      /main_component_id is not/,
    ],
    ['a missing field', TOOLS, 'is_from_tsn', undefined, /draft.is_from_tsn is missing/],
    ['an additional field', TOOLS, `${COMPONENT}.extra`, 1, /extra is not a known field/],
    ['another min_version', TOOLS, 'min_version', '1.0.0', /min_version must be/],
    ['another version', TOOLS, 'version', '3.3.20', /draft.version must be/],
    [
      'another component min_version',
      TOOLS,
      `${COMPONENT}.min_version`,
      '9.9.9',
      /min_version must be/,
    ],
    ['another aigc_mode', TOOLS, `${COMPONENT}.aigc_mode`, 'x', /aigc_mode/],
    [
      'time in the other type: number',
      ['smart-hd', 'fast-hd'],
      `${COMPONENT}.metadata.created_time_in_ms`,
      NOW,
      /as a string/,
    ],
    [
      'time in the other type: string',
      ['super-resolution'],
      `${COMPONENT}.metadata.created_time_in_ms`,
      String(NOW),
      /as a number/,
    ],
    [
      'no gen_option',
      ['smart-hd', 'fast-hd'],
      `${COMPONENT}.abilities.gen_option`,
      undefined,
      /gen_option is missing/,
    ],
    [
      'four pictures',
      ['smart-hd', 'fast-hd'],
      `${COMPONENT}.abilities.gen_option.gen_count`,
      4,
      /gen_count must be 1/,
    ],
    ['another gen_type', ['smart-hd', 'fast-hd'], `${COMPONENT}.gen_type`, 2, /gen_type must be/],
    [
      'min_features',
      ['smart-hd', 'fast-hd'],
      'min_features',
      ['x'],
      /min_features must be an array of 0/,
    ],
    [
      'another resolution',
      ['smart-hd'],
      `${COMPONENT}.abilities.pro_hd.resolution_type`,
      '8k',
      /resolution_type must be/,
    ],
    [
      'too much detail',
      ['smart-hd'],
      `${COMPONENT}.abilities.pro_hd.detail_strength`,
      1.2,
      /detail_strength/,
    ],
    [
      'another uri than image_uri',
      ['super-resolution'],
      `${COMPONENT}.abilities.super_resolution.init_image.uri`,
      'tos-cn-i-tb4s082cfz/x',
      /image_uri and uri differ/,
    ],
    [
      'no history_option',
      ['super-resolution'],
      `${COMPONENT}.abilities.super_resolution.history_option`,
      undefined,
      /history_option is missing/,
    ],
    [
      'the real size',
      ['fast-hd'],
      `${COMPONENT}.abilities.normal_hd.postedit_param.origin_image.width`,
      800,
      /width must be 0/,
    ],
  ];
  it.each(
    rows.flatMap(([name, tools, ...rest]) => tools.map((tool) => [name, tool, ...rest] as const)),
  )('%s (%s)', async (_, tool, path, value, sentence) => {
    const { simulator, client } = strictWorld();
    const { uri } = await client.upload(Buffer.from('anything'));
    const answer = await client.submit(tool, uri, (__, draft) => set(draft, path, value));
    expect(answer).toMatchObject({ ret: '1001', data: { aigc_data: null } });
    expect(simulator.violations.join('\n')).toMatch(sentence);
  });

  it('parent_id is optional', async () => {
    const { simulator, client } = strictWorld();
    const { uri } = await client.upload(Buffer.from('anything'));
    const answer = await client.submit('smart-hd', uri, (_, draft) =>
      set(draft, `${COMPONENT}.parent_id`, ''),
    );
    expect(answer.ret).toBe('0');
    expect(simulator.violations).toEqual([]);
  });

  it.each<[string, string, unknown, string, RegExp]>([
    ['a submit_id that is no UUID', 'submit_id', 'x', '1001', /submit_id must be a UUID/],
    ['an unknown top level field', 'action', 2, '1001', /body.action is not a known field/],
    ['something in extend', 'extend', { workspace_id: 1 }, '1001', /extend.workspace_id/],
    ['another aid', 'http_common_info', { aid: 1 }, '1001', /aid must be 513695/],
    ['a draft that is an object', 'draft_content', {}, '1002', /must be a JSON string/],
    ['a draft that is not JSON', 'draft_content', '{', '1001', /not a known tool/],
  ])('%s', async (_, key, value, ret, sentence) => {
    const { simulator, client } = strictWorld();
    const { uri } = await client.upload(Buffer.from('anything'));
    const answer = await client.submit('super-resolution', uri, (body) => set(body, key, value));
    expect(answer.ret).toBe(ret);
    expect(simulator.violations.join('\n')).toMatch(sentence);
  });

  it('an upload that was never committed', async () => {
    const { simulator, client } = strictWorld();
    expect((await client.submit('fast-hd', 'tos-cn-i-tb4s082cfz/nothing')).ret).toBe('3020');
    expect(simulator.violations).toEqual(['generate: image_uri was never committed']);
  });
});

describe('an HD order without what the site’s own page sends', () => {
  const bare = (body: Record<string, unknown>) => {
    body.extend = {};
    body.metrics_extra = JSON.stringify({ generateCount: 1, generateId: body.submit_id });
  };

  it.each([
    [true, '1001'],
    [false, '0'],
  ])('is refused where full orders are demanded: %s -> %s', async (demandsFullOrders, ret) => {
    const simulator = createSimulator({
      now: () => NOW,
      sessions: ['session-1'],
      demandsFullOrders,
    });
    const client = createMiniClient(simulator, { now: () => NOW });
    const { uri } = await client.upload(Buffer.from('bytes'));
    expect(await client.submit('smart-hd', uri, bare)).toMatchObject({ ret });
    const missing = simulator.violations.some((each) => each.includes('root_model is missing'));
    expect(missing).toBe(demandsFullOrders);
  });
});
