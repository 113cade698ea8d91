import * as v from 'valibot';
import type { Sort } from '@/lib/picker/filter';
import type { Start } from '@/lib/picker/ticks';
import { fieldsOf } from './settings-shape';
import { stored } from './stored';

/** What the picker begins with next time. */
export interface PickerChoices {
  start: Start;
  sort: Sort;
}

const FIELDS: { [Field in keyof PickerChoices]: v.GenericSchema<PickerChoices[Field]> } = {
  start: v.picklist(['none', 'all']),
  sort: v.picklist(['page', 'pixels', 'bytes']),
};

const item = stored('local', 'picker');

export const pickerChoices = {
  /** What was chosen last; a missing or invalid field has its default. */
  async read(): Promise<PickerChoices> {
    const { start, sort } = fieldsOf(await item.read());
    return {
      start: v.is(FIELDS.start, start) ? start : 'none',
      sort: v.is(FIELDS.sort, sort) ? sort : 'page',
    };
  },
  write: (choices: PickerChoices): Promise<void> => item.write(choices),
};
