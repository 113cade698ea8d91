import { openShadowOf } from '../find/pointer';
import {
  type PageReplacer,
  REPLACE_MESSAGE,
  type ReplaceRequest,
  type ReplaceState,
  type ReplaceWords,
} from './contract';
import { deliver } from './deliver';
import { type Mark, Marks } from './marks';
import { PageButton, type PressAction } from './page-button';
import { PageResults } from './page-results';
import { watchPeekKey } from './peek-key';
import { ReadAhead } from './read-ahead';

export const REPLACER_VERSION = 1;

/** How often a page looks whether its extension is still there, ms. */
const ALIVE_MS = 5_000;
/** Marks follow what happens, but not more often, ms. */
const MARK_MS = 50;

export interface ReplacerOptions {
  /** Throws or rejects where the extension is gone. */
  send(request: ReplaceRequest): unknown;
  /** Whether the extension that injected this script is still there. */
  isAlive(): boolean;
  /** Called when it has ended, and left the page as it was. */
  onEnd(): void;
  /** The button of the page is in the top frame alone. */
  isTop: boolean;
  /** For tests, which have no trusted events and no access to closed roots. */
  isTrusted?: (event: Event) => boolean;
  onOpen?: (root: ShadowRoot) => void;
  maxBytes?: number;
}

/** Shows results in this frame, as the background says. Nothing of the page is read before it has answered. */
export function createReplacer(options: ReplacerOptions): PageReplacer {
  const ending = new AbortController();
  let state: ReplaceState | undefined;
  let marking: ReturnType<typeof setTimeout> | undefined;
  let isForbidden = false;
  /** Whether the button shows how many there are now. */
  let isCounted = false;
  let presses = 0;

  async function send(request: ReplaceRequest): Promise<unknown> {
    return options.send(request);
  }

  const forTests = {
    ...(options.isTrusted && { isTrusted: options.isTrusted }),
    ...(options.onOpen && { onOpen: options.onOpen }),
  };
  const words = (): ReplaceWords => state?.words as ReplaceWords;
  const marks = new Marks({ words, ...forTests });
  const results = new PageResults({
    send,
    openShadow: openShadowOf,
    onChanged: mark,
    onMoved: markSoon,
    onForbidden() {
      if (!isForbidden && state) marks.say(state.words.forbidden);
      isForbidden = true;
    },
    onEnd: end,
    ...(options.maxBytes !== undefined && { maxBytes: options.maxBytes }),
  });
  const ahead = new ReadAhead({ results, send });
  const button = new PageButton({ press: (action) => void press(action), ...forTests });

  function end(): void {
    if (ending.signal.aborted) return;
    ending.abort();
    clearTimeout(marking);
    ahead.stop();
    button.hide();
    marks.stop();
    results.end();
    options.onEnd();
  }

  async function press(action: PressAction): Promise<void> {
    presses += 1;
    const own = presses;
    const request = { type: REPLACE_MESSAGE, ask: 'press', action } as const;
    // What is pressed later counts.
    const isWanted = () => mayStillArrive() && own === presses;
    const answer = (await deliver(send, request, isWanted)) as ReplaceState | undefined;
    if (answer) tell(answer);
    else if (!options.isAlive()) end();
  }

  function tell(next: ReplaceState): void {
    if (ending.signal.aborted) return;
    state = next;
    if (next.isShown) results.start();
    else results.stop();
    const isReading = next.isShown && next.button?.isReading && options.isTop;
    if (isReading && next.button) ahead.start(next.button.ahead);
    else ahead.stop();
    mark();
  }

  function mark(): void {
    isCounted = false;
    markSoon();
  }

  function markSoon(): void {
    marking ??= setTimeout(() => {
      marking = undefined;
      if (!state || ending.signal.aborted) return;
      marks.set(wantedMarks(state.isMarked));
      // The button counts every picture of the page, which takes a while where there are thousands.
      if (isCounted) return;
      isCounted = true;
      if (!options.isTop || !state.button) return button.hide();
      button.show(viewOf(state.isShown, state.button), state.words);
    }, MARK_MS);
  }

  function wantedMarks(isMarked: boolean): Map<Element, Mark> {
    const wanted = new Map<Element, Mark>();
    for (const place of results.nearby) {
      const mark = place.done ? isMarked && 'done' : results.reasonOf(place);
      if (mark) wanted.set(place.element, mark);
    }
    return wanted;
  }

  /** "All" is every picture that is large enough to be looked at. */
  function viewOf(isShown: boolean, told: NonNullable<ReplaceState['button']>) {
    const { replaced, open } = results.counts();
    const reached = replaced > 0 && open === 0 ? 'all' : 'part';
    return { state: isShown ? reached : 'off', isReading: told.isReading } as const;
  }

  function mayStillArrive(): boolean {
    return !ending.signal.aborted && options.isAlive();
  }

  async function start(): Promise<void> {
    const request = { type: REPLACE_MESSAGE, ask: 'start' } as const;
    const answer = await deliver(send, request, mayStillArrive);
    if (answer) tell(answer as ReplaceState);
    else end();
  }

  watchPeekKey({
    onHold: (isHeld) => results.hold(isHeld),
    signal: ending.signal,
    ...(options.isTrusted && { isTrusted: options.isTrusted }),
  });
  const living = setInterval(() => options.isAlive() || end(), ALIVE_MS);
  ending.signal.addEventListener('abort', () => clearInterval(living));
  void start();

  return {
    version: REPLACER_VERSION,
    tell,
    look: () => results.renew(),
    stop: end,
    counts() {
      const { replaced, impossible } = results.counts();
      return { replaced, impossible };
    },
  };
}
