import { SITE_PLACEHOLDER, withSite } from './locales/site-name';

const made = new WeakMap<object, Map<string, unknown>>();

/**
 * The same messages about one site: its name takes the place of `{site}` in every text, also in what functions say.
 * @param name of the site in the language of the messages
 */
export function aboutSite<M extends object>(messages: M, name: string): M {
  const known = made.get(messages) ?? new Map<string, unknown>();
  made.set(messages, known);
  const about = known.get(name) ?? named(messages, name);
  known.set(name, about);
  return about as M;
}

function named(value: unknown, name: string): unknown {
  if (typeof value === 'string') return withSite(value, name);
  if (typeof value === 'function') {
    return (...params: unknown[]) => {
      const said = named(value(...params.map(shield)), name);
      return typeof said === 'string' ? said.replaceAll(SHIELD, SITE_PLACEHOLDER) : said;
    };
  }
  if (Array.isArray(value)) return value.map((each) => named(each, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, named(each, name)]));
}

/** Stands for the placeholder in parameters, such as the name of a file: those stay as they are. */
const SHIELD = '\uE000site\uE000';

function shield(param: unknown): unknown {
  if (typeof param === 'string') return param.replaceAll(SITE_PLACEHOLDER, SHIELD);
  if (typeof param !== 'object' || param === null) return param;
  const fields = Object.entries(param);
  const isPlain = !fields.some(([, each]) => String(each).includes(SITE_PLACEHOLDER));
  return isPlain ? param : Object.fromEntries(fields.map(([key, each]) => [key, shield(each)]));
}
