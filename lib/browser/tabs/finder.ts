import * as v from 'valibot';
import { browser } from 'wxt/browser';
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

/** What was chosen on a page. All but `finding` is what the background knew when it asked. */
export interface Choice extends Pick<Question, 'moment' | 'target'> {
  candidate?: Candidate;
  /** Pick mode found this. */
  finding?: Finding;
}

/** What is asked, before the browser has named the document. */
export type NewQuestion = Pick<Question, 'id' | 'moment' | 'target'>;

type World = { upscaleFinder?: Finder };

/** @returns Chrome's name for the document. @throws if the frame is out of reach */
async function inject({ tabId, frameId }: Place): Promise<string | undefined> {
  const [injection] = await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: ['/finder.js'],
  });
  return injection?.documentId;
}

/**
 * Looks for the image that is meant.
 * @param frameUrl address of the frame
 * @throws if the frame is out of reach, or answers with something else
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
  if (!finding) throw new Error('The page answered with something else.');
  return finding;
}

/** A frame of a tab, and its address. */
export interface PointedFrame {
  frameId: number;
  frameUrl: string;
}

/**
 * The frame that the pointer is in, if it is not the top one. Only frames within reach are asked.
 * @returns undefined if no frame, or more than one, says so
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

/** Injected. The address of this frame if the pointer is in it, and not in a frame inside it. */
function addressIfPointedAt(): string | null {
  // Called through the prototype: an image named "querySelectorAll" hides the method.
  const hovered: NodeListOf<Element> = Document.prototype.querySelectorAll.call(document, ':hover');
  const innermost = hovered[hovered.length - 1];
  const isInside = innermost && !Element.prototype.matches.call(innermost, 'iframe, frame');
  return isInside ? window.location.href : null;
}

/** Lets the person choose between candidates; the answer arrives at `onChoice`. */
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

/** Lets the person point at an image; the answer arrives at `onChoice`. @throws if out of reach */
export async function pickImage(asked: NewQuestion, words: WordsData): Promise<void> {
  const documentId = await inject(asked.moment);
  await noteQuestion({ ...asked, documentId });
  await runInFrame(
    asked.moment,
    (said: WordsData, id: string) => (globalThis as World).upscaleFinder?.pick(said, id),
    [words, asked.id],
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

/** What the finder sends. A finding is parsed later, when it is known which frame was asked. */
const answerSchema = v.object({
  type: v.literal('finder-chose'),
  requestId: v.pipe(v.string(), v.uuid()),
  index: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  address: v.optional(v.string()),
  finding: v.optional(v.unknown()),
});

type Answer = v.InferOutput<typeof answerSchema>;

/**
 * Registers a listener for choices made on pages. Call it in the first synchronous turn. An answer
 * counts once, for a question that is open in the frame it comes from, and names a candidate by its
 * place in the list that the background keeps.
 */
export function onChoice(listener: (choice: Choice) => void): void {
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    const tabId = sender.tab?.id;
    if (sender.id !== browser.runtime.id || tabId === undefined) return;
    const { success, output } = v.safeParse(answerSchema, message);
    if (!success) return;
    const answerer = { ...sender, tabId, frameId: sender.frameId ?? 0 };
    void choiceOf(output, answerer).then((choice) => choice && listener(choice));
  });
}

async function choiceOf(answer: Answer, answerer: Answerer): Promise<Choice | undefined> {
  const question = await takeQuestion(answer.requestId, answerer);
  if (!question) return undefined;
  const { moment, target, candidates } = question;
  if (!candidates) {
    const finding = parseFinding(answer.finding, moment.frameUrl);
    return finding && { moment, target, finding };
  }
  const chosen = answer.index === undefined ? undefined : candidates[answer.index];
  const candidate = chosen && (await withAddress(chosen, answer.address));
  return candidate && { moment, target, candidate };
}
