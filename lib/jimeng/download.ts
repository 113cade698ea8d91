import { allowedUrl } from './allowed-url';
import { JimengError } from './errors';
import type { Site } from './sites';
import { httpRefusal, type Transport } from './transport';

/** More than any result can have, bytes. */
const MAX_BYTES = 200 * 1024 * 1024;

/**
 * Fetches the bytes of a result, without cookies (docs/PROTOCOL.md, section 5.4).
 *
 * @param now unix ms
 * @throws JimengError `host-not-allowed` (also after a redirect), `result-expired` (403, 410),
 *   `bad-response` (empty, or over 200 MB), `http-refused`, and what the transport throws;
 *   DOMException `AbortError`
 */
export async function download(
  { site, transport, now }: { site: Site; transport: Transport; now: () => number },
  url: string,
  signal?: AbortSignal,
): Promise<Blob> {
  if (!allowedUrl(url, site.resultDomains)) throw new JimengError('host-not-allowed');
  const { response, blob } = await transport(url, {
    kind: 'download',
    method: 'get',
    credentials: 'omit',
    redirect: 'follow',
    signal,
  });
  if (response.url && !allowedUrl(response.url, site.resultDomains)) {
    throw new JimengError('host-not-allowed');
  }
  const detail = { httpStatus: response.status };
  if (response.status === 403 || response.status === 410) {
    throw new JimengError('result-expired', detail);
  }
  if (!response.ok) throw httpRefusal(response, now());
  if (Number(response.headers.get('content-length')) > MAX_BYTES) {
    throw new JimengError('bad-response', detail);
  }
  const bytes = await blob();
  if (bytes.size === 0 || bytes.size > MAX_BYTES) throw new JimengError('bad-response', detail);
  return bytes;
}
