/** The context menu of a real Chromium, which draws it in windows of its own. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Display } from './display';
import type { Clicking } from './gestures';

/**
 * An entry of ours: a size, "Upscale image here", the one that opens the picker, the one that opens the list in a tab,
 * or the entry itself where it has no children.
 */
export type MenuEntry = '2k' | '4k' | 'here' | 'several' | 'list' | 'direct';

type Hand = NonNullable<Clicking['by']>;

export interface ChromiumMenu {
  /** Opens the menu at the pointer, and chooses an entry. @throws if the menu lacks it */
  choose(entry: MenuEntry, hand: Hand): Promise<void>;
  /**
   * Opens the menu at the pointer, and then our submenu.
   * @returns a function that chooses from the submenu
   */
  open(hand: Hand): Promise<(entry: Exclude<MenuEntry, 'direct'>) => Promise<void>>;
  /** Opens the menu at the pointer, presses keys in it one after the other, and closes what is left of it. */
  press(keys: readonly string[]): Promise<void>;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How long a menu may take to open, ms. */
const MENU_MS = 5_000;
/** A submenu opens 400 ms after the pointer has come to rest on its entry. */
const SUBMENU_MS = 900;
/** A menu takes no key before it has drawn itself, ms. */
const DRAW_MS = 150;
/** Height of an entry, and from the edge of a menu to the middle of the first or last one, px (156). */
const ROW = 29;
const EDGE = 19;
/** What a line between two entries adds to the distance of their middles, px. */
const LINE = 17;
/** From the bottom of the menu to ours, px: below it are "Inspect", on a bare page its source, in a frame that of the frame too. */
const fromBottom = (below: number) => EDGE + below * ROW + LINE;
const OURS = [1, 2, 3, 4].map(fromBottom);

export function createChromiumMenu({ xdotool }: Display): ChromiumMenu {
  const windows = () =>
    new Set(xdotool('search', '--onlyvisible', '--class', '.*').trim().split('\n'));

  /** Does something that opens a menu. @returns its window; undefined if none opens in time */
  async function opened(act: () => void, ms: number): Promise<Box | undefined> {
    const before = windows();
    act();
    for (const end = Date.now() + ms; Date.now() < end; await pause(30)) {
      const added = [...windows()].find((id) => !before.has(id));
      if (added === undefined) continue;
      await pause(DRAW_MS);
      return boxOf(xdotool('getwindowgeometry', '--shell', added));
    }
    return undefined;
  }

  const press = (key: string) => xdotool('key', '--delay', '20', key);
  const moveTo = (x: number, y: number) =>
    xdotool('mousemove', String(Math.round(x)), String(Math.round(y)));

  async function openMenu(): Promise<Box> {
    // xdotool waits after every click and key, by default a tenth of a second.
    const menu = await opened(() => xdotool('click', '--delay', '10', '3'), MENU_MS);
    if (!menu) throw new Error('no menu opened');
    return menu;
  }

  async function byMouse() {
    const menu = await openMenu();
    for (const up of OURS) {
      const y = menu.y + menu.height - up;
      const submenu = await opened(() => moveTo(menu.x + menu.width / 2, y), SUBMENU_MS);
      if (!submenu) continue;
      return async (entry: MenuEntry) => {
        const rows = Math.round((submenu.height - 2 * EDGE) / ROW) + 1;
        const last = rows - 1;
        const places = { '2k': 0, '4k': 1, here: last - 2, several: last - 1, list: last };
        const row = entry === 'direct' ? -1 : places[entry];
        if (row < 0 || row >= rows) throw new Error(`the menu has no entry "${entry}"`);
        // Straight to the side first: on the way down another entry would close the submenu.
        moveTo(submenu.x + submenu.width / 2, y);
        await pause(50);
        moveTo(submenu.x + submenu.width / 2, submenu.y + EDGE + row * ROW);
        await pause(50);
        xdotool('click', '--delay', '10', '1');
        await pause(100);
      };
    }
    press('Escape');
    throw new Error('no entry of the menu opens a submenu');
  }

  async function byKeys() {
    await openMenu();
    press('Up');
    for (const _ of OURS) {
      press('Up');
      if (!(await opened(() => press('Right'), SUBMENU_MS))) continue;
      return async (entry: MenuEntry) => {
        // The first one is chosen when the submenu opens; above it comes the last one.
        const steps = { '2k': 0, '4k': 1, here: -3, several: -2, list: -1, direct: 0 }[entry];
        for (let step = 0; step < Math.abs(steps); step++) press(steps < 0 ? 'Up' : 'Down');
        press('Return');
        await pause(100);
      };
    }
    press('Escape');
    throw new Error('no entry of the menu opens a submenu');
  }

  return {
    open: (hand) => (hand === 'mouse' ? byMouse() : byKeys()),

    async press(keys) {
      const before = windows().size;
      await openMenu();
      for (const key of keys) {
        press(key);
        await pause(DRAW_MS);
      }
      while (windows().size > before) {
        press('Escape');
        await pause(DRAW_MS);
      }
    },

    async choose(entry, hand) {
      if (entry !== 'direct') {
        const choose = await this.open(hand);
        await choose(entry);
      } else if (hand === 'keys') {
        await openMenu();
        for (const key of ['Up', 'Up', 'Return']) press(key);
      } else {
        const menu = await openMenu();
        moveTo(menu.x + menu.width / 2, menu.y + menu.height - fromBottom(1));
        await pause(50);
        xdotool('click', '--delay', '10', '1');
      }
    },
  };
}

/** @param printed by `xdotool getwindowgeometry --shell` */
function boxOf(printed: string): Box {
  const value = (name: string) => Number(new RegExp(`^${name}=(-?\\d+)$`, 'm').exec(printed)?.[1]);
  return { x: value('X'), y: value('Y'), width: value('WIDTH'), height: value('HEIGHT') };
}
