import type { SiteName } from '@/lib/jimeng/model/sites';

/** Who is signed in. `account` is a digest that tells logins apart (`known-logins.ts`); it is no credential. */
export type Session =
  | { state: 'signed-in'; account: string }
  | { state: 'signed-out' }
  /** The person revoked the extension's access to the service; they may still be signed in. */
  | { state: 'no-access'; pattern: string; host: string; site?: SiteName };
