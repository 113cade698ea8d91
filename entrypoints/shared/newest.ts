/** Puts together what a page reads at one time and what it is told meanwhile, which is newer. */
export interface Newest<Data extends object> {
  /** Notes what was told. */
  told(part: Partial<Data>): void;
  /**
   * Reads everything.
   * @returns undefined if another reading has begun since: that one is newer
   */
  read(work: () => Promise<Data>): Promise<Data | undefined>;
}

export function createNewest<Data extends object>(): Newest<Data> {
  let news: Partial<Data> = {};
  let latest = 0;
  return {
    told(part) {
      news = { ...news, ...part };
    },
    async read(work) {
      latest += 1;
      const own = latest;
      news = {};
      const read = await work();
      return own === latest ? { ...read, ...news } : undefined;
    },
  };
}
