import { createTurns } from '@/lib/async/turns';
import { stored } from '../storage/stored';

/** What is shown in a tab. Ends with the browser. */
export interface ReplaceTab {
  /** Match pattern of the host of its page. */
  pattern: string;
  isShown: boolean;
  /** Rows that the person asked to show there, the latest last. */
  asked: string[];
  /** Whether pictures are made ahead while the person reads. Never on after a load of the page. */
  isReading: boolean;
  /** Batch of this visit, the page that it belongs to, and the limit of the site when it was made, credits. */
  visit?: { batchId: string; pageUrl: string; limit: number };
  /** Whether pictures that the page asked about have no result. */
  isPart: boolean;
}

/** Most tabs that are remembered, the latest ones, and most rows of each. */
const MOST_TABS = 50;
const MOST_ASKED = 1_000;

/** Pairs of the id of a tab and what is known of it, the latest tab last. */
const item = stored('session', 'replace/tabs');
/** Writes one after the other: each reads the result of the one before. */
const inTurn = createTurns();

/** The tabs in which results are shown, or were. */
export const replaceTabs = {
  all: async (): Promise<ReadonlyMap<number, ReplaceTab>> => read(),

  of: async (tabId: number): Promise<ReplaceTab | undefined> => (await read()).get(tabId),

  /**
   * Changes what is known of a tab, and makes it the latest. Writes nothing if `next` returns what it got.
   * @param next gets undefined for a tab that is not known; may return undefined to forget one
   */
  change: (
    tabId: number,
    next: (tab: ReplaceTab | undefined) => ReplaceTab | undefined,
  ): Promise<ReplaceTab | undefined> =>
    inTurn(async () => {
      const tabs = await read();
      const before = tabs.get(tabId);
      const after = next(before);
      if (after === before) return after;
      tabs.delete(tabId);
      if (after) tabs.set(tabId, { ...after, asked: after.asked.slice(-MOST_ASKED) });
      await item.write([...tabs].slice(-MOST_TABS));
      return after;
    }),
};

async function read(): Promise<Map<number, ReplaceTab>> {
  return new Map((await item.read()) as [number, ReplaceTab][] | undefined);
}
