import * as v from 'valibot';
import type { Direction, Fit, Layout, ReaderChoices } from '@/lib/reader/choices';
import { fieldsOf } from './settings-shape';
import { stored } from './stored';

/** Schema of each field. */
export const READER_FIELDS: { [Field in keyof ReaderChoices]: v.GenericSchema<unknown, unknown> } =
  {
    layout: v.picklist(['strip', 'single', 'double'] satisfies Layout[]),
    direction: v.picklist(['ltr', 'rtl'] satisfies Direction[]),
    fit: v.picklist(['width', 'height', 'actual'] satisfies Fit[]),
    isCapped: v.boolean(),
    hasCover: v.boolean(),
  };

/** Key of the choices in `storage.local`. */
export const READER_KEY = 'reader';

const item = stored('local', READER_KEY);

export const readerChoices = {
  /** What was chosen last. @param usual stands for missing and invalid fields */
  async read(usual: ReaderChoices): Promise<ReaderChoices> {
    const fields = fieldsOf(await item.read());
    const valid = Object.entries(READER_FIELDS).flatMap(([field, schema]) =>
      v.is(schema, fields[field]) ? [[field, fields[field]]] : [],
    );
    return { ...usual, ...Object.fromEntries(valid) };
  },
  write: (choices: ReaderChoices): Promise<void> => item.write(choices),
};
