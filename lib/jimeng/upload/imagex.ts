import type * as v from 'valibot';
import { JimengError, type JimengErrorDetail } from '../model/errors';
import { ImagexEnvelope } from '../model/schemas';
import type { Clock } from '../wire/clock';
import { parseAnswer } from '../wire/parse-answer';
import { sigV4Headers, type TemporaryKey } from '../wire/sigv4';
import { dateOf, httpRefusal, type Transport } from '../wire/transport';

const VERSION = '2018-08-01';

/** What to do about an error of ImageX: fetch a new key, try another host, or fail. */
export type ImagexReason = 'key' | 'wrong-host' | 'other';

/** A refusal by ImageX. The steps of the upload read `reason`; other callers see `upload-refused`. */
export class ImagexRefusal extends JimengError {
  constructor(
    readonly reason: ImagexReason,
    detail: JimengErrorDetail,
  ) {
    super('upload-refused', detail);
  }
}

/** One call of the upload service's API. */
interface ImagexCall {
  /** Host, checked against the site's domains before. */
  host: string;
  key: TemporaryKey;
  region: string;
  action: 'ApplyImageUpload' | 'CommitImageUpload';
  params: Record<string, string>;
  /** JSON body. With a body, the call is a POST. */
  body?: string;
  signal?: AbortSignal | undefined;
}

/**
 * Calls ImageX without cookies and returns `Result` (docs/PROTOCOL.md, section 3.2).
 *
 * @throws ImagexRefusal on HTTP 4xx or an error in the body
 * @throws JimengError `busy`, and like `Transport`
 */
export type Imagex = <S extends v.GenericSchema>(
  call: ImagexCall,
  result: S,
) => Promise<v.InferOutput<S>>;

/** Creates the caller of ImageX. */
export function createImagex(deps: { clock: Clock; transport: Transport }): Imagex {
  const { clock, transport } = deps;
  return async ({ host, key, region, action, params, body, signal }, result) => {
    const query = new URLSearchParams({ Action: action, Version: VERSION, ...params });
    const url = `https://${host}/?${query}`;
    const signed = await sigV4Headers({
      url,
      key,
      region,
      now: clock.now(),
      ...(body !== undefined && { body }),
    });
    const { response, json } = await transport(url, {
      kind: 'repeatable',
      method: body === undefined ? 'get' : 'post',
      headers: { ...signed, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body }),
      credentials: 'omit',
      redirect: 'error',
      signal,
    });
    clock.learn(dateOf(response));
    if (response.status === 429) throw httpRefusal(response, clock.now());

    const envelope = await json(ImagexEnvelope).catch((error: unknown) => {
      const unreadable = error instanceof JimengError && error.code === 'bad-response';
      throw unreadable && !response.ok ? refusal(response.status) : error;
    });
    const metadata = envelope.ResponseMetadata;
    if (!response.ok || metadata?.Error) {
      throw refusal(response.status, metadata?.Error, metadata?.RequestId);
    }
    return parseAnswer(result, envelope.Result, 'Result', { httpStatus: response.status });
  };
}

/** Keeps only the name of the error, because its message quotes keys and strings to sign. */
function refusal(
  httpStatus: number,
  error: { Code?: string | undefined; CodeN?: string | undefined } = {},
  requestId?: string,
): ImagexRefusal {
  const name = /^[\w.]{1,80}$/.exec(error.Code ?? '')?.[0];
  const number = /^\d{1,12}$/.exec(error.CodeN ?? '')?.[0];
  return new ImagexRefusal(reasonOf(httpStatus, name), {
    httpStatus,
    ...(name && { said: name }),
    ...(number && { failCode: number }),
    ...(requestId && { logId: requestId.slice(0, 80) }),
  });
}

function reasonOf(httpStatus: number, name = ''): ImagexReason {
  if (/InvalidActionOrVersion/i.test(name)) return 'wrong-host';
  const aboutKey = /auth|signature|access|token|credential|expired/i.test(name);
  return aboutKey || httpStatus === 401 || httpStatus === 403 ? 'key' : 'other';
}
