import type { CodeSeen, Shape } from '../model/exchange';

/** Stands for a name that may be an id, a number, or a word of a person. */
export const HIDDEN = '{id}';

/** Nesting that is described; deeper values are `deep`. */
const MAX_DEPTH = 12;
/** Fields of an object, and codes of an answer, that are described. */
const MAX_FIELDS = 80;
const MAX_CODES = 40;
const MAX_TEXT = 200_000;

/** A name as programmers write it: words of letters, with at most three digits in all. */
const NAME =
  /^(?=.{1,40}$)(?!(?:.*\d){4})[A-Za-z][A-Za-z\d]{0,23}(?:[_-][A-Za-z][A-Za-z\d]{0,22})*$/;
/** Lower case, CamelCase or a short abbreviation. Other mixtures look like a token. */
const WORD = /^[A-Z]{0,4}[a-z\d]*(?:[A-Z]{1,4}[a-z\d]{2,})*(?:[A-Z][a-z])?[A-Z\d]{0,5}$/;
const HEX = /^[a-f\d]{8,}$/i;

/** Fields whose value is a code, and the form of it. */
const CODE_FORMS: Readonly<Record<string, RegExp>> = {
  ret: /^-?\d{1,9}$/,
  fail_code: /^-?\d{1,9}$/,
  status: /^-?\d{1,4}$/,
  code: /^-?\d{1,9}$/,
  CodeN: /^-?\d{1,9}$/,
  // Names of errors, in CamelCase. Their messages quote keys.
  Code: /^(?:[A-Z][a-z]{1,20}){2,6}(?:\.(?:[A-Z][a-z]{1,20}){1,4})?$/,
  UriStatus: /^-?\d{1,5}$/,
};

/** The name of a field or parameter, or `{id}` for anything that does not look like one. */
export function safeName(name: string): string {
  const isName =
    NAME.test(name) && name.split(/[_-]/).every((word) => WORD.test(word) && !HEX.test(word));
  return isName ? name : HIDDEN;
}

/** Paths of the service's API. Those of pictures, and of anything else, are hidden as a whole. */
const API_PATH = /^\/(?:$|(?:mweb|commerce|passport|lv|ai-tool)\/)/;

/** A path with its ids hidden: `/mweb/v1/get_user_info`, `/upload/v1/{id}`. */
export function safePath(path: string): string {
  const upload = /^\/upload\/v\d\/(?=.)/.exec(path)?.[0];
  if (upload) return `${upload}${HIDDEN}`;
  if (!API_PATH.test(path)) return `/${HIDDEN}`;
  return path
    .split('/')
    .map((segment) => (segment === '' ? '' : safeName(segment)))
    .join('/');
}

/** A host name with its ids hidden; `other` for everything but the public https name of a server. */
export function safeHost(address: string): string {
  if (!URL.canParse(address)) return 'other';
  const { protocol, hostname, port, username } = new URL(address);
  const labels = hostname.toLowerCase().split('.');
  const isPublic =
    protocol === 'https:' &&
    port === '' &&
    username === '' &&
    labels.length > 1 &&
    !LOCAL.test(hostname) &&
    /^[a-z]{2,24}$/.test(labels.at(-1) ?? '') &&
    labels.every((label) => /^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/.test(label));
  return isPublic ? labels.map(safeLabel).join('.') : 'other';
}

const LOCAL =
  /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|test|invalid)$|\.home\.arpa$/i;

/** Service labels have short numbers: `p26-dreamina-sign-useast5`. */
function safeLabel(label: string): string {
  return label.split('-').every((word) => /^[a-z]{0,16}\d{0,3}[a-z]{0,3}$/.test(word))
    ? label
    : HIDDEN;
}

/** The shape of a value that was read with `JSON.parse`. */
export function shapeOf(value: unknown, depth = 0): Shape {
  switch (typeof value) {
    case 'string':
      return shapeOfText(value, depth);
    case 'number':
      return Number.isInteger(value) && !Number.isSafeInteger(value) ? 'big-number' : 'number';
    case 'boolean':
      return 'boolean';
    default:
      break;
  }
  if (typeof value !== 'object' || value === null) return 'null';
  if (depth >= MAX_DEPTH) return 'deep';
  if (Array.isArray(value)) {
    return { list: value.length > 0 ? shapeOf(value[0], depth + 1) : null };
  }
  const fields = new Map<string, Shape>();
  for (const [key, field] of Object.entries(value).slice(0, MAX_FIELDS)) {
    const name = safeName(key);
    if (!fields.has(name)) fields.set(name, shapeOf(field, depth + 1));
  }
  return { fields: Object.fromEntries(fields) };
}

function shapeOfText(text: string, depth: number): Shape {
  if (text === '') return 'empty-text';
  if (!/^\s*[[{]/.test(text) || text.length > MAX_TEXT || depth >= MAX_DEPTH) return 'text';
  try {
    return { json: shapeOf(JSON.parse(text), depth + 1) };
  } catch {
    return 'text';
  }
}

/** The codes in a value that was read with `JSON.parse`, in its order, one per path. */
export function codesIn(value: unknown): CodeSeen[] {
  const seen = new Map<string, string>();
  const visit = (tree: unknown, path: string, depth: number) => {
    if (typeof tree !== 'object' || tree === null || depth > MAX_DEPTH) return;
    if (Array.isArray(tree)) {
      if (tree.length > 0) visit(tree[0], `${path}[]`, depth + 1);
      return;
    }
    for (const [key, field] of Object.entries(tree).slice(0, MAX_FIELDS)) {
      const name = safeName(key);
      const at = path === '' ? name : `${path}.${name}`;
      const code = safeCode(key, field);
      if (code !== undefined && !seen.has(at) && seen.size < MAX_CODES) seen.set(at, code);
      visit(field, at, depth + 1);
    }
  };
  visit(value, '', 0);
  return [...seen].map(([path, code]) => ({ path, value: code }));
}

/** The value of a field if the field holds a code, and the value looks like one. */
export function safeCode(field: string, value: unknown): string | undefined {
  const form = Object.hasOwn(CODE_FORMS, field) ? CODE_FORMS[field] : undefined;
  if (!form || (typeof value !== 'string' && typeof value !== 'number')) return undefined;
  const text = String(value).trim();
  return form.test(text) ? text : undefined;
}
