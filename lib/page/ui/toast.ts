import { fromBase64 } from '../find/base64';
import { create, withAncestors } from '../find/dom';
import { openModal } from '../find/modal';
import { isDelivered, orphanedToast } from './orphaned';
import { isVisible, type Overlay, openOverlay } from './overlay';
import type { ToastData } from './toast-data';
import { TOAST_STYLE } from './toast-style';

/** A button of a toast was pressed. */
export interface ToastMessage {
  type: 'toast-pressed';
  id: string;
  action: string;
}

/** The API in the isolated world of a tab's page. */
export interface Toasts {
  version: number;
  /** Shows a toast in place of the one before. */
  show(data: ToastData): true;
  /** Hides toasts for so many ms, for a capture of the screen. @returns resolves once they are hidden */
  pause(ms: number): Promise<true>;
}

export const TOAST_VERSION = 1;

/** How long a toast stays, ms: long enough to reach its buttons. */
const STAY_MS = { busy: 4_000, good: 10_000, bad: 12_000 } as const;
/** A live region must exist before its text changes, ms. */
const SPEAK_AFTER_MS = 60;
/** Longest wait for a frame, ms: a page in the background draws none, and is not captured either. */
const LONGEST_FRAME_MS = 200;

export interface ToastOptions {
  /** Throws or rejects in an orphaned page. */
  send(message: ToastMessage): unknown;
  /** For tests, which have no trusted events and no access to a closed root. */
  onOpen?: (root: ShadowRoot) => void;
  isTrusted?: (event: Event) => boolean;
}

/** Shows at most one toast in this page, in the bottom corner where lines end. It never takes the focus. */
export function createToasts({ send, onOpen, isTrusted }: ToastOptions): Toasts {
  const isReal = isTrusted ?? ((event: Event) => event.isTrusted);
  let open: (Overlay & { listeners: AbortController }) | undefined;
  let shown: ToastData | undefined;
  /** A toast that waits while the pointer or the focus is on the buttons of the current one. */
  let next: ToastData | undefined;
  let before: EventTarget | null = null;
  let isHovered = false;
  let isPaused = false;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let resuming: ReturnType<typeof setTimeout> | undefined;

  const corner = create('div');
  corner.className = 'base corner';
  const status = create('div');
  status.className = 'spoken';
  status.setAttribute('role', 'status');
  const card = create('div');
  corner.append(status, card);

  const hasFocus = () => open?.root.activeElement != null;
  const isHeld = () => isHovered || hasFocus();

  function scheduleClose(): void {
    clearTimeout(leaving);
    if (!shown || isHeld() || isPaused || document.hidden) return;
    leaving = setTimeout(close, STAY_MS[shown.tone]);
  }

  function showNext(): void {
    if (!isHeld() && next) show(next);
    else scheduleClose();
  }

  function close(): void {
    if (!open) return;
    const { listeners, remove } = open;
    const hadFocus = hasFocus();
    clearTimeout(leaving);
    listeners.abort();
    open = undefined;
    shown = undefined;
    isHovered = false;
    remove();
    if (hadFocus && before instanceof HTMLElement) before.focus({ preventScroll: true });
    if (next) show(next);
  }

  function openCorner(): void {
    const listeners = new AbortController();
    const { signal } = listeners;
    const overlay = openOverlay(TOAST_STYLE, close);
    open = { ...overlay, listeners };
    hide(isPaused);
    overlay.root.append(corner);
    corner.addEventListener('pointerenter', () => hover(true), { signal });
    corner.addEventListener('pointerleave', () => hover(false), { signal });
    corner.addEventListener('focusin', focusCame, { signal });
    corner.addEventListener('focusout', () => setTimeout(showNext), { signal });
    corner.addEventListener('click', pressed, { signal });
    for (const type of ['keydown', 'keyup', 'keypress'] as const) {
      // The page must not see keys that are typed into the toast.
      corner.addEventListener(type, (event) => event.stopPropagation(), { signal });
    }
    window.addEventListener('keydown', key, { capture: true, signal });
    document.addEventListener('visibilitychange', scheduleClose, { signal });
    onOpen?.(overlay.root);
  }

  function hover(isOn: boolean): void {
    isHovered = isOn;
    showNext();
  }

  function focusCame({ relatedTarget }: FocusEvent): void {
    const isFromInside = relatedTarget instanceof Node && corner.contains(relatedTarget);
    if (!isFromInside) before = relatedTarget;
    scheduleClose();
  }

  function key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !isReal(event) || !isHeld()) return;
    event.stopPropagation();
    event.preventDefault();
    close();
  }

  function pressed(event: MouseEvent): void {
    const button = event.target instanceof Element && event.target.closest('button');
    if (!button || !shown || !isReal(event)) return;
    event.stopPropagation();
    const { action } = button.dataset;
    if (action) void sendPress(action, shown);
    close();
  }

  async function sendPress(action: string, pressed: ToastData): Promise<void> {
    if (await isDelivered(() => send({ type: 'toast-pressed', id: pressed.id, action }))) return;
    show(orphanedToast(pressed));
  }

  function fill(data: ToastData): void {
    corner.dataset.theme = data.theme === 'auto' ? themeOfPage() : data.theme;
    corner.lang = data.language;
    card.className = 'card';
    card.dataset.tone = data.tone;
    card.setAttribute('role', 'group');
    card.setAttribute('aria-label', data.label);
    // Our languages are written from left to right, whatever the page does.
    card.dir = 'ltr';
    const text = create('div');
    text.setAttribute('aria-hidden', 'true');
    text.append(line('title', data.title), line('detail', data.detail));
    const closing = buttonOf(data.close, 'close');
    closing.textContent = '×';
    card.replaceChildren(markOf(data), text, closing);
    if (data.buttons.length > 0) {
      const buttons = create('div');
      buttons.className = 'buttons';
      buttons.append(
        ...data.buttons.map(({ action, label }, at) =>
          buttonOf(label, at === 0 ? 'first' : '', action),
        ),
      );
      card.append(buttons);
    }
    status.textContent = '';
    setTimeout(() => {
      status.textContent = `${data.title} ${data.detail}`;
    }, SPEAK_AFTER_MS);
  }

  function show(data: ToastData): true {
    if (shown && shown.buttons.length > 0 && isHeld()) {
      next = data;
      return true;
    }
    next = undefined;
    if (open && isBuried(open.host)) {
      open.listeners.abort();
      open.remove();
      open = undefined;
    }
    if (!open) openCorner();
    shown = data;
    fill(data);
    scheduleClose();
    return true;
  }

  function hide(isHidden: boolean): void {
    corner.classList.toggle('away', isHidden);
  }

  return {
    version: TOAST_VERSION,
    show,
    async pause(ms) {
      isPaused = true;
      hide(true);
      clearTimeout(resuming);
      resuming = setTimeout(() => {
        isPaused = false;
        hide(false);
        scheduleClose();
      }, ms);
      scheduleClose();
      await nextFrame();
      return true;
    },
  };
}

/** Whether a dialog of the page opened above the toast, or contained it and was closed. */
function isBuried(host: HTMLElement): boolean {
  const modal = openModal();
  const isBelow = modal !== undefined && !Array.from(withAncestors(host)).includes(modal);
  return isBelow || !isVisible(host);
}

/** Resolves after the next frame. */
function nextFrame(): Promise<unknown> {
  const drawn = new Promise((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(resolve)),
  );
  return Promise.race([drawn, new Promise((resolve) => setTimeout(resolve, LONGEST_FRAME_MS))]);
}

/** Light or dark if the page sets one of them; otherwise the theme of the system. */
function themeOfPage(): string {
  const { colorScheme } = getComputedStyle(document.documentElement);
  return colorScheme === 'light' || colorScheme === 'dark' ? colorScheme : 'auto';
}

function line(className: string, text: string): HTMLElement {
  const element = create('span');
  element.className = className;
  element.textContent = text;
  return element;
}

function buttonOf(label: string, className: string, action?: string): HTMLButtonElement {
  const button = create('button');
  button.type = 'button';
  button.className = className;
  button.textContent = label;
  button.setAttribute('aria-label', label);
  if (action) button.dataset.action = action;
  return button;
}

function markOf({ thumb }: ToastData): HTMLElement {
  if (!thumb) return line('mark', '');
  const canvas = create('canvas');
  canvas.className = 'mark';
  // Drawn on a canvas: the policy of a page may forbid every image address.
  void draw(canvas, thumb).catch(() => canvas.replaceWith(line('mark', '')));
  return canvas;
}

async function draw(canvas: HTMLCanvasElement, base64: string): Promise<void> {
  const bitmap = await createImageBitmap(new Blob([fromBase64(base64)]));
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
}
