/** The balance of an account. */
export interface Credits {
  /** Membership, gift and bought credits together. */
  total: number;
}

/** The account that a login belongs to. */
export interface Account {
  /** The same for every login of the account. */
  id: string;
  /** Display name, as the person chose it: shown as text only. */
  name?: string;
}
