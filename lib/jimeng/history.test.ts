import { expect, it, vi } from 'vitest';
import { lookUp } from './history';
import type { Post } from './request';
import { JIMENG_CN } from './sites';

/** A service with this body, `ret` included if it has one. */
function serving(root: Record<string, unknown>) {
  return vi.fn<Post>(async () => ({
    ret: root.ret === undefined ? undefined : String(root.ret),
    httpStatus: 200,
    data: root.data,
    root,
  }));
}

async function states(root: Record<string, unknown>, ids = ['a', 'b', 'c']) {
  const reports = await lookUp({ site: JIMENG_CN, post: serving(root) }, ids);
  return Object.fromEntries([...reports].map(([id, { state }]) => [id, state]));
}

it('asks once for all, by submit id', async () => {
  const post = serving({ ret: '0', data: {} });
  await lookUp({ site: JIMENG_CN, post }, ['a', 'b']);
  expect(post).toHaveBeenCalledTimes(1);
  expect(post.mock.calls[0]?.slice(0, 2)).toEqual([
    '/mweb/v1/get_history_by_ids',
    { submit_ids: ['a', 'b'] },
  ]);
});

it('asks nothing for nothing', async () => {
  const post = serving({});
  expect(await lookUp({ site: JIMENG_CN, post }, [])).toEqual(new Map());
  expect(post).not.toHaveBeenCalled();
});

const running = { status: 20 };
const failed = { status: 30 };

it.each<[string, Record<string, unknown>, Record<string, string>]>([
  ['under data', { ret: '0', data: { a: running, b: failed } }, { a: 'running', b: 'failed' }],
  ['at the root, without a wrapper', { a: running }, { a: 'running' }],
  ['at the root, beside ret', { ret: '0', a: running, data: null }, { a: 'running' }],
  [
    'under the history id',
    {
      ret: '0',
      data: { 74: { ...failed, submit_id: 'b' }, 75: { ...running, task: { submit_id: 'c' } } },
    },
    { b: 'failed', c: 'running' },
  ],
  ['in a list', { ret: '0', data: [{ ...running, submit_id: 'c' }] }, { c: 'running' }],
  ['beside malformed ones', { ret: '0', data: { a: null, b: 'x', c: running } }, { c: 'running' }],
  ['not when empty', { ret: '0', data: { a: {}, b: [] } }, {}],
  ["not when it is somebody else's", { ret: '0', data: { a: { ...failed, submit_id: 'z' } } }, {}],
  [
    'with malformed parts',
    { ret: '0', data: { a: { status: 20, task: 5, item_list: 'x', queue_info: [] } } },
    { a: 'running' },
  ],
  ['not in a refusal of types', { ret: '0', data: 'x' }, {}],
])('finds records %s', async (_, root, expected) => {
  expect(await states(root)).toEqual(expected);
});

it('is not fooled by names of the prototype', async () => {
  expect(await states({ ret: '0', data: {} }, ['constructor', '__proto__'])).toEqual({});
});

it('rejects with the refusal', async () => {
  await expect(states({ ret: '1015' })).rejects.toMatchObject({ code: 'signed-out' });
});
