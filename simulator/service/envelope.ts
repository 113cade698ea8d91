import type { Call } from './call';

/** Reason of a refusal: `fail_code` and the fields beside it (docs/PROTOCOL.md, section 4.5). */
export interface Reason {
  failCode?: string;
  failKey?: string;
  said?: string;
}

/** The service's own messages by `ret`. */
const ERRMSG: Record<string, string> = {
  '0': 'success',
  '1000': 'invalid parameter',
  '1001': 'invalid params',
  '1002': 'common error',
  '1006': 'credits not enough',
  '1014': 'system busy',
  '1015': 'login error',
  '1019': 'shark not pass',
  '1310': 'exceed model parallel max',
  '2008': 'param error',
  '3018': 'permission denied',
  '-6': 'shark not pass',
  '-4': 'shark action check reject',
  '34070104': 'shark action check reject',
  '34010105': 'login error',
};

/**
 * HTTP 200 with the envelope of docs/PROTOCOL.md, section 2.3. Only `ret`, a string, tells success from
 * failure. `beside` holds further fields next to `data`.
 */
export function envelope(
  call: Call,
  ret: string,
  data: unknown,
  errmsg?: string,
  beside: Record<string, unknown> = {},
): Response {
  const { now } = call.world.options;
  const isCommerceAbroad =
    call.cluster.site === 'dreamina' && call.url.hostname === call.cluster.commerceHost;
  const logId = `${new Date(now()).toISOString().replace(/\D/g, '').slice(0, 14)}${call.world.hex(18).toUpperCase()}`;
  return Response.json({
    ret,
    errmsg: errmsg ?? ERRMSG[ret] ?? 'error',
    systime: String(Math.floor(now() / 1000)),
    [isCommerceAbroad ? 'log_id' : 'logid']: logId,
    ...beside,
    data,
  });
}

/** The `data` of a refused order: the reason, and no `aigc_data`. */
export function refusedData(reason: Reason): Record<string, unknown> {
  return {
    aigc_data: null,
    fail_code: reason.failCode ?? '',
    fail_starling_key: reason.failKey ?? '',
    fail_starling_message: reason.said ?? '',
  };
}

/** A refusal in the form of the endpoint. `data` is null, except for `generate`. */
export function refuse(call: Call, ret: string, reason: Reason = {}, errmsg?: string): Response {
  const data = call.endpoint === 'generate' ? refusedData(reason) : null;
  return envelope(call, ret, data, errmsg);
}

/** The refusal of an ImageX call (docs/PROTOCOL.md, section 3.2), by default HTTP 403. */
export function imagexError(
  call: Call,
  codeN: number,
  code: string,
  message: string,
  status = 403,
): Response {
  return Response.json(
    {
      ResponseMetadata: {
        ...imagexMetadata(call),
        Error: { CodeN: codeN, Code: code, Message: message },
      },
    },
    { status },
  );
}

/** The `ResponseMetadata` of an ImageX answer. */
export function imagexMetadata(call: Call): Record<string, string> {
  return {
    RequestId: call.world.hex(32).toUpperCase(),
    Action: call.url.searchParams.get('Action') ?? '',
    Version: '2018-08-01',
    Service: 'imagex',
    Region: call.cluster.signingRegions[0],
  };
}
