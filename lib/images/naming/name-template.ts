/** The fields of a template, each in braces. */
export const NAME_FIELDS = [
  'name',
  'host',
  'title',
  'alt',
  'batch',
  'index',
  'folder',
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

/** Text for each field; may be empty. */
export type NameValues = Record<NameField, string>;

/** A field and the separator behind it. */
const FIELD = /\{(\w+)\}([ _.-]*)/g;

/** The fields of a template, repeated ones included. */
export function fieldsIn(template: string): NameField[] {
  return [...template.matchAll(FIELD)].map(([, field = '']) => field).filter(isField);
}

/**
 * Splits the folders of a rule: those before the first field are the place of a ZIP, the others are inside it.
 */
export function zipFolders(folder: string): { outside: string; inside: string } {
  const parts = folder.split(/[/\\]/);
  const first = parts.findIndex((part) => fieldsIn(part).length > 0);
  const count = first < 0 ? parts.length : first;
  return { outside: parts.slice(0, count).join('/'), inside: parts.slice(count).join('/') };
}

/** Whether a template uses the running number. */
export function isCounting(template: string): boolean {
  return template.includes('{counter}');
}

/**
 * Fills a template in one pass: braces inside a value stay, and so do unknown fields. An empty field
 * drops its separator too.
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
