import {
  defineExtensionMessaging,
  type GetDataType,
  type GetReturnType,
} from '@webext-core/messaging';
import type { ImageFacts, PreparedImage } from '@/lib/images/formats/types';
import type { Target } from '@/lib/jimeng/model/tools';
import type { Job, Upscaler } from '@/lib/jobs/model/job';
import type { UsualCosts } from '@/lib/jobs/rules/known-cost';
import type { OtherJars } from './access/session';
import type { FileRequest, MadeFile, PrepareRequest } from './document-requests';

/** What our own pages know about the account. Never holds a credential. */
export interface AccountReport {
  state: 'unknown' | 'signed-in' | 'signed-out' | 'no-access';
  credits?: { total: number };
  /** Signed out here, but perhaps not in a cookie jar that an extension's requests do not use. */
  otherJars?: OtherJars;
}

/**
 * Every message between our contexts: pages command, the background acts. Who may send which, and what it
 * must hold, is in `message-schemas.ts`.
 */
export interface Protocol {
  /** Files wait in the store. */
  handedIn(): void;
  /** Lets the person point at an image of the page in front. */
  pick(target: Target): void;
  save(jobId: string): void;
  /** Asks where to, and under which name. */
  saveAs(jobId: string): void;
  /** Orders the picture of a row once more; answers with the id of the new row, if there is one. */
  upscaleAgain(request: {
    jobId: string;
    options: { target: Target; upscaler: Upscaler };
  }): string | undefined;
  retry(jobId: string): void;
  retryWith(request: { jobId: string; target: Target }): void;
  cancel(jobId: string): void;
  remove(jobId: string): void;
  saveAll(jobIds: readonly string[]): void;
  /** Retries those that cost nothing to retry. */
  retryAll(jobIds: readonly string[]): void;
  removeAll(jobIds: readonly string[]): void;
  /** Removes every row that has ended. */
  clearHistory(): void;
  /** Undoes the removal of that moment, Unix ms. */
  undoRemoval(at: number): void;
  /** Adds the rows of an exported history that are not here yet; answers how many. */
  importRows(jobs: readonly Job[]): number;
  /** Removes a duplicate in favour of the other row, whose id is the answer; none if that one is gone. */
  useExisting(jobId: string): string | undefined;
  /** Uploads and orders with the account that is signed in now. */
  startOver(jobId: string): void;
  upscaleAnyway(jobId: string): void;
  keepOriginal(jobId: string): void;
  useScreen(jobId: string): void;
  /** A page was opened: the mark on the toolbar button has been seen. */
  opened(): void;
  /** What is known at once; a fresh look follows as a ping on the `account` channel. */
  account(): AccountReport;
  /** What orders with the chosen upscaler usually cost lately. */
  costs(): UsualCosts;
  /** Asks the offscreen document for an address of stored bytes. */
  createObjectUrl(blobKey: string): string;
  /** Answers with the number of addresses that are still in use. */
  revokeObjectUrl(url: string): number;
  objectUrlsInUse(): number;
  /** Questions to the offscreen document, as in `DocumentWork`. */
  inspectPicture(blobKey: string): ImageFacts;
  preparePicture(request: PrepareRequest): Omit<PreparedImage, 'image'>;
  makeFile(request: FileRequest): MadeFile;
}

export type Name = keyof Protocol;
export type Data<N extends Name> = GetDataType<Protocol[N]>;
export type Answer<N extends Name> = GetReturnType<Protocol[N]>;

/** Unchecked: only `message-answers.ts` registers listeners here. */
export const messenger = defineExtensionMessaging<Protocol>();

/**
 * Sends a message to all our other contexts, one of which answers.
 * @throws the error of the answering side, with its name, message and code; an error for which
 *   `isUnanswered` holds if no context answers
 */
export const { sendMessage } = messenger;

/**
 * Chrome's two messages (nothing listens; listeners, but none for this message) and the library's.
 * The library uses `chrome`, so the polyfill does not turn the second one into an empty answer.
 */
const UNANSWERED = /receiving end does not exist|message port closed|no response/i;

/** Whether a message failed because no context answers it. */
export function isUnanswered(error: unknown): boolean {
  return error instanceof Error && UNANSWERED.test(error.message);
}
