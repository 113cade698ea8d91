import * as v from 'valibot';
import { fieldsOf } from './settings-shape';
import { stored } from './stored';

/** Schema of each field. */
export type FieldSchemas<Choices> = {
  [Field in keyof Choices]: v.GenericSchema<unknown, unknown>;
};

/** What a page begins with next time. */
interface KeptChoices<Choices> {
  /** What was chosen last. @param usual stands for missing and invalid fields */
  read(usual: Choices): Promise<Choices>;
  write(choices: Choices): Promise<void>;
}

/** Keeps choices under a key in `storage.local`. */
export function keptChoices<Choices extends object>(
  key: string,
  schemas: FieldSchemas<Choices>,
): KeptChoices<Choices> {
  const item = stored('local', key);
  return {
    async read(usual) {
      const fields = fieldsOf(await item.read());
      const valid = Object.entries<v.GenericSchema<unknown, unknown>>(schemas).flatMap(
        ([field, schema]) => (v.is(schema, fields[field]) ? [[field, fields[field]]] : []),
      );
      return { ...usual, ...Object.fromEntries(valid) };
    },
    write: (choices) => item.write(choices),
  };
}
