import type { Job } from '@/lib/jobs/model/job';
import type { AnyCase } from '@/simulator/pages/any-cases';
import type { Simulator } from '@/simulator/simulator';
import type { HistoryDriver } from '../journeys/driver';

/**
 * One browser with the built extension, the gallery's pages and the popup's page, as the table of
 * cases sees it.
 */
export interface TableDriver extends HistoryDriver {
  readonly simulator: Simulator;
  /** Brings the page of a case to the front; opens it, and what it needs before, the first time. */
  show(one: AnyCase): Promise<void>;
  /**
   * Asks for the picture of a case: by the menu entry for images, by the one for where the
   * browser sees none, or by the keys of the command.
   */
  ask(one: AnyCase): Promise<void>;
  /** Presses keys in the page of a case. */
  pressIn(one: AnyCase, ...keys: string[]): Promise<void>;
  /** Everything the page of a case says, closed shadow roots included. */
  wordsOn(one: AnyCase): Promise<string>;
  /** The rows of the history, from the database: a page in a hidden tab draws none. */
  rows(): Promise<Job[]>;
  /** Brings the history to the front. */
  showHistory(): Promise<void>;
  /** Removes every row, whatever its state. */
  clearRows(): Promise<void>;
  /** Bugs of ours that went to the console. */
  consoleErrors(): string[];
  close(): Promise<void>;
}

export type OpenTable = () => Promise<TableDriver>;
