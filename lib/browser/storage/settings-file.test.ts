import { expect, it } from 'vitest';
import { anyChoices } from '@/tests/support/any-choices';
import { mulberry32 } from '@/tests/support/random';
import { readSettingsFile, settingsFile } from './settings-file';

const AT = Date.UTC(2026, 10, 29, 12, 30);
const read = (text: string) => readSettingsFile(new Blob([text]));

it('what is exported is imported, whatever it is', async () => {
  const random = mulberry32(7);
  for (let round = 0; round < 100; round++) {
    const chosen = anyChoices(random);
    expect(await read(settingsFile(chosen, '1.2.3', AT))).toEqual({
      state: 'read',
      at: AT,
      version: '1.2.3',
      chosen,
      damaged: [],
      unknown: [],
    });
  }
});

it('says what it is, from which version and of which day', () => {
  expect(JSON.parse(settingsFile({ theme: 'dark' }, '1.2.3', AT))).toEqual({
    format: 'upscale-with-dreamina/settings',
    formatVersion: 1,
    version: '1.2.3',
    exportedAt: '2026-11-29T12:30:00.000Z',
    settings: { theme: 'dark' },
  });
});

const whole = JSON.parse(settingsFile({ theme: 'dark', target: '4k' }, '1.2.3', AT));

it.each([
  ['no JSON', '{', 'no-settings'],
  ['a list', '[]', 'no-settings'],
  ['nothing', '', 'no-settings'],
  [
    'a history',
    JSON.stringify({ ...whole, format: 'upscale-with-dreamina/history' }),
    'no-settings',
  ],
  ['without settings', JSON.stringify({ ...whole, settings: undefined }), 'no-settings'],
  ['with settings that are no fields', JSON.stringify({ ...whole, settings: 7 }), 'no-settings'],
  ['of no day', JSON.stringify({ ...whole, exportedAt: 'yesterday' }), 'no-settings'],
  ['of no version', JSON.stringify({ ...whole, version: '<b>1</b>' }), 'no-settings'],
  ['of a newer form', JSON.stringify({ ...whole, formatVersion: 2 }), 'newer'],
  ['endless', JSON.stringify({ ...whole, more: 'x'.repeat(1_000_001) }), 'too-large'],
])('a file that is %s is refused', async (_, text, state) => {
  expect(await read(text)).toEqual({ state });
});

it('a part that is damaged or unknown is named, and the rest is read', async () => {
  const settings = { ...whole.settings, theme: 'pink', hologram: true };
  expect(await read(JSON.stringify({ ...whole, settings }))).toMatchObject({
    state: 'read',
    chosen: { target: '4k' },
    damaged: ['theme'],
    unknown: ['hologram'],
  });
});

it('a file cut off at any place is refused', async () => {
  const text = settingsFile({ theme: 'dark' }, '1.2.3', AT).trimEnd();
  for (let length = 0; length < text.length; length++) {
    expect(await read(text.slice(0, length))).toEqual({ state: 'no-settings' });
  }
});
