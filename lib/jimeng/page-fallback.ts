import type { Jimeng } from './client';
import { JimengError } from './model/errors';
import { orAbort } from './wire/or-abort';

/** Dependencies of `createPageFallback`. */
export interface PageFallbackDeps {
  /** Sends from the background. */
  direct: Jimeng;
  /** Makes the client whose page sends every request that needs the login. Called when it is first needed. */
  throughPage: () => Jimeng;
  /** Digest of the login that the browser's cookies show. Must not reject. */
  login(): Promise<string | undefined>;
  /** Whether the person has agreed that the site's page sends requests. Must not reject. */
  mayUsePage(): Promise<boolean>;
  /** Remembers, beyond the worker, the login that only the page can use. Must not reject. */
  memory: { read(): Promise<string | undefined>; write(login: string): Promise<void> };
}

/**
 * The client of a site for a browser that may not attach the login to the extension's requests. Whether a site's cookie
 * allows that is not known for every browser (docs/PROTOCOL.md, section 1). When an upload or a look-up is denied although
 * the cookie is there, the page sends one free read, once for a login. If the site knows the login there, the page sends
 * everything from then on.
 */
export function createPageFallback(deps: PageFallbackDeps): Jimeng {
  const { direct, login, mayUsePage, memory } = deps;
  let page: Jimeng | undefined;
  let remembering: Promise<string | undefined> | undefined;
  let asked: { login: string; answer: Promise<boolean> } | undefined;

  function throughPage(): Jimeng {
    page ??= deps.throughPage();
    return page;
  }

  /** The client for the login of the moment. */
  async function client(): Promise<Jimeng> {
    remembering ??= memory.read();
    const known = await remembering;
    return known !== undefined && known === (await login()) ? throughPage() : direct;
  }

  /** Reads once through the page whether the site knows the login there. Calls that were denied together share it. */
  async function isKnownToPage(signal: AbortSignal | undefined): Promise<boolean> {
    const current = await login();
    if (current === undefined || !(await mayUsePage())) return false;
    if (asked?.login !== current) {
      const own = { login: current, answer: askPage(current) };
      asked = own;
      // A refusal that ends the work concerns those who wait for it, and tells later ones nothing.
      own.answer.catch(() => {
        own.answer = Promise.resolve(false);
      });
    }
    return orAbort(asked.answer, signal);
  }

  async function askPage(current: string): Promise<boolean> {
    try {
      await throughPage().confirm();
    } catch (error) {
      if (error instanceof JimengError && !STOPS.includes(error.code)) return false;
      throw error;
    }
    remembering = Promise.resolve(current);
    await memory.write(current);
    return true;
  }

  async function trying<T>(
    work: (by: Jimeng) => Promise<T>,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<T> {
    const by = await client();
    try {
      return await work(by);
    } catch (error) {
      const isDenied = error instanceof JimengError && error.code === 'signed-out';
      if (by !== direct || !isDenied || !(await isKnownToPage(signal))) throw error;
      return work(throughPage());
    }
  }

  return {
    current: async (options) => (await client()).current(options),
    confirm: async (options) => (await client()).confirm(options),
    warmUp() {
      void client().then((by) => by.warmUp());
    },
    upload: (image, options) => trying((by) => by.upload(image, options), options),
    submit: async (order, options) => (await client()).submit(order, options),
    preparePage: async (options) => (await client()).preparePage(options),
    lookUp: (submitIds, options) => trying((by) => by.lookUp(submitIds, options), options),
    // Results are public.
    download: (url, options) => direct.download(url, options),
    credits: async (options) => (await client()).credits(options),
    account: async (options) => (await client()).account(options),
    forgetSession() {
      asked = undefined;
      direct.forgetSession();
      page?.forgetSession();
    },
  };
}

/** Refusals that end the work of a row, whoever gets them. */
const STOPS: readonly string[] = ['risk-control', 'account-restricted'];
