import type { Candidate, Finding } from '../find/candidate';
import { isCutOff } from '../find/cut-off';
import { activeElement, create, type OpenShadow } from '../find/dom';
import { type Found, findAt, listVisible } from '../find/find';
import type { Point } from '../find/geometry';
import { Guard } from './guard';
import { type Overlay, openOverlay } from './overlay';
import { PICK_STYLE } from './overlay-style';
import { createPickBar, type PickBar } from './pick-bar';
import { scrollAt } from './scroll-at';
import type { PickWords } from './words';

export interface PickOptions {
  openShadow?: OpenShadow;
  signal?: AbortSignal;
  /** The page kept covering the overlay, which was cancelled. */
  onCovered?: () => void;
  /** For tests, which have no trusted events and no access to a closed root. */
  onOpen?: (root: ShadowRoot) => void;
  isTrusted?: (event: Event) => boolean;
}

/** Swallowed in pick mode, so that the page follows no link and opens no menu. */
const SWALLOWED = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'touchstart',
  'touchend',
  'keyup',
  'keypress',
] as const;

/** The finding at the chosen point, or the wish that the menu entry be hidden. */
export type Picked = Found | 'hide-entry';

/**
 * Starts pick mode: a frame follows the pointer or the arrow keys.
 * @returns undefined if the person cancels, or if the page removes the overlay
 */
export function pickImage(
  words: PickWords,
  options: PickOptions = {},
): Promise<Picked | undefined> {
  return new Promise((resolve) => {
    new Picker(words, options, resolve).open();
  });
}

class Picker {
  private readonly overlay: Overlay;
  private readonly listeners = new AbortController();
  private readonly before = activeElement(document);
  private readonly shield = element('shield base');
  private readonly frame = element('frame base');
  private readonly label = element('label');
  private readonly spoken = element('spoken');
  private readonly bar: PickBar;
  /** Whether the keys are on the button of the bar. */
  private isOnButton = false;
  private pointer: Point | undefined;
  private found: Found | undefined;
  private isPending = false;
  private readonly guard: Guard;

  constructor(
    private readonly words: PickWords,
    private readonly options: PickOptions,
    private readonly resolve: (picked: Picked | undefined) => void,
  ) {
    this.bar = createPickBar(words);
    this.overlay = openOverlay(PICK_STYLE, () => this.leave(undefined));
    this.guard = new Guard({
      overlay: this.overlay,
      panel: this.shield,
      minWidth: window.innerWidth / 2,
      raise: () => {
        this.overlay.raise();
        this.shield.focus({ preventScroll: true });
      },
      onCovered: () => {
        this.leave(undefined);
        options.onCovered?.();
      },
      onIdle: () => this.leave(undefined),
      signal: this.listeners.signal,
    });
  }

  open(): void {
    const { overlay, shield, frame, label, spoken, bar, words, options } = this;
    if (options.signal?.aborted) {
      this.leave(undefined);
      return;
    }
    // Our languages read from the left, whatever the page does.
    shield.dir = 'ltr';
    shield.lang = words.language;
    shield.tabIndex = 0;
    shield.setAttribute('role', 'application');
    shield.setAttribute('aria-label', words.hint);
    spoken.setAttribute('aria-live', 'assertive');
    frame.hidden = true;
    frame.append(label);
    shield.append(frame, bar.element, spoken);
    overlay.root.append(shield);
    shield.focus({ preventScroll: true });
    this.listen();
    this.guard.start();
    options.onOpen?.(overlay.root);
  }

  private listen(): void {
    const { signal } = this.listeners;
    const isReal = this.options.isTrusted ?? ((event: Event) => event.isTrusted);
    const on = <K extends keyof WindowEventMap>(
      type: K,
      act: (event: WindowEventMap[K]) => void,
    ): void => {
      const onReal = (event: WindowEventMap[K]) => {
        if (!isReal(event)) return;
        act(event);
      };
      window.addEventListener(type, onReal, { capture: true, passive: false, signal });
    };
    for (const type of SWALLOWED) {
      on(type, (event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
        this.guard.noteInput();
        if (type === 'pointerdown') this.guard.notePress(event as MouseEvent);
        if (type === 'click') this.pick(event as MouseEvent);
        if (type === 'keyup') this.keyUp(event as KeyboardEvent);
      });
    }
    on('keydown', (event) => this.key(event));
    on('pointermove', (event) => {
      event.stopImmediatePropagation();
      this.guard.noteInput();
      this.follow({ x: event.clientX, y: event.clientY });
    });
    on('wheel', (event) => {
      event.stopImmediatePropagation();
      // The shield covers the page, so scroll the element below it.
      event.preventDefault();
      scrollAt({ x: event.clientX, y: event.clientY }, event, this.overlay.host);
      this.refresh();
    });
    on('scroll', () => this.refresh());
    on('resize', () => this.refresh());
    this.options.signal?.addEventListener('abort', () => this.leave(undefined), { signal });
  }

  private follow(point: Point): void {
    this.pointer = point;
    this.selectButton(false);
    this.shield.toggleAttribute('data-on-button', this.bar.isOnButton(point));
    this.refresh();
  }

  /** Searches again at most once per frame. The page may move as well as the pointer. */
  private refresh(): void {
    if (this.isPending) return;
    this.isPending = true;
    requestAnimationFrame(() => {
      this.isPending = false;
      if (this.listeners.signal.aborted) return;
      this.found = this.pointer ? this.findHere(this.pointer) : this.findAgain();
      this.show(best(this.found?.finding));
    });
  }

  private findHere(point: Point): Found | undefined {
    if (this.bar.isOnButton(point)) return undefined;
    const { openShadow } = this.options;
    return findAt(point, { ignore: this.overlay.host, ...(openShadow && { openShadow }) });
  }

  /** The candidate that the keys selected, at its current place; undefined once it is out of view. */
  private findAgain(): Found | undefined {
    const current = best(this.found?.finding);
    const element = current && this.found?.elements.get(current.id);
    if (!element || isCutOff(element)) return undefined;
    const all = this.listAll();
    const own = all.finding.candidates.filter(({ id }) => all.elements.get(id) === element);
    // Scrolling loads lazy images, which changes their address.
    const same = own.find(({ how, url }) => how === current.how && url === current.url) ?? own[0];
    return same && only(same, all);
  }

  private listAll(): Found {
    const { openShadow } = this.options;
    return listVisible({ ignore: this.overlay.host, ...(openShadow && { openShadow }) });
  }

  private show(candidate: Candidate | undefined): void {
    const { frame, label, spoken, words } = this;
    frame.hidden = !candidate;
    if (!candidate) return;
    const { rect, how, width, height } = candidate;
    for (const [property, value] of [
      ['left', rect.x],
      ['top', rect.y],
      ['width', rect.width],
      ['height', rect.height],
    ] as const) {
      frame.style.setProperty(property, `${Math.round(value)}px`);
    }
    const size = width > 0 ? words.size(width, height) : '';
    label.textContent = [words.kinds[how], size].filter(Boolean).join(' · ');
    label.hidden = label.textContent === '';
    const said = [label.textContent, candidate.alt].filter(Boolean).join(', ');
    if (spoken.textContent !== said) spoken.textContent = said;
  }

  private key(event: KeyboardEvent): void {
    event.stopImmediatePropagation();
    this.guard.noteInput();
    const step = stepOf(event);
    if (event.key === 'Escape') this.leave(undefined);
    else if (isChoice(event) && this.hasFocus()) this.guard.noteKeyDown(event);
    else if (step !== 0) this.move(step);
    else return;
    event.preventDefault();
  }

  /** Both press and release must happen here: the press may have been meant for the page. */
  private keyUp(event: KeyboardEvent): void {
    if (!isChoice(event) || !this.hasFocus()) return;
    if (this.guard.acceptsKeyUp(event)) this.leave(this.isOnButton ? 'hide-entry' : this.found);
  }

  /** Without the focus, keys may be typed into a field of the page and choose nothing. */
  private hasFocus(): boolean {
    return this.overlay.root.activeElement === this.shield;
  }

  /** Selects the next or previous image in reading order; after the last one comes the button. */
  private move(step: number): void {
    const all = this.listAll();
    const { candidates } = all.finding;
    const current = best(this.found?.finding);
    const stops = candidates.length + (this.bar.action === undefined ? 0 : 1);
    const at = this.isOnButton
      ? candidates.length
      : candidates.findIndex((other) => current && isSame(other, current));
    const first = step > 0 ? 0 : stops - 1;
    const stop = at === -1 ? first : (at + step + stops) % stops;
    if (stops === 0) return;
    const next = candidates[stop];
    this.found = next && only(next, all);
    this.pointer = undefined;
    this.selectButton(!next);
    this.show(next);
  }

  private selectButton(isSelected: boolean): void {
    if (isSelected === this.isOnButton) return;
    this.isOnButton = isSelected;
    this.bar.select(isSelected);
    if (isSelected) this.spoken.textContent = this.bar.action ?? '';
  }

  private pick(event: MouseEvent): void {
    const { clientX, clientY } = event;
    if (!this.guard.acceptsClick(event)) return;
    const point = { x: clientX, y: clientY };
    if (this.bar.isOnButton(point)) {
      this.leave('hide-entry');
      return;
    }
    const found = this.findHere(point);
    // A click beside every image is a miss and does not end pick mode.
    if (found && (found.finding.candidates.length > 0 || found.finding.frame)) this.leave(found);
  }

  private leave(picked: Picked | undefined): void {
    if (this.listeners.signal.aborted) return;
    this.listeners.abort();
    this.overlay.remove();
    if (this.before instanceof HTMLElement) this.before.focus({ preventScroll: true });
    this.resolve(picked);
  }
}

function best(finding: Finding | undefined): Candidate | undefined {
  return finding?.winner ?? finding?.candidates[0];
}

function only(candidate: Candidate, { elements }: Found): Found {
  return {
    finding: { candidates: [candidate], winner: candidate, certainty: 'point' },
    elements,
  };
}

function isSame(a: Candidate, b: Candidate): boolean {
  return a.how === b.how && a.url === b.url && a.rect.x === b.rect.x && a.rect.y === b.rect.y;
}

function isChoice({ key }: KeyboardEvent): boolean {
  return key === 'Enter' || key === ' ';
}

function stepOf({ key, shiftKey }: KeyboardEvent): number {
  if (key === 'Tab') return shiftKey ? -1 : 1;
  if (key === 'ArrowRight' || key === 'ArrowDown') return 1;
  return key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 0;
}

function element(className: string): HTMLElement {
  const created = create('div');
  created.className = className;
  return created;
}
