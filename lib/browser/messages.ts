import { browser } from 'wxt/browser';
import type { ImageFacts, PreparedImage } from '@/lib/images/formats/types';
import type { Target } from '@/lib/jimeng/model/tools';
import type { Job, Upscaler } from '@/lib/jobs/model/job';
import type { UsualCosts } from '@/lib/jobs/rules/known-cost';
import type { OtherJars } from './access/session';
import type { FileRequest, MadeFile, PrepareRequest } from './document-requests';

/** What our own pages know about the account. Never contains a credential. */
export interface AccountReport {
  state: 'unknown' | 'signed-in' | 'signed-out' | 'no-access';
  credits?: { total: number };
  /** Signed out here, but maybe signed in inside a cookie jar that an extension's requests do not use. */
  otherJars?: OtherJars;
}

/**
 * Every message between our contexts: pages command, the background acts. `message-schemas.ts` says who may
 * send which, and with what data.
 */
export interface Protocol {
  /** Files are waiting in the store. */
  handedIn(): void;
  /** Starts pick mode on the current page. */
  pick(target: Target): void;
  save(jobId: string): void;
  /** Asks for a folder and a name. */
  saveAs(jobId: string): void;
  /** Orders the image of a job again; answers with the id of the new job, if there is one. */
  again(request: {
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
  /** Removes every job that has ended. */
  clearHistory(): void;
  /** Undoes the removal of that moment, Unix ms. */
  undoRemoval(at: number): void;
  /** Adds the jobs of an exported history that are missing here; answers how many. */
  importRows(jobs: readonly Job[]): number;
  /** Removes a duplicate and answers with the id of the other job; undefined if that is gone. */
  useExisting(jobId: string): string | undefined;
  /** Uploads and orders with the account that is signed in now. */
  startOver(jobId: string): void;
  upscaleAnyway(jobId: string): void;
  keep(jobId: string): void;
  useScreen(jobId: string): void;
  /** A page was opened, so the person has seen the failures that the badge reports. */
  opened(): void;
  /** The known report; a fresh one follows as a ping on the `account` channel. */
  account(): AccountReport;
  /** Usual cost of recent orders with the chosen upscaler. */
  costs(): UsualCosts;
  /** Asks the offscreen document for an object URL of stored bytes. */
  createObjectUrl(blobKey: string): string;
  /** Answers with the number of object URLs still in use. */
  revokeObjectUrl(url: string): number;
  objectUrlsInUse(): number;
  /** Requests to the offscreen document, as in `DocumentWork`. */
  inspectPicture(blobKey: string): ImageFacts;
  preparePicture(request: PrepareRequest): Omit<PreparedImage, 'image'>;
  makeFile(request: FileRequest): MadeFile;
}

export type Name = keyof Protocol;
export type Data<N extends Name> = Parameters<Protocol[N]>[0];
export type Answer<N extends Name> = ReturnType<Protocol[N]>;

/** Wire format of a message and its answer. Only these three members of an error are sent. */
interface Message {
  type: Name;
  data: unknown;
}
export type Reply =
  | { done: unknown }
  | { failed: { name: string; message: string; code?: unknown } };

/**
 * Sends a message to all other contexts of ours, one of which answers.
 * @throws what the answering side threw; `no response` if nothing answers
 */
export async function sendMessage<N extends Name>(
  type: N,
  ...[data]: Parameters<Protocol[N]>
): Promise<Answer<N>> {
  const message: Message = { type, data };
  const reply: Reply | undefined = await browser.runtime.sendMessage(message);
  if (!reply) throw new Error('no response');
  if ('failed' in reply) throw Object.assign(new Error(), reply.failed);
  return reply.done as Answer<N>;
}
