import { createHash } from 'node:crypto';

/**
 * What is unknown of international Dreamina (docs/PROTOCOL.md), as far as a client can notice it. The default is what
 * most clients report.
 */
export interface AbroadOptions {
  /** Keys of the records in a look-up. `bare`: by submit id, without the envelope around them. */
  records: 'by-submit-id' | 'by-history-id' | 'bare';
  /** Cookies that name the cluster and the country: right, missing, one of them missing, or of the other cluster. */
  cookieHints: 'right' | 'missing' | 'idc-only' | 'country-only' | 'wrong';
  /** What the list of workspaces has. An account that never opened the site has none. */
  workspaces: 'one' | 'none';
  /** Upload hosts: those that are listed, one of a domain that is not, or that one before them. */
  uploadHosts: 'listed' | 'foreign' | 'foreign-first';
  /** Host of the large image. `other` is that of the other cluster. */
  resultHost: 'own' | 'other' | 'foreign';
  /** Whether an upload token names its SigV4 region. */
  tokenRegion: 'absent' | 'named';
  /** Which of the two SigV4 regions of a cluster its tokens are good for. */
  signingRegion: 'any' | 'first' | 'second';
  /** Where the apply answer has the session key. */
  sessionKey: 'address' | 'result';
}

const CHOICES: { readonly [K in keyof AbroadOptions]: readonly AbroadOptions[K][] } = {
  records: ['by-submit-id', 'by-history-id', 'bare'],
  cookieHints: ['right', 'missing', 'idc-only', 'country-only', 'wrong'],
  workspaces: ['one', 'none'],
  uploadHosts: ['listed', 'foreign', 'foreign-first'],
  resultHost: ['own', 'other', 'foreign'],
  tokenRegion: ['absent', 'named'],
  signingRegion: ['any', 'first', 'second'],
  sessionKey: ['address', 'result'],
};

/** Each of them fixed, or another one for each session, account, cluster, token, upload, task or answer. */
export type AbroadSettings = { readonly [K in keyof AbroadOptions]: AbroadOptions[K] | 'varies' };

/** The strict service. */
export const ABROAD_OFF: AbroadSettings = {
  records: 'by-submit-id',
  cookieHints: 'right',
  workspaces: 'one',
  uploadHosts: 'listed',
  resultHost: 'own',
  tokenRegion: 'absent',
  signingRegion: 'any',
  sessionKey: 'address',
};

/** Everything that is unknown varies. */
export const ABROAD_VARIES: AbroadSettings = {
  records: 'varies',
  cookieHints: 'varies',
  workspaces: 'varies',
  uploadHosts: 'varies',
  resultHost: 'varies',
  tokenRegion: 'varies',
  signingRegion: 'varies',
  sessionKey: 'varies',
};

/**
 * The value of an option. One that varies is the same whenever it is asked for the same `key`, and drawn by the
 * seed of the world.
 */
export function abroad<K extends keyof AbroadOptions>(
  { options, seed }: { options: { abroad: AbroadSettings }; seed(): number },
  name: K,
  key: string,
): AbroadOptions[K] {
  const value = options.abroad[name];
  if (value !== 'varies') return value as AbroadOptions[K];
  const choices = CHOICES[name];
  const hash = createHash('sha256').update(`${seed()} ${name} ${key}`).digest();
  return choices[hash.readUInt32BE() % choices.length] as AbroadOptions[K];
}
