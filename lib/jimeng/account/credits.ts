import * as v from 'valibot';
import type { Credits } from '../model/account';
import { JimengError } from '../model/errors';
import { CreditData } from '../model/schemas';
import { parseJson } from '../wire/parse-json';
import { type Post, read } from '../wire/request';

const PATH = '/commerce/v1/benefits/user_credit';

/**
 * Reads the balance (docs/PROTOCOL.md, section 7). The body must be `{}`: the service refuses an empty one.
 *
 * @throws JimengError like `read`; DOMException `AbortError`
 */
export async function credits(post: Post, signal?: AbortSignal): Promise<Credits> {
  const { data, root } = await read(post, PATH, {}, { signal });
  const balance = balanceIn(data) ?? balanceIn(nested(root.response));
  if (!balance) throw new JimengError('bad-response', { missing: 'data.credit' });
  return balance;
}

/** Reads `response`, JSON as text or a value, which the service sends in place of `data` or beside it. */
function nested(response: unknown): unknown {
  try {
    const parsed = typeof response === 'string' ? parseJson(response) : response;
    const wrapped = v.safeParse(v.looseObject({ data: v.looseObject({}) }), parsed);
    return wrapped.success ? wrapped.output.data : parsed;
  } catch {
    return undefined;
  }
}

function balanceIn(data: unknown): Credits | undefined {
  const parsed = v.safeParse(CreditData, data);
  if (!parsed.success) return undefined;
  const { vip_credit, gift_credit, purchase_credit } = parsed.output.credit;
  const parts = [vip_credit, gift_credit, purchase_credit].filter((part) => part !== undefined);
  if (parts.length === 0) return undefined;
  return { total: parts.reduce((sum, part) => sum + part) };
}
