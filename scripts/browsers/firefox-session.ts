/** Runs functions inside a Firefox, in its pages and with the rights of the browser itself. */
import type { Marionette } from './firefox-marionette';

/** A function that is sent as its source: it can use nothing around it. */
export type Sent<Args extends unknown[], Result> = (...args: Args) => Result | Promise<Result>;

export interface FirefoxSession {
  /** Does what belongs together in one tab, while nothing else switches away from it. */
  inTab<T>(
    handle: string,
    work: (marionette: Marionette) => Promise<T>,
    focus?: boolean,
  ): Promise<T>;
  /** Does what belongs together in no tab. */
  alone<T>(work: (marionette: Marionette) => Promise<T>): Promise<T>;
  /** Runs a function with the rights of the browser: menus, cookies, permissions. */
  privileged<Args extends unknown[], Result>(
    sent: Sent<Args, Result>,
    ...args: Args
  ): Promise<Result>;
}

/** Marionette has one current tab and one current context: whoever needs them waits for their turn. */
export function createFirefoxSession(marionette: Marionette): FirefoxSession {
  let last: Promise<unknown> = Promise.resolve();
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  }

  return {
    alone: (work) => inTurn(() => work(marionette)),

    inTab: (handle, work, focus = false) =>
      inTurn(async () => {
        await marionette.send('WebDriver:SwitchToWindow', { handle, focus });
        return work(marionette);
      }),

    privileged: (sent, ...args) =>
      inTurn(async () => {
        await marionette.send('Marionette:SetContext', { value: 'chrome' });
        try {
          return await runSent(marionette, sent, args, { sandbox: 'system' });
        } finally {
          await marionette.send('Marionette:SetContext', { value: 'content' });
        }
      }),
  };
}

/** Runs a function in the current tab and context. @throws what it threw, as a message */
export async function runSent<Args extends unknown[], Result>(
  marionette: Marionette,
  sent: Sent<Args, Result>,
  args: Args,
  options: object = {},
): Promise<Result> {
  // `__name` is what the TypeScript runner leaves in the source of functions within functions.
  const script = `
    const done = arguments[arguments.length - 1];
    const args = Array.prototype.slice.call(arguments, 0, -1);
    const __name = (each) => each;
    (async () => (${sent})(...args))().then(
      (value) => done({ value: value === undefined ? null : value }),
      (error) => done({ error: String((error && error.message) || error) }),
    );`;
  const parameters = { script, args, newSandbox: true, ...options };
  const { value } = (await marionette.send('WebDriver:ExecuteAsyncScript', parameters)) as {
    value: { value?: Result; error?: string };
  };
  if (value.error !== undefined) throw new Error(value.error);
  return value.value as Result;
}
