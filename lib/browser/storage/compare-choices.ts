import * as v from 'valibot';
import { type FieldSchemas, keptChoices } from './kept-choices';

/** The ways to compare two images, in the order shown. */
const COMPARE_MODES = ['slider', 'lens', 'side', 'blink', 'difference'] as const;
export type CompareMode = (typeof COMPARE_MODES)[number];

/** What the compare page begins with next time. */
export interface CompareChoices {
  mode: CompareMode;
  /** Whether enlarged pixels stay squares. */
  isPixelated: boolean;
}

/** What it begins with the first time. */
export const USUAL_COMPARISON: CompareChoices = { mode: 'slider', isPixelated: false };

/** Schema of each field. */
export const COMPARE_FIELDS: FieldSchemas<CompareChoices> = {
  mode: v.picklist(COMPARE_MODES),
  isPixelated: v.boolean(),
};

/** Key of the choices in `storage.local`. */
export const COMPARE_KEY = 'compare';

export const compareChoices = keptChoices(COMPARE_KEY, COMPARE_FIELDS);
