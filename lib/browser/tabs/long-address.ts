import type { Candidate } from '@/lib/page/find/candidate';

/** Longer addresses, all of them `data:`, are not stored. The session storage holds 10 MB in all. */
const MAX_KEPT = 65_536;
const DIGEST = 'sha256:';

/**
 * Makes a candidate small enough for the session storage: a digest replaces a long address, and long
 * addresses of possible originals are dropped.
 */
export async function withDigest(candidate: Candidate): Promise<Candidate> {
  const { url } = candidate;
  const originals = candidate.originals.filter((address) => address.length <= MAX_KEPT);
  const isLong = url !== undefined && url.length > MAX_KEPT;
  return { ...candidate, originals, ...(isLong && { url: await digestOf(url) }) };
}

/**
 * Restores the long address.
 * @param address the address that the page sends
 * @returns undefined if its digest differs
 */
export async function withAddress(
  candidate: Candidate,
  address: string | undefined,
): Promise<Candidate | undefined> {
  if (!candidate.url?.startsWith(DIGEST)) return candidate;
  if (address === undefined || (await digestOf(address)) !== candidate.url) return undefined;
  return { ...candidate, url: address };
}

async function digestOf(address: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(address));
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0'));
  return DIGEST + hex.join('');
}
