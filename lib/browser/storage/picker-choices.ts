import * as v from 'valibot';
import type { KeptFilter, Sort } from '@/lib/picker/filter';
import type { Start } from '@/lib/picker/ticks';
import { fieldsOf } from './settings-shape';
import { stored } from './stored';

/** What the picker begins with next time. */
export interface PickerChoices extends KeptFilter {
  start: Start;
  sort: Sort;
}

const px = v.optional(v.pipe(v.number(), v.finite(), v.minValue(0)));
const range = v.object({ from: px, to: px });
/** Schema of each field. */
export const PICKER_FIELDS: { [Field in keyof PickerChoices]: v.GenericSchema<unknown, unknown> } =
  {
    start: v.picklist(['none', 'all'] satisfies Start[]),
    sort: v.picklist(['page', 'pixels', 'bytes'] satisfies Sort[]),
    width: range,
    height: range,
    hasIcons: v.boolean(),
  };

/** Key of the choices in `storage.local`. */
export const PICKER_KEY = 'picker';

const item = stored('local', PICKER_KEY);

export const pickerChoices = {
  /** What was chosen last. @param usual stands for missing and invalid fields */
  async read(usual: PickerChoices): Promise<PickerChoices> {
    const fields = fieldsOf(await item.read());
    const valid = Object.entries(PICKER_FIELDS).flatMap(([field, schema]) =>
      v.is(schema, fields[field]) ? [[field, fields[field]]] : [],
    );
    return { ...usual, ...Object.fromEntries(valid) };
  },
  write: (choices: PickerChoices): Promise<void> => item.write(choices),
};
