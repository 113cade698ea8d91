import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import type { Candidate, Finding } from '@/lib/page/find/candidate';
import type { Finder, FindRequest } from '@/lib/page/finder';
import type { WordsData } from '@/lib/page/ui/words';
import { parseFinding } from './finding-schema';
import { type Place, runInFrame } from './inject';
import { withAddress, withDigest } from './long-address';
import {
  type Answerer,
  noteQuestion,
  type Question,
  takeQuestion,
  takeQuestionsOf,
} from './questions';

/** A choice on a page. Everything but `finding` comes from the stored question. */
export interface Choice extends Pick<Question, 'moment' | 'wish'> {
  candidate?: Candidate;
  /** The finding of pick mode. */
  finding?: Finding;
  /** The person wants the menu entry hidden that led to pick mode, and was offered that. */
  hideEntry?: true;
}

/** A question before the browser has reported the document. */
export type NewQuestion = Pick<Question, 'id' | 'moment' | 'wish'>;

type World = { upscaleFinder?: Finder };

/** @returns Chrome's id of the document. @throws if the frame is out of reach */
async function inject({ tabId, frameId }: Place): Promise<string | undefined> {
  const [injection] = await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: ['/finder.js'],
  });
  return injection?.documentId;
}

/**
 * Finds the image that the person means.
 * @param frameUrl address of the frame
 * @throws if the frame is out of reach, or if its answer is invalid
 */
export async function findImage(
  place: Place,
  request: FindRequest,
  frameUrl: string,
): Promise<Finding> {
  await inject(place);
  const said: unknown = await runInFrame(
    place,
    (asked: FindRequest) => (globalThis as World).upscaleFinder?.find(asked),
    [request],
  );
  const finding = parseFinding(said, frameUrl);
  if (!finding) throw new Error('invalid finding');
  return finding;
}

/**
 * Whether an image can be found at an element of an open menu, in Firefox.
 * @throws if the frame is out of reach
 */
export async function isImageAt(place: Place, targetElementId: number): Promise<boolean> {
  await inject(place);
  const said = await runInFrame(
    place,
    (id: number) => (globalThis as World).upscaleFinder?.sees(id),
    [targetElementId],
  );
  return said !== false;
}

/** A frame of a tab, and its address. */
export interface PointedFrame {
  frameId: number;
  frameUrl: string;
}

/**
 * The frame under the pointer, if it is not the top frame. Searches only frames within reach.
 * @returns undefined if no frame or more than one has the pointer
 * @throws if the tab is out of reach
 */
export async function frameUnderPointer(tabId: number): Promise<PointedFrame | undefined> {
  const answers = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: addressIfPointedAt,
  });
  const pointed = answers.flatMap(({ frameId, result }) =>
    frameId !== 0 && typeof result === 'string' ? [{ frameId, frameUrl: result }] : [],
  );
  return pointed.length === 1 ? pointed[0] : undefined;
}

/** Injected. The address of this frame if the pointer is in it and not in a child frame. */
function addressIfPointedAt(): string | null {
  // Call it through the prototype: an image named "querySelectorAll" hides the method.
  const hovered: NodeListOf<Element> = Document.prototype.querySelectorAll.call(document, ':hover');
  const innermost = hovered[hovered.length - 1];
  const isInside = innermost && !Element.prototype.matches.call(innermost, 'iframe, frame');
  return isInside ? window.location.href : null;
}

/** Shows the chooser; the answer arrives at `onChoice`. */
export async function chooseImage(
  asked: NewQuestion,
  candidates: Candidate[],
  words: WordsData,
): Promise<void> {
  const documentId = await inject(asked.moment);
  await noteQuestion({
    ...asked,
    documentId,
    candidates: await Promise.all(candidates.map(withDigest)),
  });
  await runInFrame(
    asked.moment,
    (shown: Candidate[], said: WordsData, id: string) =>
      (globalThis as World).upscaleFinder?.choose(shown, said, id),
    [candidates, words, asked.id],
  );
}

/** Starts pick mode; the answer arrives at `onChoice`. @throws if the frame is out of reach */
export async function pickImage(asked: NewQuestion, words: WordsData): Promise<void> {
  const documentId = await inject(asked.moment);
  const offersHiding = words.hideEntry !== undefined;
  await noteQuestion({ ...asked, documentId, ...(offersHiding && { offersHiding }) });
  await runInFrame(
    asked.moment,
    (said: WordsData, id: string) => (globalThis as World).upscaleFinder?.pick(said, id),
    [words, asked.id],
  );
}

/** Says in the page that the menu entry is hidden now. @throws if the frame is out of reach */
export async function sayHidden(place: Place, words: WordsData): Promise<void> {
  await inject(place);
  await runInFrame(
    place,
    (said: WordsData) => (globalThis as World).upscaleFinder?.sayHidden(said),
    [words],
  );
}

/**
 * Closes the chooser and pick mode in all frames of a tab.
 * @returns whether one was open
 */
export async function closeFinders(tabId: number): Promise<boolean> {
  const questions = await takeQuestionsOf(tabId);
  const closed = await Promise.all(
    questions.map(({ id, moment }) =>
      runInFrame(
        moment,
        (asked: string) => (globalThis as World).upscaleFinder?.close(asked) ?? false,
        [id],
      ).catch(() => false),
    ),
  );
  return closed.includes(true);
}

/** Message of the finder. The finding is validated later, against the frame of the question. */
const answerSchema = v.object({
  type: v.literal('finder-chose'),
  requestId: v.pipe(v.string(), v.uuid()),
  index: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  address: v.optional(v.string()),
  finding: v.optional(v.unknown()),
  hideEntry: v.optional(v.literal(true)),
});

type Answer = v.InferOutput<typeof answerSchema>;

/**
 * Registers a listener for choices on pages. Call it in the first synchronous turn.
 */
export function onChoice(listener: (choice: Choice) => void): void {
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    void readChoice(message, sender).then((choice) => choice && listener(choice));
  });
}

/**
 * The choice that a message makes. An answer counts once, and only for an open question of its frame.
 * It names a candidate by its index in the stored list.
 * @param message any message that reached the extension
 * @returns undefined if the message makes no choice
 */
export async function readChoice(
  message: unknown,
  sender: Browser.runtime.MessageSender,
): Promise<Choice | undefined> {
  const tabId = sender.tab?.id;
  if (sender.id !== browser.runtime.id || tabId === undefined) return undefined;
  const { success, output } = v.safeParse(answerSchema, message);
  return success ? choiceOf(output, { ...sender, tabId, frameId: sender.frameId ?? 0 }) : undefined;
}

async function choiceOf(answer: Answer, answerer: Answerer): Promise<Choice | undefined> {
  const question = await takeQuestion(answer.requestId, answerer);
  if (!question) return undefined;
  const { moment, wish, candidates, offersHiding } = question;
  if (!candidates) {
    if (answer.hideEntry) return offersHiding ? { moment, wish, hideEntry: true } : undefined;
    const finding = parseFinding(answer.finding, moment.frameUrl);
    return finding && { moment, wish, finding };
  }
  const chosen = answer.index === undefined ? undefined : candidates[answer.index];
  const candidate = chosen && (await withAddress(chosen, answer.address));
  return candidate && { moment, wish, candidate };
}
