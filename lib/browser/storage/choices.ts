import * as v from 'valibot';
import type { Retention } from '@/lib/jobs/rules/retention';
import { PICKER_FIELDS, PICKER_KEY, type PickerChoices } from './picker-choices';
import { RETENTION_FIELDS, RETENTION_KEY } from './retention';
import { betweenChanges, SETTINGS_KEY, storedSettings } from './settings';
import { fieldsOf, SETTINGS_FIELDS, type Settings } from './settings-shape';
import { stored, writeTogether } from './stored';

type Under<Name extends string, Fields> = {
  [Field in keyof Fields & string as `${Name}.${Field}`]: Fields[Field];
};

/**
 * Everything that a person chooses once and may want in another browser, by name. No consent, permission,
 * account or history, and no version override: that belongs to what a site accepts today.
 */
export type Choices = Settings & Under<'picker', PickerChoices> & Under<'retention', Retention>;

export type ChoiceName = keyof Choices;

/** What was found under the names of choices. */
export interface CheckedChoices {
  chosen: Partial<Choices>;
  /** Names whose value this version does not accept. */
  damaged: ChoiceName[];
  /** Names that this version does not know. They may be anything. */
  unknown: string[];
}

/** What replaced settings. */
export type Replacement = 'file' | 'sync' | 'reset' | 'put-back';

/** The settings before the last replacement. */
export interface PreviousSettings {
  /** When they were replaced, Unix ms. */
  at: number;
  by: Replacement;
}

const SCHEMAS: ReadonlyMap<string, v.GenericSchema<unknown, unknown>> = new Map(
  Object.entries({
    ...SETTINGS_FIELDS,
    ...under(PICKER_KEY, PICKER_FIELDS),
    ...under(RETENTION_KEY, RETENTION_FIELDS),
  }),
);

function isChoiceName(name: string): name is ChoiceName {
  return SCHEMAS.has(name);
}

/** Sorts values from outside: those that this version accepts, and the names of the others. */
export function checkChoices(values: Readonly<Record<string, unknown>>): CheckedChoices {
  const chosen: [string, unknown][] = [];
  const damaged: ChoiceName[] = [];
  const unknown: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    const schema = SCHEMAS.get(name);
    if (!schema || !isChoiceName(name)) {
      unknown.push(name);
      continue;
    }
    const checked = v.safeParse(schema, value);
    if (checked.success) chosen.push([name, checked.output]);
    else damaged.push(name);
  }
  return { chosen: Object.fromEntries(chosen), damaged, unknown };
}

/** What the person chose, as far as it is valid. What is missing has its default. */
export async function readChoices(): Promise<Partial<Choices>> {
  const { settings, picker, retention } = await readStored();
  const values = {
    ...settings,
    ...under(PICKER_KEY, picker ?? {}),
    ...under(RETENTION_KEY, retention ?? {}),
  };
  return checkChoices(values).chosen;
}

/**
 * Replaces all choices, and keeps the earlier ones as the previous settings: either both happen or nothing.
 * @param at Unix ms
 */
export function replaceChoices(
  chosen: Partial<Choices>,
  by: Replacement,
  at: number,
): Promise<void> {
  return replace(storedForm(chosen), by, at);
}

/** Restores the defaults of the settings, and keeps the earlier ones. @param at Unix ms */
export function resetSettings(at: number): Promise<void> {
  return replace({ settings: {} }, 'reset', at);
}

/** Restores the previous settings, and keeps the present ones in their place. Nothing without any. @param at Unix ms */
export async function putBackSettings(at: number): Promise<void> {
  const { parts } = fieldsOf(await previousItem.read());
  const { settings, picker, retention } = fieldsOf(parts);
  const back = {
    ...(settings !== undefined && { settings: fieldsOf(settings) }),
    ...(picker !== undefined && { picker: fieldsOf(picker) }),
    ...(retention !== undefined && { retention: fieldsOf(retention) }),
  };
  if (Object.keys(back).length > 0) await replace(back, 'put-back', at);
}

/** Undefined if nothing was replaced yet. */
export async function readPrevious(): Promise<PreviousSettings | undefined> {
  return previousFrom(await previousItem.read());
}

/** @returns stops watching */
export function watchPrevious(
  onChange: (previous: PreviousSettings | undefined) => void,
): () => void {
  return previousItem.watch((value) => onChange(previousFrom(value)));
}

/** The values under their keys in `storage.local`. */
interface StoredParts {
  settings?: Record<string, unknown>;
  picker?: Record<string, unknown>;
  retention?: Record<string, unknown>;
}

const PREVIOUS_KEY = 'previousSettings';
const previousItem = stored('local', PREVIOUS_KEY);
const pickerItem = stored('local', PICKER_KEY);
const retentionItem = stored('local', RETENTION_KEY);

const Previous = v.object({
  at: v.number(),
  by: v.picklist(['file', 'sync', 'reset', 'put-back'] satisfies Replacement[]),
});

function previousFrom(value: unknown): PreviousSettings | undefined {
  const previous = v.safeParse(Previous, value);
  return previous.success ? previous.output : undefined;
}

async function readStored(): Promise<StoredParts> {
  const [settings, picker, retention] = await Promise.all([
    storedSettings(),
    pickerItem.read(),
    retentionItem.read(),
  ]);
  return { settings, picker: fieldsOf(picker), retention: fieldsOf(retention) };
}

/** Replaces these parts, and keeps the same parts as they were. */
function replace(next: StoredParts, by: Replacement, at: number): Promise<void> {
  return betweenChanges(async () => {
    const before = Object.entries(await readStored()).filter(([key]) => key in next);
    const previous = { at, by, parts: Object.fromEntries(before) };
    await writeTogether('local', { ...next, [PREVIOUS_KEY]: previous });
  });
}

/** Choices in the form in which they are stored. */
function storedForm(chosen: Partial<Choices>): Required<StoredParts> {
  const parts = { [SETTINGS_KEY]: {}, [PICKER_KEY]: {}, [RETENTION_KEY]: {} };
  for (const [name, value] of Object.entries(chosen)) {
    const [part = '', field] = name.split('.');
    if (field === undefined) Object.assign(parts[SETTINGS_KEY], { [name]: value });
    else Object.assign(parts[part as keyof typeof parts], { [field]: value });
  }
  return parts;
}

function under<Fields extends object>(
  name: string,
  fields: Fields,
): Record<string, Fields[keyof Fields]> {
  const named = Object.entries(fields).map(([field, value]) => [`${name}.${field}`, value]);
  return Object.fromEntries(named);
}
