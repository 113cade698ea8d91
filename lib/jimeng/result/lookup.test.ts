import { describe, expect, it, vi } from 'vitest';
import { FOREIGN_ANSWERS } from '@/simulator/faults/foreign-answers';
import { JIMENG_CN } from '../model/sites';
import { createClock } from '../wire/clock';
import { createPost, type Post } from '../wire/request';
import { createTransport } from '../wire/transport';
import { lookUp, probeLookUp } from './lookup';

/** A service with this body, `ret` included if it has one. */
function serving(root: Record<string, unknown>) {
  return vi.fn<Post>(async () => ({
    ret: root.ret === undefined ? undefined : String(root.ret),
    httpStatus: 200,
    data: root.data,
    root,
  }));
}

/** The same through the real client's way of reading a body. */
function servingBody(body: unknown): Post {
  const transport = createTransport(async () => Response.json(body));
  return createPost({ site: JIMENG_CN, clock: createClock(() => 0), transport });
}

async function states(root: Record<string, unknown>, ids = ['a', 'b', 'c']) {
  const reports = await lookUp({ site: JIMENG_CN, post: serving(root) }, ids);
  return Object.fromEntries([...reports].map(([id, { state }]) => [id, state]));
}

it('polls all in one request, by submit id', async () => {
  const post = serving({ ret: '0', data: {} });
  await lookUp({ site: JIMENG_CN, post }, ['a', 'b']);
  expect(post).toHaveBeenCalledTimes(1);
  expect(post.mock.calls[0]?.slice(0, 2)).toEqual([
    '/mweb/v1/get_history_by_ids',
    { submit_ids: ['a', 'b'] },
  ]);
});

it('sends nothing without ids', async () => {
  const post = serving({});
  expect(await lookUp({ site: JIMENG_CN, post }, [])).toEqual(new Map());
  expect(post).not.toHaveBeenCalled();
});

const running = { status: 20 };
const failed = { status: 30 };
const OTHER = '0b2ff5a4-3c59-4c3b-8d4b-8f6f4d0e6c11';
const NUMBER = '7412345678901234567';

describe('records', () => {
  it.each<[string, Record<string, unknown>, Record<string, string>]>([
    [
      'under data',
      { ret: '0', data: { a: running, b: failed } },
      { a: 'running', b: 'failed', c: 'absent' },
    ],
    ['at the root, without a wrapper', { a: running }, { a: 'running', b: 'absent', c: 'absent' }],
    ['at the root, beside ret', { ret: '0', a: running, data: null }, { a: 'running' }],
    [
      'under the history id',
      {
        ret: '0',
        data: { 74: { ...failed, submit_id: 'b' }, 75: { ...running, task: { submit_id: 'c' } } },
      },
      { a: 'absent', b: 'failed', c: 'running' },
    ],
    ['in a list', { ret: '0', data: [{ ...running, submit_id: 'c' }] }, { c: 'running' }],
    [
      'under the id that they name as well',
      { ret: '0', data: { a: { ...running, submit_id: 'a' } } },
      { a: 'running', b: 'absent', c: 'absent' },
    ],
    ['in another wrapper', { ret: '0', result: { a: running } }, {}],
    ['beside malformed ones', { ret: '0', data: { b: 'x', c: running } }, { c: 'running' }],
    [
      'with malformed parts',
      { ret: '0', data: { a: { status: 20, task: 5, item_list: 'x', queue_info: [] } } },
      { a: 'running', b: 'absent', c: 'absent' },
    ],
    [
      'without a status that can be read',
      { ret: '0', data: { a: { state: 'ok' } } },
      { a: 'unreadable', b: 'absent', c: 'absent' },
    ],
  ])('are found %s', async (_, root, expected) => {
    expect(await states(root).catch(() => ({}))).toEqual(expected);
  });
});

describe('absent', () => {
  const allAbsent = { a: 'absent', b: 'absent', c: 'absent' };

  it.each<[string, Record<string, unknown>]>([
    ['an empty map', { ret: '0', data: {} }],
    ['a number for ret', { ret: 0, data: {} }],
    ['an empty record', { ret: '0', data: { a: {} } }],
    ['null for a record', { ret: '0', data: { a: null, b: {} } }],
    ['an empty record without a wrapper', { a: {} }],
    ['a record that names another order', { ret: '0', data: { [OTHER]: { submit_id: OTHER } } }],
    ['one under a number of the service', { ret: '0', data: { [NUMBER]: { submit_id: OTHER } } }],
  ])('is proven by %s', async (_, root) => {
    expect(await states(root)).toEqual(allAbsent);
  });

  it.each(Object.entries(FOREIGN_ANSWERS))('is not proven by: %s', async (_, body) => {
    const post = servingBody(body);
    const lookup = lookUp({ site: JIMENG_CN, post }, ['a', 'b']);
    await expect(lookup).rejects.toMatchObject({ code: 'bad-response' });
  });

  it.each<[string, Record<string, unknown>]>([
    [
      'another order’s record under its id',
      { ret: '0', data: { a: { ...failed, submit_id: 'z' } } },
    ],
    ['a list under its id', { ret: '0', data: { a: [] } }],
    ['a text under its id', { ret: '0', data: { a: 'x' } }],
    ['another order in an answer without ret', { [OTHER]: { submit_id: OTHER } }],
    ...['records', '7', `${NUMBER}x`, `x${NUMBER}`, `x${OTHER}`].map(
      (key): [string, Record<string, unknown>] => [
        `another order under ${key}, which is no id`,
        { ret: '0', data: { [key]: { submit_id: OTHER } } },
      ],
    ),
  ])('is not proven of an order by %s', async (_, root) => {
    expect(await states(root, ['a']).catch(({ code }) => code)).toBe('bad-response');
  });

  it('needs the whole answer: beside one foreign value a record is still found', async () => {
    const data = { a: running, records: [] };
    expect(await states({ ret: '0', data })).toEqual({ a: 'running' });
  });
});

it('is not fooled by names of the prototype', async () => {
  const names = ['constructor', '__proto__'];
  expect([
    ...(await lookUp({ site: JIMENG_CN, post: serving({ ret: '0', data: {} }) }, names)),
  ]).toEqual(names.map((name) => [name, { state: 'absent' }]));
});

it('accepts pictures from public hosts only, and returns the log id of the answer', async () => {
  const item = (image_url: string) => ({ image: { large_images: [{ image_url }] } });
  const done = (url: string) => ({ status: 50, item_list: [item(url)] });
  const data = {
    a: done('https://p3.byteimg.com/a'),
    b: done('https://10.0.0.1/b'),
    c: failed,
  };
  const answer = {
    ...(await serving({ ret: '0', data })('', {}, { kind: 'repeatable' })),
    logId: 'LOG',
  };
  const reports = await lookUp({ site: JIMENG_CN, post: async () => answer }, ['a', 'b', 'c']);
  expect(reports.get('a')).toMatchObject({ state: 'done' });
  expect(reports.get('b')).toMatchObject({ code: 'host-not-allowed' });
  expect(reports.get('c')).toMatchObject({ detail: { logId: 'LOG' } });
});

it('reports the HTTP status of an answer that says nothing', async () => {
  await expect(states({ ret: '0', data: [] })).rejects.toMatchObject({
    code: 'bad-response',
    detail: { httpStatus: 200 },
  });
});

it('rejects with the refusal', async () => {
  await expect(states({ ret: '1015' })).rejects.toMatchObject({ code: 'signed-out' });
});

describe('a probe', () => {
  it.each<[string, unknown]>([
    ['an empty map', { ret: '0', data: {} }],
    ['an empty map without a wrapper', {}],
    ['the order, empty', { a: {} }],
    ['fields beside the orders', { ret: '0', data: { has_more: false, next_cursor: 0, list: [] } }],
    ['the order, empty, beside a field', { ret: '0', data: { a: null, server_time: 1764000000 } }],
  ])('is answered by %s', async (_, root) => {
    await expect(
      probeLookUp(serving(root as Record<string, unknown>), 'a'),
    ).resolves.toBeUndefined();
  });

  /** Answers of the history, with fields beside the orders. */
  const extended = ['records in a list', 'records in an object', 'data of something else'];

  it.each(
    Object.entries(FOREIGN_ANSWERS).filter(
      ([name]) => !name.startsWith('empty') && !extended.includes(name),
    ),
  )('is not answered by: %s', async (_, body) => {
    await expect(probeLookUp(servingBody(body), 'a')).rejects.toMatchObject({
      code: 'bad-response',
    });
  });

  it('proves nothing about an order: fields beside the orders leave it open', async () => {
    await expect(states({ ret: '0', data: { has_more: false } })).rejects.toMatchObject({
      code: 'bad-response',
    });
  });
});
