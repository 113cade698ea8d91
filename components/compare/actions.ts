import type { Target } from '@/lib/jimeng/model/tools';
import type { Upscaler } from '@/lib/jobs/model/job';

/** Options for upscaling the same image again. */
export interface UpscaleAgainOptions {
  target: Target;
  upscaler: Upscaler;
}

/** What the compare page can do. */
export interface CompareActions {
  save(): void;
  /** Saves after asking for a name and a place. */
  saveAs(): void;
  /** Copies the result to the clipboard; resolves with whether that worked. Must be called inside the click. */
  copy(): Promise<boolean>;
  /** Opens the result in a new tab. */
  open(): void;
  /** Opens the page the image was found on. */
  openPage(): void;
  /** Orders the same image again, as a new job. */
  upscaleAgain(options: UpscaleAgainOptions): void;
}
