import { describe, expect, it } from 'vitest';
import type { Choices } from '@/lib/browser/storage/choices';
import type { FoundChoices } from '@/lib/browser/storage/settings-file';
import { anyChoices } from '@/tests/support/any-choices';
import { mulberry32 } from '@/tests/support/random';
import { chosenAfter, previewOf } from './settings-preview';

const found = (chosen: Partial<Choices>, parts: Partial<FoundChoices> = {}): FoundChoices => ({
  at: 5,
  version: '1.2.3',
  chosen,
  damaged: [],
  unknown: [],
  ...parts,
});

describe('the preview', () => {
  it('says exactly what is different afterwards, and the rest is the same', () => {
    const random = mulberry32(11);
    for (let round = 0; round < 100; round++) {
      const [now, other] = [anyChoices(random), anyChoices(random)];
      const preview = previewOf('file', now, found(other));
      const names = Object.keys(preview.now) as (keyof Choices)[];
      expect(preview.changed.length + preview.same).toBe(names.length);
      for (const name of names) {
        const isSame = JSON.stringify(preview.now[name]) === JSON.stringify(preview.next[name]);
        expect(preview.changed.includes(name)).toBe(!isSame);
      }
      expect(previewOf('file', other, found(other)).changed).toEqual([]);
    }
  });

  it('returns what is not there to its default, and keeps what is damaged there', () => {
    const now = { theme: 'dark', parallel: 3, folder: 'x' } as const;
    const other = found({ target: '4k' }, { damaged: ['parallel', 'dayLimit'] });
    expect(chosenAfter(now, other)).toEqual({ target: '4k', parallel: 3 });
    const { changed, next } = previewOf('sync', now, other);
    expect(changed).toEqual(['target', 'folder', 'theme']);
    expect(next).toMatchObject({ theme: 'auto', folder: '{folder}', parallel: 3 });
  });

  it('shows names from outside on one line, and not endlessly many', () => {
    const unknown = ['a\n\u202eb', '\u200b', 'x'.repeat(99), ...Array(50).fill('y')];
    const shown = previewOf('file', {}, found({}, { unknown })).unknown;
    expect(shown.slice(0, 3)).toEqual(['a b', '?', 'x'.repeat(40)]);
    expect(shown).toHaveLength(11);
    expect(shown.at(-1)).toBe('…');
  });
});

it.each<[Partial<Choices>, Partial<Choices>, boolean]>([
  [{}, {}, false],
  [{}, { 'retention.rows': 200 }, true],
  [{}, { 'retention.rows': 0 }, false],
  [{ 'retention.rows': 0 }, {}, true],
  [{}, { 'retention.days': 365 }, true],
  [{ 'retention.days': 30 }, { 'retention.days': 90 }, false],
  [{ 'retention.days': 90 }, { 'retention.days': 30 }, true],
  [{}, { 'retention.includesUnsaved': true }, true],
  [{ 'retention.includesUnsaved': true }, {}, false],
])('a stricter rule of the history is noticed: from %o to %o', (now, next, isStricter) => {
  expect(previewOf('file', now, found(next)).shortensHistory).toBe(isStricter);
});
