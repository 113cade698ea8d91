import { browser } from 'wxt/browser';
import type { Candidate, Finding } from '@/lib/finder/candidate';
import type { Finder, FinderMessage, FindRequest } from '@/lib/finder/finder';
import type { WordsData } from '@/lib/finder/words';
import { type Place, runInFrame } from './inject';

/** What was chosen on a page. */
export interface Choice {
  place: Place;
  pageUrl: string;
  pageTitle: string;
  frameUrl: string;
  requestId: string;
  candidate?: Candidate;
  finding?: Finding;
}

/** Puts the finder into a frame. @throws if the frame is out of reach */
async function inject({ tabId, frameId }: Place): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: ['/finder.js'],
  });
}

/** Looks for the image that is meant. @throws if the frame is out of reach */
export async function findImage(place: Place, request: FindRequest): Promise<Finding> {
  await inject(place);
  return runInFrame(
    place,
    (asked: FindRequest) =>
      (globalThis as unknown as { upscaleFinder: Finder }).upscaleFinder.find(asked),
    [request],
  );
}

/** Lets the person choose between candidates; the answer arrives at `onChoice`. */
export async function chooseImage(
  place: Place,
  candidates: Candidate[],
  words: WordsData,
  requestId: string,
): Promise<void> {
  await runInFrame(
    place,
    (shown: Candidate[], said: WordsData, id: string) =>
      (globalThis as unknown as { upscaleFinder: Finder }).upscaleFinder.choose(shown, said, id),
    [candidates, words, requestId],
  );
}

/** Lets the person point at an image; the answer arrives at `onChoice`. @throws if out of reach */
export async function pickImage(place: Place, words: WordsData, requestId: string): Promise<void> {
  await inject(place);
  await runInFrame(
    place,
    (said: WordsData, id: string) =>
      (globalThis as unknown as { upscaleFinder: Finder }).upscaleFinder.pick(said, id),
    [words, requestId],
  );
}

function isFinderMessage(message: unknown): message is FinderMessage {
  const { type, requestId } = (message ?? {}) as Partial<FinderMessage>;
  return type === 'finder-chose' && typeof requestId === 'string';
}

/** Registers a listener for choices made on pages. Call it in the first synchronous turn. */
export function onChoice(listener: (choice: Choice) => void): void {
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    // The finder runs in our own isolated world; nobody else's words are taken for a choice.
    if (!isFinderMessage(message) || sender.id !== browser.runtime.id) return;
    if (sender.tab?.id === undefined) return;
    const { requestId, candidate, finding } = message;
    listener({
      place: { tabId: sender.tab.id, frameId: sender.frameId ?? 0 },
      pageUrl: sender.tab.url ?? sender.url ?? '',
      pageTitle: sender.tab.title ?? '',
      frameUrl: sender.url ?? sender.tab.url ?? '',
      requestId,
      ...(candidate && { candidate }),
      ...(finding && { finding }),
    });
  });
}
