import * as v from 'valibot';
import type { Retention } from '@/lib/jobs/rules/retention';
import type { ReaderChoices } from '@/lib/reader/choices';
import { COMPARE_FIELDS, COMPARE_KEY, type CompareChoices } from './compare-choices';
import { PICKER_FIELDS, PICKER_KEY, type PickerChoices } from './picker-choices';
import { READER_FIELDS, READER_KEY } from './reader-choices';
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
export type Choices = Settings &
  Under<'picker', PickerChoices> &
  Under<'retention', Retention> &
  Under<'reader', ReaderChoices> &
  Under<'compare', CompareChoices>;

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

/** Fields that are kept beside the settings, by their key in `storage.local`. A name is the key and the field. */
const BESIDE = {
  [PICKER_KEY]: PICKER_FIELDS,
  [RETENTION_KEY]: RETENTION_FIELDS,
  [READER_KEY]: READER_FIELDS,
  [COMPARE_KEY]: COMPARE_FIELDS,
} as const;
type PartKey = typeof SETTINGS_KEY | keyof typeof BESIDE;
const PART_KEYS = [SETTINGS_KEY, ...Object.keys(BESIDE)] as PartKey[];

/** The values under their keys in `storage.local`. */
type StoredParts = Partial<Record<PartKey, Record<string, unknown>>>;

const SCHEMAS: ReadonlyMap<string, v.GenericSchema<unknown, unknown>> = new Map(
  Object.entries(named({ [SETTINGS_KEY]: SETTINGS_FIELDS, ...BESIDE })),
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
  return checkChoices(named(await readStored())).chosen;
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
  const kept = fieldsOf(parts);
  const back = Object.fromEntries(
    PART_KEYS.filter((key) => kept[key] !== undefined).map((key) => [key, fieldsOf(kept[key])]),
  );
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

const PREVIOUS_KEY = 'previousSettings';
const previousItem = stored('local', PREVIOUS_KEY);

const Previous = v.object({
  at: v.number(),
  by: v.picklist(['file', 'sync', 'reset', 'put-back'] satisfies Replacement[]),
});

function previousFrom(value: unknown): PreviousSettings | undefined {
  const previous = v.safeParse(Previous, value);
  return previous.success ? previous.output : undefined;
}

async function readStored(): Promise<StoredParts> {
  const beside = Object.keys(BESIDE).map(async (key) => [
    key,
    fieldsOf(await stored('local', key).read()),
  ]);
  return {
    [SETTINGS_KEY]: await storedSettings(),
    ...Object.fromEntries(await Promise.all(beside)),
  };
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
function storedForm(chosen: Partial<Choices>): StoredParts {
  const parts: StoredParts = Object.fromEntries(PART_KEYS.map((key) => [key, {}]));
  for (const [name, value] of Object.entries(chosen)) {
    const [key, field] = name.includes('.') ? name.split('.') : [SETTINGS_KEY, name];
    Object.assign(parts[key as PartKey] ?? {}, { [field ?? '']: value });
  }
  return parts;
}

/** The fields of all parts by the names of choices. */
function named<Field>(parts: Readonly<Record<string, Readonly<Record<string, Field>>>>) {
  const fields = Object.entries(parts).flatMap(([key, part]) =>
    Object.entries(part).map(([field, value]): [string, Field] => [
      key === SETTINGS_KEY ? field : `${key}.${field}`,
      value,
    ]),
  );
  return Object.fromEntries(fields);
}
