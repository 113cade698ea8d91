import type { Call } from './call';

/** Why something was refused, as `fail_code` and its companions (protocol.md section 4.6). */
export interface Reason {
  failCode?: string;
  failKey?: string;
  said?: string;
}

/** The service's own sentences (protocol.md section 6). */
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
};

/**
 * HTTP 200 with the envelope of protocol.md sections 3.1 and 4.6. Everything the
 * service says about success is in `ret`, a string. `beside` goes next to `data`.
 */
export function envelope(
  call: Call,
  ret: string,
  data: unknown,
  errmsg?: string,
  beside: Record<string, unknown> = {},
): Response {
  const { now } = call.world.options;
  return Response.json({
    ret,
    errmsg: errmsg ?? ERRMSG[ret] ?? 'error',
    systime: String(Math.floor(now() / 1000)),
    logid: `${new Date(now()).toISOString().replace(/\D/g, '').slice(0, 14)}${call.world.hex(18).toUpperCase()}`,
    ...beside,
    data,
  });
}

/** The `data` of a refused generate call: no `aigc_data`, and the reason beside it. */
export function refusedData(reason: Reason): Record<string, unknown> {
  return {
    aigc_data: null,
    fail_code: reason.failCode ?? '',
    fail_starling_key: reason.failKey ?? '',
    fail_starling_message: reason.said ?? '',
  };
}

/** A refusal in the form of the endpoint. `data` is null except for generate. */
export function refuse(call: Call, ret: string, reason: Reason = {}, errmsg?: string): Response {
  const data = call.endpoint === 'generate' ? refusedData(reason) : null;
  return envelope(call, ret, data, errmsg);
}

/** The refusal of an ImageX call (protocol.md section 3.2): HTTP 403 unless told otherwise. */
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
    Region: 'cn-north-1',
  };
}
