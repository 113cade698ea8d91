/** Stands for the name of a site in the catalogues: rows and accounts may be of either. */
const PLACEHOLDER = '{site}';

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
  if (typeof value === 'string') return withName(value, name);
  if (typeof value === 'function') {
    return (...params: unknown[]) => named(value(...params), name);
  }
  if (Array.isArray(value)) return value.map((each) => named(each, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, named(each, name)]));
}

/** Korean particles after a consonant, and what they are after a vowel. */
const PARTICLES: Readonly<Record<string, string>> = {
  이: '가',
  은: '는',
  을: '를',
  과: '와',
  으로: '로',
};

/** Chinese sets a Latin name apart by spaces. Korean particles follow the last sound of the name. */
function withName(text: string, name: string): string {
  if (!text.includes(PLACEHOLDER)) return text;
  const isLatin = /^[a-z]/i.test(name);
  const endsInVowel = /[aeiou]$/i.test(name);
  return text
    .replace(/\{site\}(이|은|을|과|으로)(?!\p{L})/gu, (_, particle: string) =>
      endsInVowel ? `{site}${PARTICLES[particle]}` : `{site}${particle}`,
    )
    .replace(/(\p{sc=Han})?\{site\}(\p{sc=Han})?/gu, (_, before = '', after = '') => {
      const space = (beside: string) => (isLatin && beside ? ' ' : '');
      return before + space(before) + name + space(after) + after;
    });
}
