import { create } from '../find/dom';
import { Guard } from '../ui/guard';
import type { Overlay } from '../ui/overlay';
import type { ReplaceRequest, ReplaceWords } from './contract';
import { LimitedOverlay } from './limited-overlay';
import { BUTTON_STYLE } from './page-button-style';

export type PressAction = Extract<ReplaceRequest, { ask: 'press' }>['action'];
type MenuAction = PressAction | 'move' | 'dismiss';

/** Narrower, the menu cannot be read, CSS px. */
const MIN_WIDTH = 160;
/** How often a page may take the button away. */
const MAX_OPENED = 4;
/** A live region must exist before its text changes, ms. */
const SPEAK_AFTER_MS = 60;

export interface PageButtonOptions {
  press(action: PressAction): void;
  /** For tests, which have no trusted events and no access to a closed root. */
  onOpen?: (root: ShadowRoot) => void;
  isTrusted?: (event: Event) => boolean;
}

export interface ButtonView {
  state: 'off' | 'part' | 'all';
  isReading: boolean;
}

/**
 * The button in a corner of a page. It only opens its menu; what the menu does counts if the person has seen it for
 * half a second, because reading ahead spends credits (../ui/guard.ts).
 */
export class PageButton {
  private readonly limited: LimitedOverlay;
  private guard: Guard | undefined;
  private menuOpen: AbortController | undefined;
  private words: ReplaceWords | undefined;
  private view: ButtonView | undefined;
  private isDismissed = false;
  private isAtEnd = false;

  private readonly corner = create('div');
  private readonly menu = create('div');
  private readonly main = create('button');
  private readonly state = create('span');
  private readonly status = create('div');

  constructor(private readonly options: PageButtonOptions) {
    this.corner.className = 'base corner';
    this.menu.className = 'menu';
    this.menu.hidden = true;
    this.menu.setAttribute('role', 'group');
    this.main.type = 'button';
    this.main.className = 'main';
    const sign = create('span');
    sign.className = 'sign';
    this.state.className = 'state';
    this.main.append(sign, this.state);
    this.status.className = 'spoken';
    this.status.setAttribute('role', 'status');
    this.corner.append(this.status, this.main, this.menu);
    this.limited = new LimitedOverlay({
      css: BUTTON_STYLE,
      most: MAX_OPENED,
      fill: (root, signal) => this.fill(root, signal),
      onRemoved: () => this.removed(),
      onOpen: options.onOpen,
    });
  }

  private get overlay(): Overlay | undefined {
    return this.limited.now;
  }

  /** Shows the button, or what is new about it. */
  show(view: ButtonView, words: ReplaceWords): void {
    const before = this.view;
    this.view = view;
    this.words = words;
    if (this.isDismissed || !this.limited.open()) return;
    const said = view.isReading ? words.reading : words[view.state];
    this.corner.lang = words.language;
    this.corner.dataset.state = view.state;
    this.corner.dataset.side = this.isAtEnd ? 'end' : 'start';
    this.corner.toggleAttribute('data-reading', view.isReading);
    this.state.textContent = said;
    this.main.setAttribute('aria-label', `${words.label}: ${said}`);
    this.main.setAttribute('aria-expanded', String(!this.menu.hidden));
    this.menu.setAttribute('aria-label', words.label);
    const isNew = before && (before.state !== view.state || before.isReading !== view.isReading);
    // What the person did is told; what happens while they read is not.
    if (isNew && this.hasFocus())
      setTimeout(() => (this.status.textContent = said), SPEAK_AFTER_MS);
    if (!this.menu.hidden && isNew) this.fillMenu();
  }

  hide(): void {
    this.view = undefined;
    this.shut();
  }

  private hasFocus(): boolean {
    return this.overlay?.root.activeElement != null;
  }

  private fill(root: ShadowRoot, signal: AbortSignal): void {
    root.append(this.corner);
    this.main.addEventListener('click', (event) => this.isReal(event) && this.toggle(), { signal });
    this.menu.addEventListener('pointerdown', (event) => this.guard?.notePress(event), { signal });
    this.menu.addEventListener('click', (event) => this.clicked(event), { signal });
    for (const type of ['keydown', 'keyup', 'keypress'] as const) {
      this.corner.addEventListener(type, (event) => this.key(event), { signal });
    }
    window.addEventListener('pointerdown', (event) => this.pressedOutside(event), {
      capture: true,
      passive: true,
      signal,
    });
  }

  private shut(): void {
    this.closeMenu();
    this.limited.shut();
  }

  /** The page has taken it away, or a dialog around it has closed. */
  private removed(): void {
    this.shut();
    if (this.view && this.words) this.show(this.view, this.words);
  }

  private isReal(event: Event): boolean {
    return this.options.isTrusted?.(event) ?? event.isTrusted;
  }

  private toggle(): void {
    if (this.menu.hidden) this.openMenu();
    else this.closeMenu();
  }

  private openMenu(): void {
    const { overlay } = this;
    if (!overlay) return;
    this.fillMenu();
    this.menu.hidden = false;
    this.main.setAttribute('aria-expanded', 'true');
    this.menuOpen = new AbortController();
    this.guard = new Guard({
      overlay,
      panel: this.menu,
      minWidth: MIN_WIDTH,
      raise: () => overlay.raise(),
      onCovered: () => this.closeMenu(),
      onIdle: () => this.closeMenu(),
      signal: this.menuOpen.signal,
    });
    this.guard.start();
    this.items()[0]?.focus({ preventScroll: true });
  }

  private closeMenu(): void {
    if (this.menu.hidden) return;
    const hadFocus = this.hasFocus();
    this.menuOpen?.abort();
    this.guard = undefined;
    this.menu.hidden = true;
    this.main.setAttribute('aria-expanded', 'false');
    if (hadFocus) this.main.focus({ preventScroll: true });
  }

  private fillMenu(): void {
    const { words, view } = this;
    if (!words || !view) return;
    const focused = this.items().indexOf(this.overlay?.root.activeElement as HTMLButtonElement);
    const isShown = view.state !== 'off';
    const items: [MenuAction, string][] = [
      isShown ? ['hide', words.hide] : ['show', words.show],
      view.isReading ? ['stop-ahead', words.stopAhead] : ['ahead', words.ahead],
      ['move', words.move],
      ['dismiss', words.dismiss],
    ];
    const peek = create('p');
    peek.className = 'peek';
    peek.textContent = words.peek;
    this.menu.replaceChildren(...items.map(([action, label]) => itemOf(action, label)), peek);
    if (focused >= 0) this.items()[focused]?.focus({ preventScroll: true });
  }

  private items(): HTMLButtonElement[] {
    return Array.from(this.menu.querySelectorAll('button'));
  }

  private clicked(event: MouseEvent): void {
    const item = event.target instanceof Element && event.target.closest('button');
    if (!item || !this.isReal(event)) return;
    event.stopPropagation();
    if (this.guard?.acceptsClick(event)) this.choose(item);
  }

  private key(event: KeyboardEvent): void {
    // The page must not see keys that are meant for the menu.
    event.stopPropagation();
    if (!this.isReal(event)) return;
    this.guard?.noteInput();
    const item = this.items().find((one) => one === this.overlay?.root.activeElement);
    const isChoice = event.key === 'Enter' || event.key === ' ';
    if (item && isChoice) {
      // Both press and release must happen here: the press may have been meant for the page.
      event.preventDefault();
      if (event.type === 'keydown') this.guard?.noteKeyDown(event);
      else if (event.type === 'keyup' && this.guard?.acceptsKeyUp(event)) this.choose(item);
      return;
    }
    if (event.type === 'keydown') this.move(event, item);
  }

  private move(event: KeyboardEvent, item: HTMLButtonElement | undefined): void {
    if (this.menu.hidden) return;
    const items = this.items();
    const at = item ? items.indexOf(item) : -1;
    const to = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at <= 0 ? items.length : at) - 1,
      Home: 0,
      End: items.length - 1,
    }[event.key];
    if (event.key === 'Escape') this.closeMenu();
    else if (to === undefined) return;
    else items[to]?.focus({ preventScroll: true });
    event.preventDefault();
  }

  private pressedOutside(event: Event): void {
    if (this.menu.hidden || !this.isReal(event)) return;
    if (this.overlay && !event.composedPath().includes(this.overlay.host)) this.closeMenu();
  }

  private choose(item: HTMLElement): void {
    const action = item.dataset.action as MenuAction;
    this.closeMenu();
    if (action === 'dismiss') {
      this.isDismissed = true;
      this.shut();
    } else if (action === 'move') {
      this.isAtEnd = !this.isAtEnd;
      this.corner.dataset.side = this.isAtEnd ? 'end' : 'start';
    } else this.options.press(action);
  }
}

function itemOf(action: MenuAction, label: string): HTMLButtonElement {
  const item = create('button');
  item.type = 'button';
  item.dataset.action = action;
  item.textContent = label;
  return item;
}
