import * as v from 'valibot';
import type { KeptFilter, Sort } from '@/lib/picker/filter';
import type { Start } from '@/lib/picker/ticks';
import { type FieldSchemas, keptChoices } from './kept-choices';

/** What the picker begins with next time. */
export interface PickerChoices extends KeptFilter {
  start: Start;
  sort: Sort;
}

const px = v.optional(v.pipe(v.number(), v.finite(), v.minValue(0)));
const range = v.object({ from: px, to: px });
/** Schema of each field. */
export const PICKER_FIELDS: FieldSchemas<PickerChoices> = {
  start: v.picklist(['none', 'all'] satisfies Start[]),
  sort: v.picklist(['page', 'pixels', 'bytes'] satisfies Sort[]),
  width: range,
  height: range,
  hasIcons: v.boolean(),
};

/** Key of the choices in `storage.local`. */
export const PICKER_KEY = 'picker';

export const pickerChoices = keptChoices(PICKER_KEY, PICKER_FIELDS);
