import * as v from 'valibot';
import { type KeptFilter, SORTS, type Sort, USUAL_FILTER } from '@/lib/picker/filter';
import { STARTS, type Start } from '@/lib/picker/ticks';
import { fieldsOf } from './settings-shape';
import { stored } from './stored';

/** What the picker begins with next time. */
export interface PickerChoices extends KeptFilter {
  start: Start;
  sort: Sort;
}

const px = v.optional(v.pipe(v.number(), v.finite(), v.minValue(0)));
const range = v.object({ from: px, to: px });
const FIELDS: { [Field in keyof PickerChoices]: v.GenericSchema<unknown, unknown> } = {
  start: v.picklist(STARTS),
  sort: v.picklist(SORTS),
  width: range,
  height: range,
  hasIcons: v.boolean(),
};

const item = stored('local', 'picker');

/** What a person who has chosen nothing gets. */
const USUAL: PickerChoices = {
  start: 'none',
  sort: 'page',
  width: USUAL_FILTER.width,
  height: USUAL_FILTER.height,
  hasIcons: USUAL_FILTER.hasIcons,
};

export const pickerChoices = {
  /** What was chosen last; a missing or invalid field has its default. */
  async read(): Promise<PickerChoices> {
    const fields = fieldsOf(await item.read());
    const valid = Object.entries(FIELDS).flatMap(([field, schema]) =>
      v.is(schema, fields[field]) ? [[field, fields[field]]] : [],
    );
    return { ...USUAL, ...Object.fromEntries(valid) };
  },
  write: (choices: PickerChoices): Promise<void> => item.write(choices),
};
