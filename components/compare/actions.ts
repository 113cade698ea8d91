import type { Target } from '@/lib/jimeng/model/tools';
import type { Upscaler } from '@/lib/jobs/model/job';

/** How to upscale the same picture once more. */
export interface UpscaleAgainOptions {
  target: Target;
  upscaler: Upscaler;
}

/** Everything the compare page can ask for. */
export interface CompareActions {
  save(): void;
  /** Saves where the person says, under the name they give. */
  saveAs(): void;
  /** Puts the result on the clipboard; resolves with whether it is there. Called inside the click. */
  copy(): Promise<boolean>;
  /** Shows the result alone, in a tab of its own. */
  open(): void;
  /** Opens the page the picture was found on. */
  openPage(): void;
  /** Orders the same picture once more, in a new row. */
  upscaleAgain(options: UpscaleAgainOptions): void;
}
