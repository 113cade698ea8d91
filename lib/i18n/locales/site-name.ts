/** Stands for the name of a site in the catalogues: rows and accounts may be of either. */
export const SITE_PLACEHOLDER = '{site}';

/** Korean particles after a consonant, and what they are after a vowel. */
const PARTICLES: Readonly<Record<string, string>> = {
  이: '가',
  은: '는',
  을: '를',
  과: '와',
  과의: '와의',
  이나: '나',
  으로: '로',
  으로의: '로의',
  이라는: '라는',
};

/** Parts of a text around placeholders, with what grammar takes from the characters beside one. */
const BESIDE = /(\p{sc=Han})?\{(site|other)\}(\p{sc=Hangul}+)?(?=(\p{sc=Han})?)/gu;

/**
 * Puts the name of a site into a text. Chinese sets a Latin name apart by spaces. Korean particles follow the last
 * sound of the name; the text has those after a consonant.
 * @param placeholder what stands for the name: `{site}`, or `{other}` in a text that names two sites
 */
export function withSite(text: string, name: string, placeholder = SITE_PLACEHOLDER): string {
  if (!text.includes(placeholder)) return text;
  const isLatin = /^[a-z]/i.test(name);
  const endsInVowel = /[aeiou]$/i.test(name);
  const particleOf = (written: string) => (endsInVowel && PARTICLES[written]) || written;
  return text.replace(BESIDE, (whole, before = '', key, particle = '', after = '') => {
    if (placeholder !== `{${key}}`) return whole;
    const space = (beside: string) => (isLatin && beside ? ' ' : '');
    return before + space(before) + name + particleOf(particle) + space(after);
  });
}
