import type { AccountReport } from '@/lib/browser/messages';
import type { OutOfReach } from '@/lib/browser/tabs/reach';
import type { Target } from '@/lib/jimeng/model/tools';
import type { UsualCosts } from '@/lib/jobs/rules/known-cost';
import type { PickerState } from '@/lib/picker/picker';
import type { Picture } from '@/lib/picker/picture';

/** How far the search for pictures is. */
export interface Scan {
  /** Until every tab has answered once. */
  isSearching: boolean;
  isScrolling: boolean;
  /** Whether "Scroll for me" has reached the end. */
  isAtEnd: boolean;
  /** Whether a page has more pictures than the bound. */
  isFull: boolean;
  /** Whether another picker has taken over a tab. */
  isReplaced: boolean;
  /** Whether the first tab can be scrolled. */
  canScroll: boolean;
  /** How many tabs cannot be read, by the reason. */
  outOfReach: Readonly<Record<OutOfReach, number>>;
}

/** Before any tab has answered. */
export const NOTHING_SCANNED: Scan = {
  isSearching: false,
  isScrolling: false,
  isAtEnd: false,
  isFull: false,
  isReplaced: false,
  canScroll: false,
  outOfReach: { closed: 0, forbidden: 0, 'no-access': 0 },
};

/** Which tabs the picker shows. */
export type TabScope = 'one' | 'right';

/** What became of "Start". */
export type Outcome =
  | { kind: 'none' }
  | { kind: 'reading' }
  | { kind: 'failed' }
  | {
      kind: 'added';
      added: number;
      /** Pictures whose pixels could not be read. */
      unread: number;
    };

/** What "Start" asks for. */
export interface StartRequest {
  /** In the order in which they are to be upscaled. */
  pictures: readonly Picture[];
  /** Ticked pictures that are left out: large already, and upscaled before. */
  leftOut: { large: number; known: number };
  /** Most credits that it may cost; absent: no limit. */
  budget?: number;
}

/** Everything the picker shows. */
export interface PickerData {
  state: PickerState;
  scan: Scan;
  /** Addresses of thumbnails by id of the rendition. */
  thumbs: ReadonlyMap<string, string>;
  /** Hosts of pictures that cannot be previewed without access. */
  blockedHosts: readonly string[];
  tabScope: TabScope;
  /** Tabs to the right of the first one. */
  tabsToRight: number;
  target: Target;
  costs: UsualCosts;
  account: AccountReport;
  outcome: Outcome;
}
