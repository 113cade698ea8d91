import type { Target } from '@/lib/jimeng/model/tools';
import type { Upscaler } from '@/lib/jobs/model/job';
import type { Point, Size } from './geometry';

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
  /** Copies a part of the result, px of it. Must be called inside the click. */
  copyPart(part: Point & Size): Promise<boolean>;
  /** Opens the result in a new tab. */
  open(): void;
  /** Opens the page the image was found on. */
  openPage(): void;
  /** Orders the same image again, as a new job. */
  upscaleAgain(options: UpscaleAgainOptions): void;
  /** Shows the image before (-1) or after (1) this one, if there is one. */
  step(by: 1 | -1): void;
  /** Notes that the image stays, and shows the next one. */
  keep(): void;
  /** Removes the image from the history, and shows the next one. */
  discard(): void;
  /** Brings back what was discarded last. */
  undo(): void;
  /** Puts the result of a job on the left; undefined for the source. */
  chooseLeft(jobId: string | undefined): void;
  /** Puts the result of another job on the right. */
  chooseRight(jobId: string): void;
}
