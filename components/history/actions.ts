import type { Target } from '@/lib/jimeng/model/tools';
import type { Job } from '@/lib/jobs/model/job';

/** The actions of the interface. The page that mounts it implements them. */
export interface Actions {
  save(id: string): void;
  /** Saves under a path and name that the person chooses. */
  saveAs(id: string): void;
  /** Copies the result to the clipboard; resolves with whether that worked. Call it inside the click. */
  copy(id: string): Promise<boolean>;
  /** Opens the compare page. */
  compare(id: string): void;
  /** Opens the compare page at "Upscale again". */
  again(id: string): void;
  retry(id: string): void;
  cancel(id: string): void;
  remove(id: string): void;
  /** Opens the page where the image was found. */
  openPage(job: Job): void;
  /** Asks for access to the host a job waits for, or to all sites. Call it inside the click: the permission prompt needs it. */
  allow(job: Job, scope: 'host' | 'everywhere'): void;
  /** Asks for access to the service's own sites. Call it inside the click. */
  allowService(): void;
  signIn(): void;
  /** Opens the welcome page, which says what leaves the computer and asks for consent. */
  openWelcome(): void;
  openService(): void;
  /** Uploads and orders again with the account that is signed in now. */
  startOver(id: string): void;
  /** Restarts the job with another size. */
  useTarget(id: string, target: Target): void;
  /** Shows the earlier result of the same image instead of ordering again. */
  useExisting(id: string): void;
  upscaleAnyway(id: string): void;
  /** Keeps an image that is already large enough, without an order. */
  keepOriginal(id: string): void;
  /** Captures the image from the screen instead of asking for access. */
  useScreen(id: string): void;
  addFiles(files: File[], target: Target): void;
  setTarget(target: Target): void;
  /** Starts pick mode in the current tab. Call it inside the click. */
  pickImage(): void;
  openOptions(): void;
  /** Dismisses the notice of a full disk. */
  dismissFull(): void;
}
