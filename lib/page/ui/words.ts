import type { How } from '../find/candidate';

/** What the chooser says, in the person's language. */
export interface ChooserWords {
  /** Of these words, as `lang` wants it. */
  language: string;
  /** "Which image?" */
  title: string;
  /** "Cancel" */
  cancel: string;
  /** "1200 × 800" */
  size(width: number, height: number): string;
  /** A larger version may be behind it: "Larger original available" */
  larger: string;
  /** The size is not known before it is loaded: "Size unknown" */
  unknownSize: string;
  /** It has the most pixels of all: "Largest" */
  largest: string;
  /** "Photo", "Background", "Video frame" ... */
  kinds: Record<How, string>;
}

/** What pick mode says. */
export interface PickWords {
  language: ChooserWords['language'];
  /** Spoken and shown at the top: "Click an image to upscale it. Esc to cancel." */
  hint: string;
  /** "Cancel" */
  cancel: string;
  size: ChooserWords['size'];
  kinds: ChooserWords['kinds'];
}

/** Words as data, which is all that `executeScript` can hand over; `{width}` and `{height}` are filled in. */
export interface WordsData {
  /** Whose words these are, as pages name it in `lang`. */
  language: string;
  title: string;
  hint: string;
  cancel: string;
  size: string;
  larger: string;
  unknownSize: string;
  kinds: Record<How, string>;
}

/** @param largest what the script says by itself, and is not handed */
export function wordsFrom({ size, ...data }: WordsData, largest = ''): ChooserWords & PickWords {
  return {
    ...data,
    largest,
    size: (width, height) =>
      size.replace('{width}', String(width)).replace('{height}', String(height)),
  };
}
