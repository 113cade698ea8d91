/** The hand of the person at a Firefox: the real pointer and real keys of its display. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Display } from './display';
import {
  endBackground,
  hasView,
  inView,
  menuEntry,
  menuLabels,
  permissionPrompt,
  toolbarButton,
} from './firefox-privileged';
import type { FirefoxSession } from './firefox-session';
import { type FirefoxPlace, middleOf, type Point } from './firefox-tab';
import { until } from './firefox-wait';
import { type Asking, COMMAND_KEYS } from './gestures';

export interface FirefoxHand {
  /** Moves the pointer to the middle of an element; waits for the element. */
  pointAt(place: FirefoxPlace, selector: string): Promise<void>;
  /** Clicks the middle of an element; waits for the element. */
  click(place: FirefoxPlace, selector: string): Promise<void>;
  /** Right-clicks the middle of an element, and clicks each label of the menus that open. */
  rightClick(
    place: FirefoxPlace,
    selector: string,
    labels: readonly string[],
    how?: Asking,
  ): Promise<void>;
  /** Labels of the menu that a right click opens, after what may change in it while it opens. */
  menuOf(place: FirefoxPlace, selector: string, how?: Asking): Promise<string[]>;
  /** Opens the context menu of an element, and presses keys in it. */
  pressInMenu(place: FirefoxPlace, selector: string, ...keys: string[]): Promise<void>;
  /** Points at the middle of an element, and presses the keys of the command. */
  pressCommand(place: FirefoxPlace, selector: string, how?: Asking): Promise<void>;
  /** Presses keys in the focused window. */
  press(...keys: string[]): void;
  /** Opens the popup itself, with a click on its button in the toolbar. */
  openRealPopup(): Promise<void>;
  /** Clicks the middle of an element of the popup itself; waits for the element. */
  clickInRealPopup(selector: string): Promise<void>;
  /** Whether the browser shows the popup itself, as opposed to its page in a tab. */
  isPopupOpen(): Promise<boolean>;
  /** What our sidebar says; empty while it is closed. */
  sidebarWords(): Promise<string>;
  /** Answers the prompt for a permission. @returns its words */
  answerPrompt(isAllowed: boolean): Promise<string>;
}

/** How long a page may take to notice the pointer, ms. */
const HOVER_MS = 1_000;
/** How long an extension is given to change a menu that opens, ms. */
const MENU_CHANGES_MS = 600;

/**
 * @param session of the browser as it runs now: a restart makes another
 * @param id of the extension
 */
export function createFirefoxHand(
  display: Display,
  session: () => FirefoxSession,
  id: string,
): FirefoxHand {
  const { xdotool } = display;
  const move = ({ x, y }: Point) => xdotool('mousemove', `${Math.round(x)}`, `${Math.round(y)}`);
  function click(at: Point): void {
    move(at);
    xdotool('click', '1');
  }

  const hand: FirefoxHand = {
    async pointAt(place, selector) {
      await place.bringToFront();
      move(await until(() => place.middleOf(selector), selector));
      // The page hears of it with its next frame. On a busy machine that takes a while.
      for (const end = Date.now() + HOVER_MS; Date.now() < end; ) {
        await pause(50);
        if (await place.evaluate(isHovered, selector)) break;
      }
      // The page around a frame hears of it later.
      await pause(150);
    },

    async click(place, selector) {
      await hand.pointAt(place, selector);
      xdotool('click', '1');
    },

    async rightClick(place, selector, labels, { awake = false } = {}) {
      await hand.pointAt(place, selector);
      if (!awake) await session().privileged(endBackground, id);
      xdotool('click', '3');
      for (const depth of labels.keys()) {
        const path = labels.slice(0, depth + 1);
        click(await until(() => session().privileged(menuEntry, path), `the entry ${path}`));
      }
    },

    async menuOf(place, selector, { awake = false } = {}) {
      await hand.pointAt(place, selector);
      if (!awake) await session().privileged(endBackground, id);
      xdotool('click', '3');
      await until(() => session().privileged(menuLabels), 'the menu');
      await pause(MENU_CHANGES_MS);
      const labels = await until(() => session().privileged(menuLabels), 'the menu');
      hand.press('Escape');
      return labels;
    },

    async pressInMenu(place, selector, ...keys) {
      await hand.pointAt(place, selector);
      xdotool('click', '3');
      await until(() => session().privileged(menuLabels), 'the menu');
      await pause(MENU_CHANGES_MS);
      hand.press(...keys);
    },

    async pressCommand(place, selector, { awake = false } = {}) {
      await hand.pointAt(place, selector);
      if (!awake) await session().privileged(endBackground, id);
      hand.press(COMMAND_KEYS);
    },

    press(...keys) {
      xdotool('key', '--delay', '80', ...keys);
    },

    async openRealPopup() {
      click(await until(() => session().privileged(toolbarButton, id), 'our button'));
      await until(async () => (await hand.isPopupOpen()) || undefined, 'the popup');
    },

    async clickInRealPopup(selector) {
      const expression = `(${middleOf})(${JSON.stringify(selector)})`;
      const found = () => session().privileged(inView, id, 'popup', expression);
      let last = '';
      // While the popup takes its size, what is in it moves.
      const isStill = async () => {
        const [before, now] = [last, (await found()) ?? 'null'];
        last = now;
        return now === before ? JSON.parse(now) : null;
      };
      click(await until(isStill, selector));
    },

    isPopupOpen: () => session().privileged(hasView, id, 'popup'),

    async sidebarWords() {
      const words = await session().privileged(inView, id, 'sidebar', 'document.body?.innerText');
      return JSON.parse(words ?? '""');
    },

    async answerPrompt(isAllowed) {
      const { at, words } = await until(
        () => session().privileged(permissionPrompt, isAllowed),
        'a permission prompt',
      );
      click(at);
      return words;
    },
  };
  return hand;
}

/** Runs in the page: whether it knows that the pointer is on an element. One in a closed shadow root cannot be asked. */
function isHovered(selector: string): boolean {
  const box = document.querySelector(selector)?.getBoundingClientRect();
  const hovered = document.querySelectorAll(':hover');
  const top = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return !top || hovered[hovered.length - 1] === top;
}
