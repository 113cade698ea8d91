/** What a template may mention, each in braces. */
export const NAME_FIELDS = [
  'name',
  'host',
  'title',
  'date',
  'time',
  'width',
  'height',
  'scale',
  'upscaler',
  'target',
  'counter',
  'id',
  'ext',
] as const;
export type NameField = (typeof NAME_FIELDS)[number];

/** Text for each field; empty where there is none. */
export type NameValues = Record<NameField, string>;

/** A field, and what separates it from the next. */
const FIELD = /\{(\w+)\}([ _.-]*)/g;

/** The fields that a template mentions, as often as it does. */
export function fieldsIn(template: string): NameField[] {
  return [...template.matchAll(FIELD)].map(([, field = '']) => field).filter(isField);
}

/** Whether a template gives running numbers. */
export function isCounting(template: string): boolean {
  return template.includes('{counter}');
}

/**
 * Puts values into a template, in one pass: braces within a value stay what they are, as do
 * fields that nobody knows. A field without a value takes its separator along.
 */
export function fillTemplate(template: string, values: NameValues): string {
  let isLastEmpty = false;
  const filled = template.replace(FIELD, (whole: string, field: string, separator: string) => {
    if (!isField(field)) return whole;
    isLastEmpty = values[field] === '';
    return isLastEmpty ? '' : values[field] + separator;
  });
  return isLastEmpty ? filled.replace(/[ _.-]+$/, '') : filled;
}

function isField(field: string): field is NameField {
  return (NAME_FIELDS as readonly string[]).includes(field);
}
