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

const ALGORITHM = 'AWS4-HMAC-SHA256';
const SERVICE = 'imagex';

/**
 * Headers that sign a request to ImageX with AWS Signature V4: `authorization`, `x-amz-date`,
 * `x-amz-security-token` and, with a body, `x-amz-content-sha256` (docs/PROTOCOL.md, section 3.2).
 * Against the standard, the service requires the signature to omit `host`; no library has an option
 * for that. The path is used as it is: the service's is `/`.
 */
export async function sigV4Headers(input: SigV4Input): Promise<Record<string, string>> {
  const { url, key, region, now, body } = input;
  const { pathname, searchParams } = new URL(url);
  const time = new Date(now).toISOString().replace(/[:-]|\.\d{3}/g, '');
  const bodyHash = await sha256Hex(body ?? '');
  // In alphabetical order, as the standard requires.
  const headers: Record<string, string> = {
    ...(body !== undefined && { 'x-amz-content-sha256': bodyHash }),
    'x-amz-date': time,
    'x-amz-security-token': key.sessionToken,
  };
  const names = Object.keys(headers).join(';');
  const request = [
    body === undefined ? 'GET' : 'POST',
    pathname,
    canonicalQuery(searchParams),
    ...Object.entries(headers).map(([name, value]) => `${name}:${value}`),
    '',
    names,
    bodyHash,
  ].join('\n');
  const day = time.slice(0, 8);
  const scope = [day, region, SERVICE, 'aws4_request'];
  const toSign = [ALGORITHM, time, scope.join('/'), await sha256Hex(request)].join('\n');
  let signature = utf8(`AWS4${key.secretAccessKey}`);
  for (const part of [...scope, toSign]) signature = await hmac(signature, part);
  const credential = [key.accessKeyId, ...scope].join('/');
  return {
    ...headers,
    authorization: `${ALGORITHM} Credential=${credential}, SignedHeaders=${names}, Signature=${hex(signature)}`,
  };
}

/** Sorted by name and value, and encoded more strictly than in URLs. */
function canonicalQuery(query: URLSearchParams): string {
  // A space sorts before every character of encoded text; an equals sign does not.
  const pairs = [...query].map((pair) => pair.map(encode).join(' ')).sort();
  return pairs.map((pair) => pair.replace(' ', '=')).join('&');
}

function encode(text: string): string {
  const strict = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(text).replace(/[!'()*]/g, strict);
}

async function hmac(key: Uint8Array<ArrayBuffer>, text: string) {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', key, algorithm, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, utf8(text)));
}

async function sha256Hex(text: string): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(text))));
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
