import { AwsV4Signer } from 'aws4fetch';

/** A temporary key of the upload service. Secret: never logged, never stored. */
export interface TemporaryKey {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
}

/** A request to sign. */
export interface SigV4Input {
  url: string;
  key: TemporaryKey;
  region: string;
  /** Unix ms, corrected by the service's clock. */
  now: number;
  /** Body of a POST; a request without one is a GET. */
  body?: string;
}

/**
 * Headers that sign a request to ImageX with AWS Signature V4: `authorization`, `x-amz-date`,
 * `x-amz-security-token` and, with a body, `x-amz-content-sha256` (docs/PROTOCOL.md, section 3.2).
 * `AwsV4Signer` only signs: unlike `AwsClient` of the same library it neither fetches nor retries.
 */
export async function sigV4Headers(input: SigV4Input): Promise<Record<string, string>> {
  const { url, key, region, now, body } = input;
  const signer = new AwsV4Signer({
    ...key,
    url,
    region,
    service: 'imagex',
    method: body === undefined ? 'GET' : 'POST',
    datetime: new Date(now).toISOString().replace(/[:-]|\.\d{3}/g, ''),
    ...(body !== undefined && { body, headers: { 'x-amz-content-sha256': await sha256Hex(body) } }),
  });
  signWithoutHost(signer);
  const { headers } = await signer.sign();
  return Object.fromEntries(headers);
}

/** ImageX wants `host` left out of the signature, against the standard; the library always signs it, as the first. */
function signWithoutHost(signer: AwsV4Signer): void {
  signer.signedHeaders = signer.signedHeaders.replace(/^host;/, '');
  signer.canonicalHeaders = signer.canonicalHeaders.replace(/^host:.*\n/, '');
}

async function sha256Hex(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
