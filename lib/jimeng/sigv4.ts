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
 *
 * The service wants `host` left out of the signature. `AwsV4Signer` has no option for it but reads
 * three public fields only when it signs, so they are rebuilt here; hence its version is pinned.
 */
export async function sigV4Headers(input: SigV4Input): Promise<Record<string, string>> {
  const { url, key, region, now, body } = input;
  const signer = new AwsV4Signer({
    method: body === undefined ? 'GET' : 'POST',
    url,
    ...(body !== undefined && {
      body,
      headers: { 'x-amz-content-sha256': await sha256Hex(body) },
    }),
    ...key,
    service: 'imagex',
    region,
    datetime: new Date(now).toISOString().replace(/[:-]|\.\d{3}/g, ''),
  });
  signer.signableHeaders = signer.signableHeaders.filter((name) => name !== 'host');
  signer.signedHeaders = signer.signableHeaders.join(';');
  signer.canonicalHeaders = signer.signableHeaders
    .map((name) => `${name}:${signer.headers.get(name)}`)
    .join('\n');
  return Object.fromEntries((await signer.sign()).headers);
}

async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
