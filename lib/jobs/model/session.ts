import type { SiteName } from '@/lib/jimeng/model/sites';

/** Who is signed in. `account` is a digest that tells logins apart (`known-logins.ts`); it is no credential. */
export type Session =
  | { state: 'signed-in'; account: string }
  | { state: 'signed-out' }
  /** The extension may not access `site`; the person may still be signed in there. `pattern` is a part of that access. */
  | { state: 'no-access'; site: SiteName; pattern: string; host: string };
