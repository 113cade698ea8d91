import type { Account } from '../model/account';
import { JimengError } from '../model/errors';
import { UserData } from '../model/schemas';
import type { Site } from '../model/sites';
import { parseAnswer } from '../wire/parse-answer';
import { type Post, read } from '../wire/request';

/** Longest display name returned, characters. The limit of the service is unknown. */
const LONGEST_NAME = 60;

/**
 * Reads which account the session belongs to (docs/PROTOCOL.md, section 7). Free and without side effects.
 *
 * @param site a site without `accountPath` names no account: nothing is sent
 * @throws JimengError like `read`; `bad-response` if nothing gives an id
 * @throws DOMException `AbortError`
 */
export async function account(
  { site, post }: { site: Pick<Site, 'accountPath'>; post: Post },
  signal?: AbortSignal,
): Promise<Account> {
  if (site.accountPath === undefined) throw new JimengError('bad-response', { missing: 'account' });
  const { data } = await read(post, site.accountPath, {}, { signal });
  const parsed = parseAnswer(UserData, data, 'data');
  const { uid, user_id, user_id_str, name, screen_name } = parsed;
  // "0" means signed out.
  const id = [uid, user_id_str, user_id].find((each) => each && each !== '0');
  if (id === undefined) throw new JimengError('bad-response', { missing: 'data.uid' });
  const shown = (name || screen_name || '').trim();
  return { id, ...(shown && { name: [...shown].slice(0, LONGEST_NAME).join('') }) };
}
