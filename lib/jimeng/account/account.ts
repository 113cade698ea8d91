import * as v from 'valibot';
import type { Account } from '../model/account';
import { JimengError } from '../model/errors';
import { UserData } from '../model/schemas';
import { type Post, read } from '../wire/request';

const PATH = '/mweb/v1/get_user_info';
/** Longest display name returned, characters. The limit of the service is unknown. */
const LONGEST_NAME = 60;

/**
 * Reads which account the session belongs to (docs/PROTOCOL.md, section 7). Free and without side effects.
 *
 * @throws JimengError like `read`; `bad-response` if the answer has no id
 * @throws DOMException `AbortError`
 */
export async function account(post: Post, signal?: AbortSignal): Promise<Account> {
  const { data } = await read(post, PATH, {}, { signal });
  const parsed = v.safeParse(UserData, data);
  if (!parsed.success) throw new JimengError('bad-response');
  const { uid, user_id, user_id_str, name, screen_name } = parsed.output;
  // "0" means signed out.
  const id = [uid, user_id_str, user_id].find((each) => each && each !== '0');
  if (id === undefined) throw new JimengError('bad-response');
  const shown = (name || screen_name || '').trim();
  return { id, ...(shown && { name: [...shown].slice(0, LONGEST_NAME).join('') }) };
}
