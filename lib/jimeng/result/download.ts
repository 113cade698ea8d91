import { JimengError } from '../model/errors';
import { publicUrl } from '../wire/public-url';
import { hostNotAllowed, type Reach } from '../wire/reach';
import { answerMs, httpRefusal, type Transport } from '../wire/transport';

/** Upper limit of a result, bytes. No real one comes near it. */
const MAX_BYTES = 200 * 1024 * 1024;

/**
 * Downloads a result without cookies (docs/PROTOCOL.md, section 5.4). Redirects are not followed: none
 * has been seen, and the browser would contact the new host before we could check it.
 *
 * @param now unix ms
 * @param timeouts earlier attempts that timed out; each doubles the time limit
 * @throws JimengError `host-not-allowed` (with `host` if its permission is missing; without one on a redirect and for
 *   a URL that is not public), `result-expired` (403, 410),
 *   `bad-response` (empty, or over 200 MB), `line-too-slow`, `http-refused`, and like `Transport`
 * @throws DOMException `AbortError`
 */
export async function download(
  { reach, transport, now }: { reach: Reach; transport: Transport; now: () => number },
  url: string,
  { signal, timeouts = 0 }: { signal?: AbortSignal; timeouts?: number } = {},
): Promise<Blob> {
  const host = publicUrl(url)?.hostname;
  if (host === undefined || !(await reach(host))) throw hostNotAllowed(host);
  const { response, bytes } = await transport(url, {
    kind: 'download',
    limitMs: answerMs(timeouts),
    method: 'get',
    credentials: 'omit',
    redirect: 'manual',
    signal,
  });
  const { status } = response;
  const isRedirect = response.type === 'opaqueredirect' || (status >= 300 && status < 400);
  if (isRedirect) throw new JimengError('host-not-allowed');
  const detail = { httpStatus: status };
  if (status === 403 || status === 410) throw new JimengError('result-expired', detail);
  if (!response.ok) throw httpRefusal(response, now());
  const body = await bytes({ maxBytes: MAX_BYTES, timeouts });
  if (body.size === 0) throw new JimengError('bad-response', { ...detail, missing: 'body' });
  return body;
}
