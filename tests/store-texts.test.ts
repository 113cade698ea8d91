import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '@/lib/i18n/locales/languages';

/** The texts of docs/store for visitors of the stores; tests/permissions.e2e.ts holds those for reviewers. */

const ROOT = `${import.meta.dirname}/..`;
const FOLDER = `${ROOT}/docs/store`;
/** Limit of the Chrome Web Store for a description, characters. */
const DESCRIPTION_LIMIT = 16_000;

/** Texts below the first three headings: name, summary, description. */
function sectionsOf(language: string): [name: string, summary: string, description: string] {
  const [, name = '', summary = '', description = ''] = readFileSync(
    `${FOLDER}/${language}.md`,
    'utf8',
  ).split(/^## .*$/m);
  return [name.trim(), summary.trim(), description.trim()];
}

const [, , english] = sectionsOf('en');
const points = (text: string) => text.match(/^• /gm)?.length;

it('there is a text for each language, and for no other', () => {
  const texts = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));
  expect(texts.sort()).toEqual(LANGUAGES.map((language) => `${language}.md`).sort());
});

describe.each(LANGUAGES)('the text for the stores in %s', (language) => {
  const [name, summary, description] = sectionsOf(language);

  it('has the name and the summary of the package', () => {
    const folder = `${ROOT}/public/_locales/${language.replace('-', '_')}`;
    const { extensionName, extensionDescription } = JSON.parse(
      readFileSync(`${folder}/messages.json`, 'utf8'),
    );
    expect(name).toBe(extensionName.message);
    expect(summary).toBe(extensionDescription.message);
  });

  it('says what the English text says, point by point', () => {
    expect(points(description)).toBe(points(english));
    expect(description.split('\n\n')).toHaveLength(english.split('\n\n').length);
    expect(description.length).toBeLessThan(DESCRIPTION_LIMIT);
  });

  it.each(['jimeng.jianying.com', 'dreamina.capcut.com', '2K', '4K', 'MIT'])('names %s', (name) => {
    expect(description).toContain(name);
  });

  it('calls Dreamina a beta', () => {
    expect(description).toMatch(/Dreamina.*\bbeta\b/is);
  });
});
