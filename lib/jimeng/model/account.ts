export interface Credits {
  total: number;
  vip: number;
  gift: number;
  purchased: number;
}

/** The account that a login belongs to. */
export interface Account {
  /** The same for every login of the account. */
  id: string;
  /** Display name, chosen by the person; render it as text only. */
  name?: string;
}
