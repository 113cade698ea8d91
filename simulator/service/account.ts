import { type Handler, jsonOf, violate } from './call';
import { envelope, refuse } from './envelope';
import { accountOf, CURRENT_CLIENT, guard, versionRefusal } from './guard';
import { userIdOf } from './history';
import { exactly } from './shape';
import { refundFailedTasks } from './timeline';
import { type Account, MAIN_ACCOUNT } from './world';

/** `POST /commerce/v1/benefits/user_credit` (docs/PROTOCOL.md, section 7). The body must be `{}`. */
export const credits: Handler = (call) => {
  const account = guard(call);
  if (account instanceof Response) return account;
  const versions = versionRefusal(call, CURRENT_CLIENT);
  if (versions) return versions;
  const [problem] = exactly({})(jsonOf(call), 'body');
  if (problem) {
    violate(call, problem);
    return refuse(call, '1014');
  }
  refundFailedTasks(call.world);
  const { vip, gift, purchased } = account.credits;
  const data = {
    credit: { vip_credit: vip, gift_credit: gift, purchase_credit: purchased },
    expiring_credits: [],
    credits_detail: { vip_credits: [], gift_credits: [], purchase_credits: [] },
  };
  return envelope(call, '0', data, 'success', { response: JSON.stringify(data) });
};

/** Display name of an account. */
function nameOf(account: Account): string {
  return account.id === MAIN_ACCOUNT ? 'Demo account' : account.id;
}

/** `POST /mweb/v1/get_user_info` (docs/PROTOCOL.md, section 7). */
export const userInfo: Handler = (call) => {
  const account = guard(call);
  if (account instanceof Response) return account;
  const versions = versionRefusal(call, CURRENT_CLIENT);
  if (versions) return versions;
  const data = { uid: userIdOf(account), name: nameOf(account), avatar_url: '' };
  return envelope(call, '0', data);
};

/** `/passport/account/info/v2` (docs/PROTOCOL.md, section 7). It needs the cookie, and no `Sign` header. */
export const accountInfo: Handler = (call) => {
  const account = accountOf(call);
  if (!account) {
    return Response.json({
      message: 'error',
      data: { error_code: 1, name: 'session_expired', description: 'not signed in' },
    });
  }
  const id = userIdOf(account);
  return Response.json({
    message: 'success',
    data: {
      user_id_str: id,
      name: `user${id.slice(-6)}`,
      screen_name: nameOf(account),
      avatar_url: '',
    },
  });
};
