import {
  defineExtensionMessaging,
  type GetDataType,
  type GetReturnType,
} from '@webext-core/messaging';
import type { ImageFacts } from '@/lib/images/formats/types';
import type { SiteName } from '@/lib/jimeng/model/sites';
import type { Target } from '@/lib/jimeng/model/tools';
import type { NewBatch } from '@/lib/jobs/engine/batch-commands';
import type { BatchAnswer, BatchQuestion } from '@/lib/jobs/model/batch';
import type { Job, Upscaler, Wish } from '@/lib/jobs/model/job';
import type { Question } from '@/lib/jobs/model/job-event';
import type { UsualCosts } from '@/lib/jobs/rules/known-cost';
import type { PageOrigin } from '@/lib/sources/origin';
import type { OtherJars } from './access/session';
import type { ConnectionState } from './connection';
import type {
  CutRequest,
  FileRequest,
  JoinRequest,
  MadeFile,
  PreparedFacts,
  PrepareRequest,
  RestoreRequest,
  ZipEntry,
  ZipNameRequest,
} from './document-requests';
import type { ReplaceOverview, ShowOutcome } from './replace/outcome';

/** The account that the next image would use, as our own pages know it. Never holds a credential. */
export interface AccountReport {
  site: SiteName;
  /** Another site that is signed in as well. */
  other?: SiteName;
  state: 'unknown' | 'signed-in' | 'signed-out' | 'no-access';
  credits?: { total: number };
  /** Signed out here, but perhaps signed in in a cookie jar that the extension's requests do not use. */
  otherJars?: OtherJars;
}

/** Pictures that were picked together, and how to upscale them. The settings decide the rest. */
export interface BatchRequest
  extends Omit<NewBatch, 'options' | 'pictures'>,
    Pick<Wish, 'target' | 'site'> {
  /** In the order in which they are to be upscaled. */
  pictures: readonly BatchPicture[];
}

/** An image of a page, or a file that `handIn` has put into the store. `index`: its place on the page, from 1. */
type BatchPicture = { name: string; index: number } & (
  | { kind: 'page'; origin: PageOrigin }
  | { kind: 'file'; id: string }
);

/**
 * Every message between our contexts. Pages command and the background acts; the background gives work to
 * the offscreen document. `message-schemas.ts` has the allowed senders and the valid data.
 *
 * Web pages send three messages that are not in here: a choice (tabs/finder.ts), a press of a toast button
 * (tabs/toast.ts), and the questions of a replacer (replace/requests.ts). A web page can forge them, so they are no
 * commands: the first two name a random id, and the background looks up what it stored under that id for that frame. A
 * replacer learns what its frame may know, and what it orders the person has allowed for its host. The injected scripts
 * are kept small, too, and send them without a library.
 */
export interface Protocol {
  /** New files are in the store. */
  handedIn(): void;
  /** Starts pick mode in the active tab. */
  pick(target: Target): void;
  save(jobId: string): void;
  /** Saves with the dialog of the browser. */
  saveAs(jobId: string): void;
  /** Orders the image of a job again; answers with the id of the new job, if one was created. */
  upscaleAgain(request: {
    jobId: string;
    options: { target: Target; upscaler: Upscaler };
  }): string | undefined;
  /** Upscales pictures that were picked together. Sent again with the same id, it changes nothing. */
  addBatch(request: BatchRequest): void;
  /** Starts a batch of handed-in images that waits for the person. */
  startBatch(request: { id: string; target: Target; budget?: number }): void;
  discardBatch(waitingId: string): void;
  /** Begins no new work at all, or goes on. */
  pauseAll(state: 'on' | 'off'): void;
  pauseBatch(batchId: string): void;
  resumeBatch(batchId: string): void;
  /** Without a budget, credits, the batch has no limit. */
  setBatchBudget(request: { batchId: string; budget?: number }): void;
  /** Cancels the rows of a batch that have no order under way. */
  cancelBatchRest(batchId: string): void;
  /** Retries the failed rows of a batch whose retry is free. */
  retryBatchFailed(batchId: string): void;
  /** Gives all rows of a batch that ask the same the same answer. */
  answerBatch(request: { batchId: string; question: BatchQuestion; answer: BatchAnswer }): void;
  /** Removes all rows of a batch. */
  removeBatch(batchId: string): void;
  retry(jobId: string): void;
  retryWith(request: { jobId: string; target: Target }): void;
  cancel(jobId: string): void;
  remove(jobId: string): void;
  saveAll(jobIds: readonly string[]): void;
  /** Saves results as one ZIP, in this order. Answers whether it was begun; not while one is being made. */
  saveZip(jobIds: readonly string[]): boolean;
  /** Stops packing the ZIP, or takes note of what became of it. */
  dismissZip(): void;
  /** Retries the jobs whose retry is free. */
  retryAll(jobIds: readonly string[]): void;
  removeAll(jobIds: readonly string[]): void;
  /** Removes every job that has ended. */
  clearHistory(): void;
  /** Undoes the removal at this time, Unix ms. */
  undoRemoval(at: number): void;
  /** Adds the jobs of an exported history that are missing here; answers how many. */
  importRows(jobs: readonly Job[]): number;
  /** Removes a duplicate and answers with the id of the job it duplicates; undefined if that is gone. */
  useExisting(jobId: string): string | undefined;
  /** Uploads and orders again with the current session. */
  startOver(jobId: string): void;
  /** `asked`: what the person was asked. */
  upscaleAnyway(answer: { jobId: string; asked: Question['reason'] }): void;
  /** Sends the order through the service's own page, if the person has agreed to that. */
  continueInPage(jobId: string): void;
  skipPage(jobId: string): void;
  keepOriginal(jobId: string): void;
  useScreen(jobId: string): void;
  /** Upscales the image on the page instead of the larger version that was taken, as a new job. */
  useShown(jobId: string): void;
  /** Shows results on their page, which may open in a new tab. Answers once they are there, or why they are not. */
  showResults(jobIds: readonly string[]): ShowOutcome;
  /** The same for all that is done of a batch. */
  showBatchResults(batchId: string): ShowOutcome;
  /** Shows the originals again. */
  hideResults(jobIds: readonly string[]): void;
  hideBatchResults(batchId: string): void;
  /** Shows results, or switches a host on, as soon as its pattern may be accessed. */
  wantReplaced(wish: { pattern: string; jobIds?: readonly string[] }): void;
  /** Where results are shown now. */
  replaceOverview(): ReplaceOverview;
  /** A page was opened, or shows what has just ended: clears the badge for failures and for what was done. */
  opened(): void;
  /** Answers with the latest report at once; a refresh follows on the `account` channel. */
  account(): AccountReport;
  /** Starts the check of the connection to the account's site; answers false without consent. */
  checkConnection(): boolean;
  /** The connection check and the recording now. Changes follow on the `connection` channel. */
  connection(): ConnectionState;
  /** Starts or ends the recording. */
  record(state: 'on' | 'off'): void;
  /** Answers with the report of the check and the recording, JSON text. */
  connectionReport(): string;
  /** Recent costs of orders with the chosen upscaler. */
  costs(): UsualCosts;
  /** Creates an object URL of stored bytes, in the offscreen document. */
  createObjectUrl(blobKey: string): string;
  /** Answers with the number of object URLs and unfinished ZIPs still in use. */
  revokeObjectUrl(url: string): number;
  objectUrlsInUse(): number;
  /** Work for the offscreen document, as in `DocumentWork`. */
  inspectPicture(blobKey: string): ImageFacts;
  preparePicture(request: PrepareRequest): PreparedFacts;
  restoreTransparency(request: RestoreRequest): { bytes: number };
  cutPart(request: CutRequest): { bytes: number };
  joinParts(request: JoinRequest): { width: number; height: number };
  makeFile(request: FileRequest): MadeFile;
  nameZip(request: ZipNameRequest): string;
  /** Work on a ZIP, as in `ZipWork`. */
  openZip(id: string): boolean;
  addToZip(entry: ZipEntry): { isPacked: boolean };
  closeZip(id: string): string;
  discardZip(id: string): boolean;
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
