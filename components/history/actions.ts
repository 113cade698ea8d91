import type { Intake } from '@/lib/intake/given';
import type { Offered } from '@/lib/intake/offered';
import type { SiteName } from '@/lib/jimeng/model/sites';
import type { Target } from '@/lib/jimeng/model/tools';
import type { Job } from '@/lib/jobs/model/job';
import type { LoginPlace } from '@/lib/jobs/model/site';

/** What a person can do with jobs. The page that mounts the history implements it. */
export interface Actions {
  save(id: string): void;
  /** Saves after asking for a name and a place. */
  saveAs(id: string): void;
  /** Copies the result to the clipboard; resolves with whether that worked. Must be called inside the click. */
  copy(id: string): Promise<boolean>;
  /** Opens the compare page. */
  compare(id: string): void;
  /** Opens the compare page at the form for another order. */
  upscaleAgain(id: string): void;
  retry(id: string): void;
  cancel(id: string): void;
  remove(id: string): void;
  /** Opens the page where the image was found. */
  openPage(job: Job): void;
  /** Requests access to the job's host or to all sites. Must be called inside the click: the prompt needs it. */
  allow(job: Job, scope: 'host' | 'everywhere'): void;
  /** Requests access to the service's sites. Must be called inside the click. */
  allowService(): void;
  /** Opens the page where a person signs in, in the container of the login. */
  signIn(place: LoginPlace): void;
  /** Opens the welcome page, which asks for consent. */
  openWelcome(): void;
  /** Opens the site, in the container of the login. */
  openService(place: LoginPlace): void;
  /** Makes a site the one for the next images, while several are signed in. */
  useSite(site: SiteName): void;
  /** Whether the person has agreed that a site's own page sends orders. */
  mayUsePage(site: SiteName): Promise<boolean>;
  /** Agrees to that, for the jobs that the person continues there. */
  agreeToPage(site: SiteName): Promise<void>;
  /** Sends the job's order through the service's own page. Needs the agreement. */
  continueInPage(id: string): void;
  /** Sends it as usual, without that page. */
  skipPage(id: string): void;
  /** Uploads and orders with the account that is signed in now, instead of the job's first account. */
  startOver(id: string): void;
  /** Restarts the job with another size. */
  useTarget(id: string, target: Target): void;
  /** Uses the earlier result of the same image instead of ordering it again. */
  useExisting(id: string): void;
  upscaleAnyway(id: string): void;
  /** Keeps an image that is large enough already; orders nothing. */
  keepOriginal(id: string): void;
  /** Captures the image from the screen instead of requesting access. */
  useScreen(id: string): void;
  useShown(id: string): void;
  /**
   * Adds what a person dropped, pasted or chose.
   * @param onAdded called with how many images were added so far
   * @returns undefined if the storage is full or cannot be opened; a notice says so
   */
  addImages(
    offered: Offered,
    target: Target,
    onAdded: (count: number) => void,
  ): Promise<Intake | undefined>;
  /** Requests access to sites of pasted addresses, by match pattern. Must be called inside the click. */
  allowPatterns(patterns: string[]): void;
  setTarget(target: Target): void;
  /** Starts pick mode on the page of the current tab. Must be called inside the click. */
  pickImage(): void;
  /** Opens the picker for the page of the current tab. */
  chooseSeveral(): void;
  openOptions(): void;
  /** Opens the connection check of the settings. */
  checkConnection(): void;
  /** Dismisses the notice about a full disk. */
  dismissFull(): void;
}
