import { browser } from 'wxt/browser';
import { createTurns } from '@/lib/async/turns';
import type { Wish } from '@/lib/jobs/model/job';
import type { Candidate } from '@/lib/page/find/candidate';
import type { Place } from './inject';

/** The frame and page of a request. */
export interface PageMoment extends Place {
  pageUrl: string;
  pageTitle: string;
  frameUrl: string;
}

/** A question in a page: which image does the person mean? */
export interface Question {
  /** A random id, which other pages cannot know. */
  id: string;
  moment: PageMoment;
  /** The browser's id of the document that shows the question; absent where it has none. */
  documentId?: string | undefined;
  wish: Wish;
  /** Candidates of the chooser, in its order; absent in pick mode. */
  candidates?: Candidate[];
  /** Whether pick mode offered to hide the menu entry that led to it. */
  offersHiding?: boolean;
}

/** Sender of an answer, as the browser reports it. */
export interface Answerer {
  tabId: number;
  frameId: number;
  documentId?: string | undefined;
  url?: string | undefined;
}

/** The stored form. */
interface Stored extends Question {
  askedAt: number;
}

const KEY = 'questions';
/** Most open questions; a new one of a frame replaces the one before. */
const REMEMBERED = 8;
/** Later answers are ignored, ms. An idle chooser closes long before. */
const VALID_MS = 30 * 60_000;

/** Writes one after the other: each reads the result of the one before. */
const inTurn = createTurns();

function change<T>(work: (open: Stored[]) => { open: Stored[]; result: T }): Promise<T> {
  return inTurn(async () => {
    const { open, result } = work(await readOpen());
    await browser.storage.session.set({ [KEY]: open });
    return result;
  });
}

async function readOpen(): Promise<Stored[]> {
  const open = ((await browser.storage.session.get(KEY))[KEY] as Stored[] | undefined) ?? [];
  return open.filter(({ askedAt }) => Math.abs(Date.now() - askedAt) < VALID_MS);
}

/** Stores a question before it is shown. @throws if the session storage is full */
export function noteQuestion(question: Question): Promise<void> {
  return change((open) => ({
    open: [...open, { ...question, askedAt: Date.now() }].slice(-REMEMBERED),
    result: undefined,
  }));
}

/**
 * Removes and returns the question of an answer, so that a second answer finds none.
 * @returns undefined if it is unknown, already answered, too old, or from another frame
 */
export function takeQuestion(id: string, answerer: Answerer): Promise<Question | undefined> {
  return change((open) => {
    const question = open.find((each) => each.id === id && isAsked(each, answerer));
    return { open: open.filter((each) => each !== question), result: question };
  });
}

/** Removes and returns all questions of a tab, oldest first. */
export function takeQuestionsOf(tabId: number): Promise<Question[]> {
  return change((open) => ({
    open: open.filter(({ moment }) => moment.tabId !== tabId),
    result: open.filter(({ moment }) => moment.tabId === tabId),
  }));
}

function isAsked({ moment, documentId }: Question, answerer: Answerer): boolean {
  if (moment.tabId !== answerer.tabId || moment.frameId !== answerer.frameId) return false;
  if (documentId && answerer.documentId) return documentId === answerer.documentId;
  // Without document ids, compare the origins; `about:` frames have none.
  const [asked, answering] = [moment.frameUrl, answerer.url ?? ''].map((url) => URL.parse(url));
  const isOfWeb = (url: URL | null | undefined) => url?.protocol.startsWith('http') ?? false;
  return !isOfWeb(asked) || !isOfWeb(answering) || asked?.origin === answering?.origin;
}
