import * as v from 'valibot';
import { fieldsOf } from './settings-shape';
import { stored } from './stored';

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
export const COMPARE_FIELDS: {
  [Field in keyof CompareChoices]: v.GenericSchema<unknown, unknown>;
} = {
  mode: v.picklist(COMPARE_MODES),
  isPixelated: v.boolean(),
};

/** Key of the choices in `storage.local`. */
export const COMPARE_KEY = 'compare';

const item = stored('local', COMPARE_KEY);

export const compareChoices = {
  /** What was chosen last; the slider and smooth pixels stand for missing and invalid fields. */
  async read(): Promise<CompareChoices> {
    const fields = fieldsOf(await item.read());
    const valid = Object.entries(COMPARE_FIELDS).flatMap(([field, schema]) =>
      v.is(schema, fields[field]) ? [[field, fields[field]]] : [],
    );
    return { ...USUAL_COMPARISON, ...Object.fromEntries(valid) };
  },
  write: (choices: CompareChoices): Promise<void> => item.write(choices),
};
