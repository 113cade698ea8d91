import type { SiteId, SiteName } from './sites';

/**
 * Shape of a JSON value: its keys and types, no values. A list has the shape of its first element, `null` if it
 * is empty. `big-number` is an integer that a JavaScript number cannot hold. `{ json }` is text that holds JSON.
 */
export type Shape =
  | 'text'
  | 'empty-text'
  | 'number'
  | 'big-number'
  | 'boolean'
  | 'null'
  | 'deep'
  | { json: Shape }
  | { list: Shape | null }
  | { fields: Record<string, Shape> };

/** What kind of body an answer has. `broken`: JSON that cannot be read. `cut`: the connection ended early. */
export const BODY_KINDS = [
  'json',
  'html',
  'text',
  'picture',
  'empty',
  'other',
  'broken',
  'cut',
] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

/** Value of a code in an answer, with its path: `data.{id}.status`. */
export interface CodeSeen {
  path: string;
  value: string;
}

/** Where an exchange belongs. */
export interface ExchangePlace {
  site: SiteName;
  /** Absent for results: any cluster of the site delivers them. */
  cluster?: SiteId;
}

/**
 * One request of the client and its answer, without secrets: names and types, and no values but codes.
 * `{id}` stands for everything that is not the name of a field, a segment or a label. What an older version recorded
 * has no place.
 */
export interface Exchange extends Partial<ExchangePlace> {
  method: string;
  /** Host name of a public https address, else `other`. */
  host: string;
  path: string;
  /** Names of the query parameters. */
  query: string[];
  /** Names of the headers that the client sets. */
  headers: string[];
  /** HTTP status; absent if there was no answer. */
  status?: number;
  /** Until the headers of the answer, or the failure, ms. */
  ms: number;
  body?: BodyKind;
  shape?: Shape;
  codes: CodeSeen[];
}
