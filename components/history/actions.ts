import type { Target } from '@/lib/jimeng/model/tools';
import type { Job } from '@/lib/jobs/model/job';

/** Everything the interface can ask for. The page that mounts it decides how. */
export interface Actions {
  save(id: string): void;
  /** Saves where the person says, under the name they give. */
  saveAs(id: string): void;
  /** Puts the result on the clipboard; resolves with whether it is there. Called inside the click. */
  copy(id: string): Promise<boolean>;
  /** Opens the page on which before and after are compared. */
  compare(id: string): void;
  /** Opens that page where the same picture can be ordered with other options. */
  upscaleAgain(id: string): void;
  retry(id: string): void;
  cancel(id: string): void;
  remove(id: string): void;
  /** Opens the page the image was found on. */
  openPage(job: Job): void;
  /** Asks for access to the host a row waits for, or to all sites. Called inside the click, which a permission prompt needs. */
  allow(job: Job, scope: 'host' | 'everywhere'): void;
  /** Asks for access to the service's own sites. Called inside the click. */
  allowService(): void;
  signIn(): void;
  /** Opens the page that says what leaves the computer, and asks for consent. */
  openWelcome(): void;
  openService(): void;
  /** Uploads and orders with the account that is signed in now. */
  startOver(id: string): void;
  /** Starts the row again with another size. */
  useTarget(id: string, target: Target): void;
  /** Shows the earlier result of the same picture instead of buying it again. */
  useExisting(id: string): void;
  upscaleAnyway(id: string): void;
  /** Keeps a picture that is large enough as it is; nothing is ordered. */
  keepOriginal(id: string): void;
  /** Takes the picture as it is shown on the screen, instead of asking for access. */
  useScreen(id: string): void;
  addFiles(files: File[], target: Target): void;
  setTarget(target: Target): void;
  /** Lets the person pick an image on the page of the current tab. Called inside the click. */
  pickImage(): void;
  openOptions(): void;
  /** The notice of a full disk has been read. */
  dismissFull(): void;
}
