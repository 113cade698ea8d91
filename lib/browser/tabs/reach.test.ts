import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { whyOutOfReach } from './reach';

/** What Chrome says. */
const NO_ACCESS = new Error(
  'Cannot access contents of the page. Extension manifest must request permission to access the respective host.',
);
const contains = vi.fn<(asked: { origins?: string[] }) => Promise<boolean>>();
let url: string | undefined;

beforeEach(() => {
  fakeBrowser.reset();
  contains.mockResolvedValue(false);
  url = undefined;
  Object.assign(fakeBrowser.permissions, { contains });
  Object.assign(fakeBrowser.tabs, {
    async get(id: number) {
      if (id !== 1) throw new Error('No tab with id');
      return { id, ...(url !== undefined && { url }) };
    },
  });
});

it('a tab that is no more is closed', async () => {
  expect(await whyOutOfReach(2, undefined)).toBe('closed');
});

it('a tab whose address is kept from us can be allowed', async () => {
  expect(await whyOutOfReach(1, NO_ACCESS)).toBe('no-access');
  // Half of all sites is not all.
  contains.mockImplementation(async ({ origins }) => origins?.[0] === 'https://*/*');
  expect(await whyOutOfReach(1, NO_ACCESS)).toBe('no-access');
});

it.each([
  'Cannot access a chrome:// URL',
  'The extensions gallery cannot be scripted.',
  'Frame with ID 0 is showing error page',
])('a page that the browser closes to all is forbidden: %s', async (message) => {
  expect(await whyOutOfReach(1, new Error(message))).toBe('forbidden');
});

it('a tab that we may access and cannot read is forbidden', async () => {
  url = 'chrome://version/';
  expect(await whyOutOfReach(1, NO_ACCESS)).toBe('forbidden');
  url = undefined;
  contains.mockResolvedValue(true);
  expect(await whyOutOfReach(1, NO_ACCESS)).toBe('forbidden');
});
