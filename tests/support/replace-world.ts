import { vi } from 'vitest';
import { createReplace, type ReplaceDeps } from '@/entrypoints/background/replace';
import type { AskingFrame } from '@/lib/browser/replace/requests';
import { replaceSites } from '@/lib/browser/replace/sites';
import { backgroundMessages } from '@/lib/i18n/all-messages';
import type { Asker, ShownResults } from '@/lib/jobs/engine/shown-results';
import type { Batch } from '@/lib/jobs/model/batch';
import {
  type LookAnswer,
  REPLACE_MESSAGE,
  type ReplaceRequest,
  type ReplaceState,
  type ShownPicture,
} from '@/lib/page/replace/contract';
import { siteOfAddress } from '@/lib/sources/same-site';

/** A host that the person may switch on, and one of its pages. */
export const GALLERY = 'https://gallery.example/*';
const PAGE = 'https://gallery.example/7';
export const TOP: AskingFrame = {
  tabId: 1,
  frameId: 0,
  frameUrl: PAGE,
  pageUrl: PAGE,
  pageTitle: 'Seven',
};
export const WORDS = backgroundMessages('en').replacer;

type Ask = ReplaceRequest extends infer R ? (R extends unknown ? Omit<R, 'type'> : never) : never;

/** Pictures of the gallery, by their names. */
export const picturesOf = (...names: string[]): ShownPicture[] =>
  names.map((name) => ({ key: `key ${name}`, url: `https://gallery.example/${name}` }));

/** The background's side of pages that show results, with everything around it faked. */
export function createReplaceWorld() {
  const batches = new Map<string, Batch>();
  /** Addresses of pictures that have a result, and of those that were ordered. */
  const ready = new Set<string>();
  const ordered: string[] = [];
  const askers: Asker[] = [];
  const allowed = new Set([GALLERY]);
  const state = { now: 1_000_000, bytes: undefined as Blob | undefined };
  let onLook = async () => {};

  const results: ShownResults = {
    async look(asked, asker) {
      askers.push(asker);
      await onLook();
      const isReady = ({ url = '' }: ShownPicture) => ready.has(url);
      const isOrdered = ({ url = '' }: ShownPicture) => ordered.includes(url);
      return {
        replacements: asked.filter(isReady).map(({ key, url = '' }) => {
          return { key, result: url, width: 2, height: 2, type: 'image/png' as const, bytes: 1 };
        }),
        pending: asked
          .filter((each) => asker.batchId !== undefined && !isReady(each) && isOrdered(each))
          .map(({ key }) => ({ key, state: 'working' as const })),
      };
    },
    bytes: async () => state.bytes,
  };

  const order = (added: readonly { origin: { url: string } }[]) =>
    void ordered.push(...added.map(({ origin }) => origin.url));
  const deps = {
    store: async () => ({ batch: async (id: string) => batches.get(id) }),
    results: async () => results,
    words: async () => WORDS,
    mayAccess: async (pattern: string) => allowed.has(pattern),
    siteOf: siteOfAddress,
    begin: vi.fn<ReplaceDeps['begin']>(async ({ id, budget, pictures }) => {
      if (!batches.has(id)) order(pictures);
      const leftOut = { large: 0, known: 0 };
      batches.set(id, { id, name: '', createdAt: 1, target: '2k', size: 1, leftOut, budget });
    }),
    extend: vi.fn<ReplaceDeps['extend']>(async (_, added) => order(added)),
    pauseBatch: vi.fn<ReplaceDeps['pauseBatch']>(async () => {}),
    resumeBatch: vi.fn<ReplaceDeps['resumeBatch']>(async () => {}),
    setBudget: vi.fn<ReplaceDeps['setBudget']>(async () => {}),
    askForLimits: vi.fn<ReplaceDeps['askForLimits']>(async () => {}),
    tellFrames: vi.fn<ReplaceDeps['tellFrames']>(async () => {}),
    askAgain: vi.fn<ReplaceDeps['askAgain']>(async () => {}),
    uuid: () => `batch ${batches.size + 1}`,
    now: () => state.now,
  } satisfies ReplaceDeps;
  let replace = createReplace(deps);

  const ask = (request: Ask, frame = TOP) =>
    replace.answer({ type: REPLACE_MESSAGE, ...request } as ReplaceRequest, frame);
  return {
    batches,
    ready,
    ordered,
    askers,
    allowed,
    state,
    deps,
    /** Awaited while results are looked for. */
    set onLook(happens: () => Promise<void>) {
      onLook = happens;
    },
    get replace() {
      return replace;
    },
    restart() {
      replace = createReplace(deps);
    },
    ask,
    start: (frame = TOP) => ask({ ask: 'start' }, frame) as Promise<ReplaceState | undefined>,
    press: (action: 'show' | 'hide' | 'ahead' | 'stop-ahead', frame = TOP) =>
      ask({ ask: 'press', action }, frame) as Promise<ReplaceState>,
    ahead: (...names: string[]) => ask({ ask: 'ahead', pictures: picturesOf(...names) }),
    look: (...names: string[]) =>
      ask({ ask: 'look', pictures: picturesOf(...names) }) as Promise<LookAnswer>,
    /** Switches the gallery on, with a limit if there is one. */
    async switchOn(limit?: number, most = 3): Promise<void> {
      await replaceSites.switchOn(GALLERY, 1);
      if (limit !== undefined) await replaceSites.change(GALLERY, { ahead: most, limit });
    },
  };
}

export type ReplaceWorld = ReturnType<typeof createReplaceWorld>;
