/** Who is signed in. `account` is a digest that tells logins apart (`known-logins.ts`); it is no credential. */
export type Session =
  | { state: 'signed-in'; account: string }
  | { state: 'signed-out' }
  /** The person revoked the extension's access to the service, which is not the same as signed out. */
  | { state: 'no-access'; pattern: string; host: string };
