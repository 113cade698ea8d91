import type { How } from '../find/candidate';

/** Texts of the chooser, in the person's language. */
export interface ChooserWords {
  /** Language of these texts, as a `lang` attribute. */
  language: string;
  /** "Which image?" */
  title: string;
  /** "Cancel" */
  cancel: string;
  /** "1200 × 800" */
  size(width: number, height: number): string;
  /** For a candidate with possible originals: "Larger original available" */
  larger: string;
  /** For a candidate that is not loaded: "Size unknown" */
  unknownSize: string;
  /** For the candidate with the most pixels: "Largest" */
  largest: string;
  /** "Photo", "Background", "Video frame" ... */
  kinds: Record<How, string>;
}

/** Texts of pick mode. */
export interface PickWords {
  language: ChooserWords['language'];
  /** Spoken and shown at the top: "Click an image to upscale it. Esc to cancel." */
  hint: string;
  /** "Cancel" */
  cancel: string;
  /** Button that hides the menu entry that led here; absent after any other way in. */
  hideEntry?: string;
  size: ChooserWords['size'];
  kinds: ChooserWords['kinds'];
}

/** Texts as data, because `executeScript` passes only data; `{width}` and `{height}` are placeholders. */
export interface WordsData {
  /** Language of these texts, as a `lang` attribute. */
  language: string;
  title: string;
  hint: string;
  cancel: string;
  hideEntry?: string;
  size: string;
  larger: string;
  unknownSize: string;
  largest: string;
  kinds: Record<How, string>;
  /** The choice could not be sent: the extension was updated, reloaded or removed. */
  orphaned: ToastWords;
  /** Something on the page covers the chooser. */
  covered: ToastWords;
  /** The menu entry is now hidden where the browser sees no image. */
  hidden: ToastWords;
  /** Label of the close button of these three toasts. */
  close: string;
  /** Accessible name of these three toasts. */
  label: string;
}

/** What a toast says. */
interface ToastWords {
  title: string;
  detail: string;
}

/** The texts with functions in place of placeholders. */
export function wordsFrom({ size, ...data }: WordsData): ChooserWords & PickWords {
  return {
    ...data,
    size: (width, height) =>
      size.replace('{width}', String(width)).replace('{height}', String(height)),
  };
}
