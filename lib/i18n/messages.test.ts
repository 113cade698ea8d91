import { describe, expect, it } from 'vitest';
import { wordsFrom } from '@/lib/page/ui/words';
import { leaves } from '@/tests/support/leaves';
import { messagesFor } from './all-messages';
import { LANGUAGES } from './locales/languages';

const english = new Map(leaves(messagesFor('en')));
/** Names, formats, sizes and single signs, the same in every language. */
const SAME_EVERYWHERE =
  /^((finder|replacer)\.)?language$|^(menu|job)\.targets?\.|^finder\.size$|^options\.saving\.formats\.|^(options\.account|options\.access)\.service$|^compare\.view\.actual$|^notices\.fullRead$|^menu\.withCost$|^sites\.(and$|(names|options)\.)|^siteNames\.|\.after$/;

describe.each(LANGUAGES)('%s', (language) => {
  const messages = new Map(leaves(messagesFor(language)));

  it('has the same keys and kinds as English', () => {
    expect([...messages.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, value] of messages) expect(typeof value).toBe(typeof english.get(key));
  });

  it('leaves nothing empty', () => {
    for (const [key, value] of messages) {
      if (typeof value === 'string') expect(value.trim(), key).not.toBe('');
    }
  });
});

it.each([
  ['zh-CN', /\p{Script=Han}|^[，。]/u, /\p{Script=Han}[,.:;!?()]/u],
  ['zh-TW', /\p{Script=Han}|^[，。]/u, /\p{Script=Han}[,.:;!?()]|[“”]/u],
  ['ja', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u, /[ぁ-ヿ一-鿿][,.:;!?()]|[“”]/u],
  ['ko', /\p{Script=Hangul}/u, /[，。：；！？（）“”]/u],
] as const)(
  'writes every fixed sentence in %s in its script, with its punctuation',
  (language, script, foreign) => {
    for (const [key, value] of leaves(messagesFor(language))) {
      if (typeof value !== 'string' || SAME_EVERYWHERE.test(key)) continue;
      expect(value, key).toMatch(script);
      expect(value, key).not.toMatch(foreign);
    }
  },
);

it.each(LANGUAGES)('hands the finder plain words in %s, with places for the size', (language) => {
  const { finder } = messagesFor(language);
  expect(structuredClone(finder)).toEqual(finder);
  const { size } = wordsFrom(finder);
  expect(size(1200, 800)).toBe('1200 × 800');
});

it.each(LANGUAGES)('writes every number in %s as the language does', (language) => {
  const { add, app, compare, history, job, options, waiting } = messagesFor(language);
  const { selection } = history;
  const many = 12_345;
  const written = new Intl.NumberFormat(language).format(many);
  const sentences = [
    add.cost(many, ''),
    app.credits(many),
    compare.again.costs(many),
    history.removed(many),
    job.credits(many),
    options.account.credits(many),
    options.history.storageHint(many),
    options.history.rows(many),
    options.history.days(many),
    selection.count(many),
    selection.save(many),
    selection.retry(many),
    selection.remove(many),
    waiting.credits('no-credits', '2K', many),
  ];
  for (const sentence of sentences) expect(sentence).toContain(written);
  const outcome = { added: many, known: many, skipped: many };
  expect(options.history.imported(outcome).split(written)).toHaveLength(4);
});

it('says in Chinese what a reader of Chinese would', () => {
  const { badge, compare, job, notices } = messagesFor('zh-CN');
  expect(compare.facts.times('3.6')).toBe('宽度为原来的 3.6 倍');
  expect(compare.pairs.place(3, 12)).toBe('第 3 张，共 12 张');
  expect(job.retryIn('3 秒')).toBe('3 秒后自动重试');
  expect([notices.fullTitle, badge.full]).toEqual(Array(2).fill('空间已满，有一张图片未能加入'));
});

it('uses the plural forms of the language', () => {
  const { app, badge, notices } = messagesFor('en');
  expect([0, 1, 2, 1234].map(app.credits)).toEqual([
    '0 credits',
    '1 credit',
    '2 credits',
    '1,234 credits',
  ]);
  // In French and in Brazilian Portuguese, nothing is singular.
  expect(messagesFor('fr').app.credits(0)).toBe('0 crédit');
  expect(messagesFor('pt-BR').app.credits(0)).toBe('0 crédito');
  expect(messagesFor('de').app.credits(0)).toBe('0 Credits');
  expect(messagesFor('es').app.credits(0)).toBe('0 créditos');
  expect(badge.waiting(1)).toBe('1 image needs you');
  expect(badge.waiting(3)).toBe('3 images need you');
  expect(notices.signInWaiting(1)).toBe('1 image is waiting and will continue automatically.');
  expect(messagesFor('zh-CN').app.credits(1)).toBe('1 积分');
});

it('does not let a French sign wrap to the next line', () => {
  for (const [key, value] of leaves(messagesFor('fr'))) {
    if (typeof value === 'string') expect(value, key).not.toMatch(/ [:;!?»]|« /);
  }
});
