import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { JIMENG_CN } from '@/lib/jimeng/model/sites';
import { fakeSessionRules } from '@/tests/support/session-rules';
import { headerRulesFor } from './header-rules';
import { ensureServiceHeaders } from './service-headers';

const SITE = JIMENG_CN;
let isAllowed: boolean;

beforeEach(() => {
  fakeSessionRules();
  isAllowed = true;
  Object.assign(fakeBrowser.permissions, { contains: async () => isAllowed });
});

it('finds no rule before they are set', async () => {
  expect(await headerRulesFor(SITE)).toEqual({ origin: false, referer: false });
});

it('finds the rules of the service', async () => {
  await ensureServiceHeaders([SITE]);
  expect(await headerRulesFor(SITE)).toEqual({ origin: true, referer: true });
});

it('finds none for another host', async () => {
  await ensureServiceHeaders([SITE]);
  expect(await headerRulesFor({ ...SITE, api: 'https://other.example' })).toEqual({
    origin: false,
    referer: false,
  });
});

it('a rule without access to the host is not in force', async () => {
  await ensureServiceHeaders([SITE]);
  isAllowed = false;
  expect(await headerRulesFor(SITE)).toEqual({ origin: false, referer: false });
});
