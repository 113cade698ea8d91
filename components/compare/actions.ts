import type { Target } from '@/lib/jimeng/model/tools';
import type { Upscaler } from '@/lib/jobs/model/job';

/** Options for upscaling the same image again. */
export interface AgainOptions {
  target: Target;
  upscaler: Upscaler;
}

/** The actions of the compare page. */
export interface CompareActions {
  save(): void;
  /** Saves under a path and name that the person chooses. */
  saveAs(): void;
  /** Copies the result to the clipboard; resolves with whether that worked. Call it inside the click. */
  copy(): Promise<boolean>;
  /** Opens the result in a tab of its own. */
  open(): void;
  /** Opens the page where the image was found. */
  openPage(): void;
  /** Orders the same image again, as a new job. */
  again(options: AgainOptions): void;
}
