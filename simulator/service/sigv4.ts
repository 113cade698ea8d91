import { createHash, createHmac } from 'node:crypto';

/** Content of the `Authorization` header of AWS Signature Version 4. */
export interface SigV4Claim {
  accessKeyId: string;
  /** `<yyyymmdd>/<region>/<service>/aws4_request` */
  scope: string;
  signedHeaders: string[];
  signature: string;
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/,\s]+)\/([^,\s]+), ?SignedHeaders=([^,\s]+), ?Signature=([0-9a-f]{64})$/;

/** Reads an `Authorization` header; undefined if it is not Signature Version 4. */
export function readClaim(authorization: string | null): SigV4Claim | undefined {
  const match = AUTHORIZATION.exec(authorization ?? '');
  if (!match) return undefined;
  const [, accessKeyId = '', scope = '', headers = '', signature = ''] = match;
  return { accessKeyId, scope, signedHeaders: headers.split(';'), signature };
}

/** SHA-256 in lowercase hex. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

function hmac(key: string | Uint8Array, data: string): Buffer {
  return createHmac('sha256', key).update(data).digest();
}

function rfc3986(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Sorted by name, then by value, both encoded: the name `a` comes before `a-b`, although `=` is after `-`. */
function canonicalQuery(url: URL): string {
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...url.searchParams]
    .map(([name, value]) => [rfc3986(name), rfc3986(value)] as const)
    .sort(
      ([name, value], [otherName, otherValue]) =>
        order(name, otherName) || order(value, otherValue),
    )
    .map((pair) => pair.join('='))
    .join('&');
}

/**
 * The signature that the request should have, in lowercase hex, computed from the request, its claim and
 * the secret key. Independent of the signer of the client, so that one verifies the other.
 */
export function expectedSignature(
  request: { method: string; url: URL; headers: Headers; body: Uint8Array },
  claim: SigV4Claim,
  secret: string,
): string {
  const lines = claim.signedHeaders.map((name) => {
    const value = name === 'host' ? request.url.host : (request.headers.get(name) ?? '');
    return `${name}:${value.trim().replace(/ +/g, ' ')}\n`;
  });
  const canonical = [
    request.method,
    request.url.pathname,
    canonicalQuery(request.url),
    lines.join(''),
    claim.signedHeaders.join(';'),
    sha256(request.body),
  ].join('\n');
  const toSign = [
    'AWS4-HMAC-SHA256',
    request.headers.get('x-amz-date') ?? '',
    claim.scope,
    sha256(canonical),
  ].join('\n');
  const key = claim.scope
    .split('/')
    .reduce<string | Buffer>((previous, part) => hmac(previous, part), `AWS4${secret}`);
  return hmac(key, toSign).toString('hex');
}

/** Unix ms of an `x-amz-date` (`20260102T030405Z`); NaN if it is not one. */
export function amzDate(text: string | null): number {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text ?? '');
  if (!match) return Number.NaN;
  const [, year, month, day, hour, minute, second] = match;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
