import type { Candidate } from '../find/candidate';
import { activeElement, create } from '../find/dom';
import { Guard } from './guard';
import { openOverlay } from './overlay';
import { CHOOSER_STYLE } from './overlay-style';
import { thumbOf } from './thumb';
import type { ChooserWords } from './words';

export interface ChooseOptions {
  /** Elements of the candidates by candidate id, for thumbnails. */
  elements?: ReadonlyMap<string, Element>;
  /** Cancels. */
  signal?: AbortSignal;
  /** The page kept covering the chooser, which was cancelled. */
  onCovered?: () => void;
  /** For tests, which have no trusted events and no access to a closed root. */
  onOpen?: (root: ShadowRoot) => void;
  isTrusted?: (event: Event) => boolean;
}

/** Smallest width of the panel, CSS px: a page could make it unreadable. */
const MIN_WIDTH = 160;
/** Index of the best candidate, which is selected first. */
const FIRST = 0;

/**
 * Shows a chooser in the page.
 * @returns undefined if the person cancels, or if the page removes the chooser or the dialog around it
 */
export function chooseImage(
  candidates: readonly Candidate[],
  words: ChooserWords,
  options: ChooseOptions = {},
): Promise<Candidate | undefined> {
  return new Promise((resolve) => {
    new Chooser(candidates, words, options, resolve).open();
  });
}

class Chooser {
  private active = FIRST;
  private readonly before = activeElement(document);
  private readonly listeners = new AbortController();
  private readonly overlay;
  private readonly dialog = create('dialog');
  private readonly list = create('ul');
  private readonly cancel = create('button');
  private readonly guard: Guard;
  private rows: HTMLElement[] = [];
  private readonly sizes = new Map<string, { width: number; height: number }>();

  constructor(
    private readonly candidates: readonly Candidate[],
    private readonly words: ChooserWords,
    private readonly options: ChooseOptions,
    private readonly resolve: (candidate: Candidate | undefined) => void,
  ) {
    this.overlay = openOverlay(CHOOSER_STYLE, () => this.close(undefined));
    this.guard = new Guard({
      overlay: this.overlay,
      panel: this.dialog,
      minWidth: Math.min(MIN_WIDTH, window.innerWidth / 2),
      raise: () => this.raise(),
      onCovered: () => {
        this.close(undefined);
        options.onCovered?.();
      },
      onIdle: () => this.close(undefined),
      signal: this.listeners.signal,
    });
  }

  open(): void {
    const { dialog, overlay, options, candidates } = this;
    if (candidates.length === 0 || options.signal?.aborted) {
      this.close(undefined);
      return;
    }
    this.fill();
    overlay.root.append(dialog);
    // Modal: the browser makes everything else inert and keeps the focus inside.
    dialog.showModal();
    this.select(FIRST);
    this.list.focus({ preventScroll: true });
    this.listen();
    this.guard.start();
    options.onOpen?.(overlay.root);
  }

  private fill(): void {
    const { dialog, list, cancel, words } = this;
    dialog.className = 'base';
    // Our languages are written from left to right, whatever the page does.
    dialog.dir = 'ltr';
    dialog.lang = words.language;
    dialog.setAttribute('aria-labelledby', 'title');
    const header = create('header');
    const title = create('h2');
    title.id = 'title';
    title.textContent = words.title;
    cancel.type = 'button';
    cancel.textContent = words.cancel;
    header.append(title, cancel);
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-labelledby', 'title');
    list.tabIndex = 0;
    this.rows = this.candidates.map((candidate, index) => this.row(candidate, index));
    list.append(...this.rows);
    this.tagLargest();
    dialog.append(header, list);
  }

  private row(candidate: Candidate, index: number): HTMLElement {
    const { words, options } = this;
    const size = badge(candidate, words);
    const thumb = thumbOf(candidate, options.elements?.get(candidate.id), (width, height) => {
      if (candidate.width > 0) return;
      // The size of a background is known only now.
      this.sizes.set(candidate.id, { width, height });
      size.replaceWith(badge({ width, height }, words));
      this.tagLargest();
    });
    const row = create('li');
    row.id = `option-${index}`;
    row.setAttribute('role', 'option');
    const text = create('div');
    text.className = 'text';
    text.append(line('kind', words.kinds[candidate.how]), size);
    if (candidate.alt) text.append(line('alt', candidate.alt));
    if (candidate.originals.length > 0) text.append(line('larger', words.larger));
    row.append(thumb, text);
    return row;
  }

  /** Waits until every size is known: a wrong label would be worse than none. */
  private tagLargest(): void {
    const areas = this.candidates.map((candidate) => {
      // What cannot be seen is not recommended.
      if (candidate.isHidden) return -1;
      const { width, height } = this.sizes.get(candidate.id) ?? candidate;
      return width * height;
    });
    const most = Math.max(...areas);
    const at = areas.indexOf(most);
    if (areas.length < 2 || most < 1 || areas.includes(0) || areas.lastIndexOf(most) !== at) return;
    this.rows[at]?.querySelector('.badge')?.after(line('badge largest', this.words.largest));
  }

  private listen(): void {
    const { dialog, listeners, options } = this;
    const { signal } = listeners;
    const isReal = options.isTrusted ?? ((event: Event) => event.isTrusted);
    // On the window, so that the page does not see keys and clicks of the chooser. An older listener of the
    // page on the window may still swallow them.
    for (const type of ['keydown', 'keyup', 'keypress', 'pointerdown', 'click'] as const) {
      window.addEventListener(
        type,
        (event) => {
          if (!isReal(event)) return;
          event.stopPropagation();
          this.guard.noteInput();
          if (type === 'pointerdown') this.guard.notePress(event as MouseEvent);
          if (type === 'click') this.clicked(event as MouseEvent);
          if (type === 'keydown') this.key(event as KeyboardEvent);
          if (type === 'keyup') this.keyUp(event as KeyboardEvent);
        },
        { capture: true, signal },
      );
    }
    window.addEventListener('pointermove', (event) => isReal(event) && this.guard.noteInput(), {
      capture: true,
      passive: true,
      signal,
    });
    // Esc also closes the dialog natively, unless the page cancels the key press. Then the idle time, the
    // toolbar button, the menu or the shortcut closes the chooser.
    for (const type of ['cancel', 'close'] as const) {
      dialog.addEventListener(
        type,
        () => (type === 'close' && dialog.open) || this.close(undefined),
        {
          signal,
        },
      );
    }
    options.signal?.addEventListener('abort', () => this.close(undefined), { signal });
  }

  private clicked(event: MouseEvent): void {
    const inside = this.overlay.root.elementFromPoint(event.clientX, event.clientY);
    const index = this.rows.findIndex((row) => inside !== null && row.contains(inside));
    event.preventDefault();
    const isAccepted = this.guard.acceptsClick(event);
    if (index >= 0) {
      if (isAccepted) this.close(this.candidates[index]);
    }
    // A click on the backdrop of a modal dialog hits the dialog itself.
    else if (inside === null || this.cancel.contains(inside)) this.close(undefined);
    else if (inside === this.dialog && !isWithin(this.dialog, event)) this.close(undefined);
  }

  private key(event: KeyboardEvent): void {
    const last = this.rows.length - 1;
    const focus = this.overlay.root.activeElement;
    switch (event.key) {
      case 'ArrowDown':
        this.select(this.active === last ? 0 : this.active + 1);
        break;
      case 'ArrowUp':
        this.select(this.active === 0 ? last : this.active - 1);
        break;
      case 'Home':
        this.select(0);
        break;
      case 'End':
        this.select(last);
        break;
      case 'Enter':
      case ' ':
        if (focus === this.cancel) this.close(undefined);
        else if (focus === this.list) this.guard.noteKeyDown(event);
        break;
      case 'Escape':
        this.close(undefined);
        break;
      case 'Tab':
        (focus === this.cancel ? this.list : this.cancel).focus();
        break;
      default:
        return;
    }
    event.preventDefault();
  }

  /** Both press and release must happen here: the press may have been meant for the page. */
  private keyUp(event: KeyboardEvent): void {
    const isChoice = event.key === 'Enter' || event.key === ' ';
    if (!isChoice || this.overlay.root.activeElement !== this.list) return;
    if (this.guard.acceptsKeyUp(event)) this.close(this.candidates[this.active]);
  }

  private raise(): void {
    const { dialog, overlay, list } = this;
    if (dialog.open) dialog.close();
    overlay.raise();
    dialog.showModal();
    list.focus({ preventScroll: true });
  }

  private select(index: number): void {
    this.active = index;
    for (const [at, row] of this.rows.entries()) {
      row.setAttribute('aria-selected', String(at === index));
    }
    const row = this.rows[index];
    this.list.setAttribute('aria-activedescendant', row?.id ?? '');
    row?.scrollIntoView({ block: 'nearest' });
  }

  private close(candidate: Candidate | undefined): void {
    if (this.listeners.signal.aborted) return;
    this.listeners.abort();
    if (this.dialog.open) this.dialog.close();
    this.overlay.remove();
    if (this.before instanceof HTMLElement) this.before.focus({ preventScroll: true });
    this.resolve(candidate && { ...candidate, ...this.sizes.get(candidate.id) });
  }
}

function line(className: string, text: string): HTMLElement {
  const element = create('span');
  element.className = className;
  element.textContent = text;
  return element;
}

/** The decoded size, or "unknown"; never the size on the page. */
function badge(
  { width, height }: Pick<Candidate, 'width' | 'height'>,
  words: ChooserWords,
): HTMLElement {
  const isKnown = width > 0 && height > 0;
  return line(
    isKnown ? 'badge' : 'badge unknown',
    isKnown ? words.size(width, height) : words.unknownSize,
  );
}

function isWithin(element: Element, { clientX, clientY }: MouseEvent): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
}
