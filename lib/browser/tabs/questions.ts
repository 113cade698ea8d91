import { browser } from 'wxt/browser';
import type { Target } from '@/lib/jimeng/model/tools';
import type { Candidate } from '@/lib/page/find/candidate';
import type { Place } from './inject';

/** Where on which page something was asked for. */
export interface PageMoment extends Place {
  pageUrl: string;
  pageTitle: string;
  frameUrl: string;
}

/** A question that a page shows the person: which image is meant. */
export interface Question {
  /** A random id. A page that was not asked cannot know it. */
  id: string;
  moment: PageMoment;
  /** Chrome's name for the document that was asked; absent where the browser gives none. */
  documentId?: string | undefined;
  target: Target;
  /** What the chooser shows, in its order; absent while the person points at an image. */
  candidates?: Candidate[];
}

/** Who answers, as the browser tells. */
export interface Answerer {
  tabId: number;
  frameId: number;
  documentId?: string | undefined;
  url?: string | undefined;
}

/** How it is stored. Large addresses would fill the 10 MB of the session storage. */
interface Stored extends Question {
  askedAt: number;
}

const KEY = 'questions';
/** More are never open: a new one of a frame replaces the one before. */
const REMEMBERED = 8;
/** Afterwards an answer is taken for none, ms. The chooser closes long before if nobody uses it. */
const VALID_MS = 30 * 60_000;

/** Changes one after the other: each reads what the one before has written. */
let changing: Promise<unknown> = Promise.resolve();

function change<T>(work: (open: Stored[]) => { open: Stored[]; result: T }): Promise<T> {
  const turn = changing
    .catch(() => undefined)
    .then(async () => {
      const { open, result } = work(await readOpen());
      await browser.storage.session.set({ [KEY]: open });
      return result;
    });
  changing = turn;
  return turn;
}

async function readOpen(): Promise<Stored[]> {
  const open = ((await browser.storage.session.get(KEY))[KEY] as Stored[] | undefined) ?? [];
  return open.filter(({ askedAt }) => Math.abs(Date.now() - askedAt) < VALID_MS);
}

/** Notes a question before it is shown. @throws if the browser's session storage takes no more */
export function noteQuestion(question: Question): Promise<void> {
  return change((open) => ({
    open: [...open, { ...question, askedAt: Date.now() }].slice(-REMEMBERED),
    result: undefined,
  }));
}

/**
 * Takes the question that is answered, so that no second answer finds it.
 * @returns undefined if it was never asked, is answered, is too old, or was asked elsewhere
 */
export function takeQuestion(id: string, answerer: Answerer): Promise<Question | undefined> {
  return change((open) => {
    const question = open.find((each) => each.id === id && isAsked(each, answerer));
    return { open: open.filter((each) => each !== question), result: question };
  });
}

/** Takes all questions of a tab, oldest first. */
export function takeQuestionsOf(tabId: number): Promise<Question[]> {
  return change((open) => ({
    open: open.filter(({ moment }) => moment.tabId !== tabId),
    result: open.filter(({ moment }) => moment.tabId === tabId),
  }));
}

function isAsked({ moment, documentId }: Question, answerer: Answerer): boolean {
  if (moment.tabId !== answerer.tabId || moment.frameId !== answerer.frameId) return false;
  if (documentId && answerer.documentId) return documentId === answerer.documentId;
  // Without document ids the site is what can be compared; `about:` frames have none of their own.
  const [asked, answering] = [moment.frameUrl, answerer.url ?? ''].map((url) => URL.parse(url));
  const isOfWeb = (url: URL | null | undefined) => url?.protocol.startsWith('http') ?? false;
  return !isOfWeb(asked) || !isOfWeb(answering) || asked?.origin === answering?.origin;
}
