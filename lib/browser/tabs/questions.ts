import { browser } from 'wxt/browser';
import type { Target } from '@/lib/jimeng/model/tools';
import type { Candidate } from '@/lib/page/find/candidate';
import type { Place } from './inject';

/** The page and frame of a request. */
export interface PageMoment extends Place {
  pageUrl: string;
  pageTitle: string;
  frameUrl: string;
}

/** An open question on a page: which image does the person mean? */
export interface Question {
  /** A random id, which other pages cannot know. */
  id: string;
  moment: PageMoment;
  /** Chrome's id of the document; absent if the browser has none. */
  documentId?: string | undefined;
  target: Target;
  /** The candidates in the chooser's order; absent in pick mode. */
  candidates?: Candidate[];
}

/** The sender of an answer, as the browser reports it. */
export interface Answerer {
  tabId: number;
  frameId: number;
  documentId?: string | undefined;
  url?: string | undefined;
}

/** Stored form. Long addresses would fill the 10 MB of session storage. */
interface Stored extends Question {
  askedAt: number;
}

const KEY = 'questions';
/** Maximum open questions; a new one in a frame replaces the previous one. */
const REMEMBERED = 8;
/** Answers after this time are ignored, ms. An unused chooser closes long before. */
const VALID_MS = 30 * 60_000;

/** Serialises changes: each reads what the previous one has written. */
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

/** Records a question before it is shown. @throws if session storage is full */
export function noteQuestion(question: Question): Promise<void> {
  return change((open) => ({
    open: [...open, { ...question, askedAt: Date.now() }].slice(-REMEMBERED),
    result: undefined,
  }));
}

/**
 * Takes the answered question, so that a second answer finds none.
 * @returns undefined if it was never asked, is already answered, is too old, or was asked elsewhere
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
  // Without document ids, compares the origins; `about:` frames have none of their own.
  const [asked, answering] = [moment.frameUrl, answerer.url ?? ''].map((url) => URL.parse(url));
  const isOfWeb = (url: URL | null | undefined) => url?.protocol.startsWith('http') ?? false;
  return !isOfWeb(asked) || !isOfWeb(answering) || asked?.origin === answering?.origin;
}
