import { describe, expect, it } from 'vitest';
import { messagesFor } from '@/lib/i18n/all-messages';
import { LANGUAGES } from '@/lib/i18n/locales/languages';
import config from '@/wxt.config';

type Manifest = Partial<Record<string, string[]>>;

/** What the manifest for a browser asks for, as the options page lists it. */
async function askedIn(browser: string): Promise<string[]> {
  const { manifest } = config;
  if (typeof manifest !== 'function') throw new Error('the manifest is made in another way now');
  const made = (await manifest({
    browser,
    manifestVersion: 3,
    mode: 'production',
    command: 'build',
  })) as unknown as Manifest;
  return [
    ...(made.permissions ?? []),
    ...(made.optional_permissions ?? []),
    ...(made.optional_host_permissions ?? []),
  ];
}

describe.each(LANGUAGES)('the settings say in %s what each permission is for', (language) => {
  const { reasons } = messagesFor(language).options.access.permissions;

  it.each(['chrome', 'firefox'])('in %s', async (browser) => {
    const asked = await askedIn(browser);
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((name) => !(name in reasons))).toEqual([]);
  });

  it('and of no other', async () => {
    const asked = [...(await askedIn('chrome')), ...(await askedIn('firefox'))];
    expect(Object.keys(reasons).filter((name) => !asked.includes(name))).toEqual([]);
  });
});
