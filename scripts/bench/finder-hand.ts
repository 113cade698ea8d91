import type { AnyCase } from '@/simulator/pages/any-cases';
import type { Rest, Way } from './finder-outcome';
import type { OwnPage } from './finder-rows';

/** One browser with the built extension and the gallery's pages. */
export interface FinderHand {
  /** The popup in a tab of its own. */
  popup: OwnPage;
  /** What the browser calls the place of a case, and so which of our entries its menu has. */
  menuOf(one: AnyCase): AnyCase['menu'];
  /** Brings the page of a case to the front; opens it, and what it needs before, the first time. */
  show(one: AnyCase): Promise<void>;
  ask(one: AnyCase, way: Way, rest: Rest): Promise<void>;
  /** Presses a key in the focused window. */
  press(key: string): void;
  /** Everything the page of a case says, closed shadow roots included. */
  wordsOn(one: AnyCase): Promise<string>;
  close(): Promise<void>;
}
