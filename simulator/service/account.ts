import { type Call, type Handler, jsonOf, violate } from './call';
import { envelope, refuse } from './envelope';
import { accountOf, CURRENT_CLIENT, guard, versionRefusal } from './guard';
import { userIdOf, workspaceOf } from './history';
import { exactly } from './shape';
import { refundFailedTasks } from './timeline';
import { type Account, MAIN_ACCOUNT } from './world';

/** Page from which Jimeng reads the balance. */
const BALANCE_PAGE = 'https://jimeng.jianying.com/ai-tool/image/generate';

/**
 * `POST /commerce/v1/benefits/user_credit` (docs/PROTOCOL.md, section 7). The body must be `{}`. Dreamina tells the
 * balance as text only.
 */
export const credits: Handler = (call) => {
  const account = guard(call);
  if (account instanceof Response) return account;
  const versions = versionRefusal(call, CURRENT_CLIENT);
  if (versions) return versions;
  const [problem] = [...callerProblems(call), ...exactly({})(jsonOf(call), 'body')];
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
  const isAbroad = call.cluster.site === 'dreamina';
  const response = JSON.stringify(data);
  return envelope(call, '0', isAbroad ? undefined : data, 'success', { response });
};

function callerProblems({ url, headers, world, cluster }: Call): string[] {
  if (!world.options.isBalanceStrict || cluster.site !== 'jimeng') return [];
  const referer = headers.get('referer') ?? '';
  return [
    ...(url.search === '' ? [] : ['the balance must be asked for without a query']),
    ...(referer === BALANCE_PAGE ? [] : [`Referer must be "${BALANCE_PAGE}", not "${referer}"`]),
  ];
}

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

/**
 * `POST /mweb/v1/workspace/list` (docs/PROTOCOL.md, section 4.1). The id is a number without quotes, and too
 * long for a JavaScript number.
 */
export const workspaces: Handler = async (call) => {
  const account = guard(call);
  if (account instanceof Response) return account;
  const versions = versionRefusal(call, CURRENT_CLIENT);
  if (versions) return versions;
  const id = workspaceOf(call.world, account);
  const data = { workspaces: id === undefined ? [] : [{ workspace_id: id, name: 'Project' }] };
  const text = await envelope(call, '0', data).text();
  const headers = { 'content-type': 'application/json' };
  return new Response(text.replace(`"workspace_id":"${id}"`, `"workspace_id":${id}`), { headers });
};

/**
 * `/passport/account/info/v2`, and `/passport/web/account/info/` at Dreamina (docs/PROTOCOL.md, section 7). It needs the
 * cookie, and no `Sign` header.
 */
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
      ...(account.cluster.site === 'dreamina' && { biz_target_idc: account.cluster.idc }),
    },
  });
};
