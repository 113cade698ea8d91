/** One tab of a Firefox that Marionette drives. */
import type { Marionette } from './firefox-marionette';
import { type FirefoxSession, runSent, type Sent } from './firefox-session';

/** On the screen, px. */
export interface Point {
  x: number;
  y: number;
}

/** A document in a tab: its page, or one of the frames in it. */
export interface FirefoxPlace {
  /** Runs a function in the document; arguments and result are JSON. */
  evaluate<Args extends unknown[], Result>(
    sent: Sent<Args, Result>,
    ...args: Args
  ): Promise<Result>;
  /** The middle of an element, looked for in closed shadow roots as well; null while it is not there. */
  middleOf(selector: string): Promise<Point | null>;
  /** An element as it is on the screen, scrolled to; PNG. @throws if it is not there */
  screenshot(selector: string): Promise<Buffer>;
  /** Brings the tab to the front. */
  bringToFront(): Promise<void>;
}

/** A tab, seen as a person does: by words and names. */
export interface FirefoxTab extends FirefoxPlace {
  /** Name by which Firefox knows it. */
  readonly handle: string;
  goto(url: string): Promise<void>;
  url(): Promise<string>;
  /** A frame by its selector, the outermost of several first. Its functions reject while it is missing. */
  frame(...selectors: readonly string[]): FirefoxPlace;
  /** Everything the page says, closed shadow roots included. */
  words(): Promise<string>;
  /** Accessible names of the buttons below an element, in their order. */
  buttons(within: string): Promise<string[]>;
  /** Presses the button of that accessible name below an element. @throws if there is none */
  clickButton(within: string, name: string): Promise<void>;
  /** Chooses files in a file input, as its dialog does. */
  chooseFiles(selector: string, paths: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** Key under which WebDriver passes an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
type ElementReference = Record<string, string>;

/** Opens a tab and brings it to the front. */
export async function openFirefoxTab(session: FirefoxSession, url: string): Promise<FirefoxTab> {
  const opened = await session.alone(async (marionette) => {
    // The current tab may have closed itself, and there is no window beside a tab that is gone.
    const [handle] = (await marionette.send('WebDriver:GetWindowHandles')) as string[];
    await marionette.send('WebDriver:SwitchToWindow', { handle, focus: false });
    return marionette.send('WebDriver:NewWindow', { type: 'tab', focus: true });
  });
  const tab = firefoxTab(session, (opened as { handle: string }).handle);
  await tab.goto(url);
  await tab.bringToFront();
  return tab;
}

/** A tab that is open already. */
export function firefoxTab(session: FirefoxSession, handle: string): FirefoxTab {
  const send = (name: string, parameters?: object) =>
    session.inTab(handle, (marionette) => marionette.send(name, parameters));

  return {
    handle,

    async goto(url) {
      await send('WebDriver:Navigate', { url });
    },

    async url() {
      return ((await send('WebDriver:GetCurrentURL')) as { value: string }).value;
    },

    ...placeIn(session, handle, []),

    frame: (...selectors) => placeIn(session, handle, selectors),

    words: () =>
      session.inTab(handle, (marionette) =>
        // Only the browser itself sees into closed roots.
        runSent(marionette, wordsOfDocument, [], { sandbox: 'system' }),
      ),

    buttons: (within) =>
      session.inTab(handle, async (marionette) => {
        const found = await buttonsIn(marionette, within);
        return found.map(({ name }) => name);
      }),

    clickButton: (within, name) =>
      // In front: Firefox clicks with the next frame, and a tab behind has none.
      session.inTab(
        handle,
        async (marionette) => {
          const found = (await buttonsIn(marionette, within)).find((each) => each.name === name);
          if (!found) throw new Error(`no button "${name}" in ${within}`);
          await marionette.send('WebDriver:ElementClick', { id: found.id });
        },
        true,
      ),

    chooseFiles: (selector, paths) =>
      session.inTab(handle, async (marionette) => {
        const [id] = await find(marionette, selector);
        if (!id) throw new Error(`no ${selector}`);
        await marionette.send('WebDriver:ElementSendKeys', { id, text: paths.join('\n') });
      }),

    async close() {
      await send('WebDriver:CloseWindow');
    },
  };
}

/** A document of a tab. @param frames that lead to it, the outermost first */
function placeIn(session: FirefoxSession, handle: string, frames: readonly string[]): FirefoxPlace {
  const inPlace = <T>(work: (marionette: Marionette) => Promise<T>) =>
    session.inTab(handle, async (marionette) => {
      if (frames.length === 0) return work(marionette);
      try {
        for (const frame of frames) await enterFrame(marionette, frame);
        return await work(marionette);
      } finally {
        await marionette.send('WebDriver:SwitchToFrame', { id: null });
      }
    });

  return {
    evaluate: (sent, ...args) => inPlace((marionette) => runSent(marionette, sent, args)),
    middleOf: (selector) =>
      inPlace((marionette) =>
        // Only the browser itself sees into closed roots, and is told where the window is at all times.
        runSent(marionette, middleOf, [selector], { sandbox: 'system' }),
      ),
    screenshot: (selector) =>
      inPlace(async (marionette) => {
        const [id] = await find(marionette, selector);
        if (!id) throw new Error(`no ${selector}`);
        const shot = await marionette.send('WebDriver:TakeScreenshot', { id, hash: false });
        return Buffer.from((shot as { value: string }).value, 'base64');
      }),
    bringToFront: () => session.inTab(handle, async () => {}, true),
  };
}

async function find(marionette: Marionette, value: string): Promise<string[]> {
  const query = { using: 'css selector', value };
  const found = (await marionette.send('WebDriver:FindElements', query)) as ElementReference[];
  return found.map((reference) => reference[ELEMENT] ?? '');
}

async function enterFrame(marionette: Marionette, selector: string): Promise<void> {
  const [element] = await find(marionette, selector);
  if (!element) throw new Error(`no ${selector}`);
  await marionette.send('WebDriver:SwitchToFrame', { element });
}

/** Sent to the page: where the middle of an element is on the screen; null while it is not there. */
export function middleOf(selector: string): Point | null {
  const roots: (Document | ShadowRoot)[] = [document];
  let element: Element | null = null;
  for (const root of roots) {
    element = root.querySelector(selector);
    if (element) break;
    for (const each of root.querySelectorAll('*')) {
      const { openOrClosedShadowRoot } = each as { openOrClosedShadowRoot?: ShadowRoot | null };
      if (openOrClosedShadowRoot) roots.push(openOrClosedShadowRoot);
    }
  }
  if (!element) return null;
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = element.getBoundingClientRect();
  const place = window as unknown as { mozInnerScreenX: number; mozInnerScreenY: number };
  return { x: place.mozInnerScreenX + x + width / 2, y: place.mozInnerScreenY + y + height / 2 };
}

/** Sent to the page. */
function wordsOfDocument(): string {
  const words: string[] = [];
  const read = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) words.push(node.nodeValue ?? '');
    const { openOrClosedShadowRoot: root } = node as { openOrClosedShadowRoot?: ShadowRoot | null };
    if (root) read(root);
    for (const child of node.childNodes) read(child);
  };
  read(document);
  return words.join(' ');
}

/** As assistive technology hears them: the names are computed by Firefox. */
async function buttonsIn(
  marionette: Marionette,
  within: string,
): Promise<{ id: string; name: string }[]> {
  const named: { id: string; name: string }[] = [];
  for (const id of await find(marionette, `${within} button`)) {
    const name = await labelOf(marionette, id);
    if (name !== undefined) named.push({ id, name });
  }
  return named;
}

/** Undefined for an element that has just gone: the page was drawn again since it was found. */
async function labelOf(marionette: Marionette, id: string): Promise<string | undefined> {
  try {
    const answer = await marionette.send('WebDriver:GetComputedLabel', { id });
    return (answer as { value: string }).value;
  } catch (error) {
    if (/stale element|no such element/.test(String(error))) return undefined;
    throw error;
  }
}
