/** The balance of an account. */
export interface Credits {
  /** Membership, gift and bought credits together. */
  total: number;
}

/** The account that a session belongs to. */
export interface Account {
  /** The same for every session of the account. */
  id: string;
  /** Display name, chosen by the user. Untrusted: show it as text only. */
  name?: string;
}
