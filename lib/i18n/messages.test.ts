import { describe, expect, it } from 'vitest';
import { wordsFrom } from '@/lib/page/ui/words';
import { messagesFor } from './all-messages';
import { LANGUAGES } from './locales/languages';

/** Every path of the tree with its value. */
function* leaves(tree: object, path = ''): Generator<[string, unknown]> {
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'object' && value !== null) yield* leaves(value, `${path}${key}.`);
    else yield [path + key, value];
  }
}

const english = new Map(leaves(messagesFor('en')));
/** Names of languages, formats and sizes, the same in every language, and spaces around words. */
const SAME_EVERYWHERE =
  /^(finder\.)?language$|^(menu|job)\.targets?\.|^job\.becomes|^finder\.size$|^options\.(appearance\.languages|saving\.formats)\./;

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

it('translates every fixed sentence into Chinese, with Chinese punctuation', () => {
  for (const [key, value] of leaves(messagesFor('zh-CN'))) {
    if (typeof value !== 'string' || SAME_EVERYWHERE.test(key)) continue;
    expect(value, key).toMatch(/\p{Script=Han}|^[，。]/u);
    expect(value, key).not.toMatch(/\p{Script=Han}[,.:;!?()]/u);
  }
});

it.each(LANGUAGES)('hands the finder plain words in %s, with places for the size', (language) => {
  const { finder } = messagesFor(language);
  expect(structuredClone(finder)).toEqual(finder);
  const { size } = wordsFrom(finder);
  expect(size(1200, 800)).toBe('1200 × 800');
});

it.each(LANGUAGES)('writes every number in %s in the same way', (language) => {
  const { add, app, compare, history, job, options, waiting } = messagesFor(language);
  const { selection } = history;
  const many = 12_345;
  const grouped = new Intl.NumberFormat(language).format(many);
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
  for (const sentence of sentences) expect(sentence).toContain(grouped);
  const outcome = { added: many, known: many, skipped: many };
  expect(options.history.imported(outcome).split(grouped)).toHaveLength(4);
});

it('says in Chinese what a reader of Chinese would', () => {
  const { badge, compare, job, notices } = messagesFor('zh-CN');
  expect(compare.facts.times('3.6')).toBe('宽度为原来的 3.6 倍');
  expect(compare.keys.swap).toBe('只看放大前、只看放大后、两者同时显示');
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
