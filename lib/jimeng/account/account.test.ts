import { expect, it } from 'vitest';
import { createSimulator } from '@/simulator/simulator';
import { createJimeng } from '../client';
import { JIMENG_CN } from '../model/sites';
import type { Post } from '../wire/request';
import { account } from './account';

function serving(data: unknown, ret = '0'): Post {
  return async (_path, body) => {
    expect(body).toEqual({});
    return { ret, httpStatus: 200, data, root: { ret, data } };
  };
}

it.each([
  ['text', { uid: '7123456789012345678', name: 'Lin' }, '7123456789012345678'],
  ['a number', { uid: 12345, name: 'Lin' }, '12345'],
  ['user_id', { user_id: 12345, name: 'Lin' }, '12345'],
  ['user_id_str', { user_id_str: '12345', screen_name: 'Lin' }, '12345'],
  ['the field that is filled', { uid: '', user_id: 0, user_id_str: '12345', name: 'Lin' }, '12345'],
])('reads the id as %s', async (_, data, id) => {
  expect(await account({ site: JIMENG_CN, post: serving(data) })).toEqual({ id, name: 'Lin' });
});

it('accepts an account without a name, and truncates a long name between characters', async () => {
  expect(await account({ site: JIMENG_CN, post: serving({ uid: '1', name: ' ' }) })).toEqual({
    id: '1',
  });
  const { name } = await account({
    site: JIMENG_CN,
    post: serving({ uid: '1', name: '🌊'.repeat(9_000) }),
  });
  expect(name).toBe('🌊'.repeat(60));
});

it.each([
  ['nothing', undefined],
  ['no id', { name: 'Lin' }],
  ['an id of another kind', { uid: { value: 1 } }],
  ['signed out', { uid: 0 }],
])('refuses %s', async (_, data) => {
  await expect(account({ site: JIMENG_CN, post: serving(data) })).rejects.toMatchObject({
    code: 'bad-response',
  });
});

it('tells accounts apart, and returns the same for every session of one', async () => {
  const simulator = createSimulator();
  const { fetch, browser } = simulator;
  const { account: whoIs } = createJimeng({
    site: JIMENG_CN,
    fetch,
    now: Date.now,
    uuid: crypto.randomUUID,
  });
  const ids: string[] = [];
  for (const [session, name] of [
    ['first', 'lin'],
    ['second', 'lin'],
    ['third', 'mia'],
  ] as const) {
    browser.signIn(session, name);
    const found = await whoIs();
    expect(found.name).toBe(name);
    ids.push(found.id);
  }
  expect(ids[0]).toBe(ids[1]);
  expect(ids[0]).not.toBe(ids[2]);
  browser.signOut();
  await expect(whoIs()).rejects.toMatchObject({ code: 'signed-out' });
  expect(simulator.violations).toEqual([]);
});
