import { expect, it } from 'vitest';
import type { Post } from '../wire/request';
import { credits } from './credits';

function serving(root: Record<string, unknown>): Post {
  return async (_path, body) => {
    expect(body).toEqual({});
    return { ret: '0', httpStatus: 200, data: root.data, root };
  };
}

const credit = { vip_credit: 5, gift_credit: '70', purchase_credit: 0.5 };
const balance = { total: 75.5 };

it.each([
  ['data', { data: { credit } }],
  ['the text of response', { response: JSON.stringify({ credit }) }],
  ['response as a value', { response: { credit } }],
  ['a wrapper in response as a value', { data: null, response: { data: { credit } } }],
  ['a wrapper in response', { data: {}, response: JSON.stringify({ ret: '0', data: { credit } }) }],
  ['response when data is empty', { data: { credit: {} }, response: JSON.stringify({ credit }) }],
])('reads the balance from %s', async (_, root) => {
  expect(await credits(serving(root))).toEqual(balance);
});

it('counts a missing part as nothing', async () => {
  const root = { data: { credit: { gift_credit: 3, vip_credit: null } } };
  expect(await credits(serving(root))).toEqual({ total: 3 });
});

it.each([
  ['nothing', {}],
  ['other types', { data: { credit: { gift_credit: 'many' } } }],
  ['broken text', { response: '{"credit":' }],
])('refuses %s', async (_, root) => {
  await expect(credits(serving(root))).rejects.toMatchObject({
    code: 'bad-response',
    detail: { missing: 'data.credit' },
  });
});
