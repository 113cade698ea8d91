import { describe, expect, it } from 'vitest';
import { SITE_NAMES } from './sites';
import { VERSION_FIELDS, VERSIONS, validateVersions, versionsOf } from './versions';

describe('the table', () => {
  it.each(SITE_NAMES)('of %s holds valid values, each with a day', (site) => {
    expect(validateVersions(versionsOf(site))).toEqual(versionsOf(site));
    for (const field of VERSION_FIELDS) {
      expect(VERSIONS[site][field].seen).toMatch(/^2026-\d\d-\d\d$/);
    }
  });
});

describe('validateVersions', () => {
  it.each([
    [{ appvr: '8.5.0', rootModel: 'high_aes_general_v60' }],
    [{ daVersion: '3.4', aigcFeatures: 'app_lip_sync,Another_1' }],
    [{ webVersion: '100.2000.3000.4000' }],
  ])('keeps %o', (overrides) => {
    expect(validateVersions(overrides)).toEqual(overrides);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['text', '8.5.0'],
    ['a list', ['8.5.0']],
    ['an unknown field', { tdid: '1.0' }],
    ['a field of every object', { constructor: '1.0', __proto__: { appvr: '8.5.0' } }],
    ['a number', { appvr: 8.5 }],
    ['an empty value', { appvr: '', rootModel: '' }],
    ['one number', { appvr: '8' }],
    ['too many numbers', { appvr: '1.2.3.4.5' }],
    ['a line break', { appvr: '8.5.0\n', rootModel: 'a\r\nCookie: b' }],
    ['blanks', { daVersion: ' 3.4.0' }],
    ['a query', { daVersion: '3.4.0&aid=1', rootModel: 'a&b=c' }],
    ['a long name', { rootModel: 'a'.repeat(61) }],
  ])('drops %s', (_, overrides) => {
    expect(validateVersions(overrides)).toEqual({});
  });

  it('keeps the valid fields beside invalid ones', () => {
    expect(validateVersions({ appvr: '8.5.0', daVersion: 'x' })).toEqual({ appvr: '8.5.0' });
  });
});
