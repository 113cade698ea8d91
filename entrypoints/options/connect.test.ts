// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { consent } from '@/lib/browser/storage/consent';
import { pageConsent } from '@/lib/browser/storage/page-consent';
import { readSettings } from '@/lib/browser/storage/settings';
import { SITE_NAMES } from '@/lib/jimeng/model/sites';
import { deleteJobStore } from '@/lib/jobs/store/jobs';
import { CLOSED_DATABASES, openAgain } from '@/tests/support/other-database';
import { connect } from './connect';
import { connectHistory } from './history';

const ask = vi.hoisted(() => vi.fn<() => Promise<object>>());
vi.mock('@/lib/browser/messages', () => ({ sendMessage: ask }));

beforeEach(async () => {
  ask.mockReset().mockResolvedValue({ state: 'signed-in' });
  fakeBrowser.reset();
  await deleteJobStore();
  Object.assign(fakeBrowser, {
    commands: { getAll: async () => [] },
    permissions: {
      contains: async () => true,
      getAll: async () => ({ origins: [] }),
      onAdded: { addListener() {} },
      onRemoved: { addListener() {} },
    },
  });
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '1.2.3' }) });
  Object.assign(navigator, { storage: { estimate: async () => ({ usage: 1 }) } });
});
afterEach(openAgain);

const comeBack = () => document.dispatchEvent(new Event('visibilitychange'));

describe.each(['newer', 'unreadable'] as const)('a history that is %s', (trouble) => {
  it('does not keep the settings from being shown, and says why there is no report', async () => {
    await CLOSED_DATABASES[trouble]();
    const { live } = connect();
    await vi.waitFor(() => expect(live.value?.reportTrouble).toBe(trouble));
    expect(live.value?.settings.target).toBe('2k');
    expect(live.value?.report).toBeUndefined();
  });

  it('is said in its own section', async () => {
    await CLOSED_DATABASES[trouble]();
    const history = connectHistory();
    await vi.waitFor(() => expect(history.value.trouble).toBe(trouble));
    // Pressed all the same, it is said again, and is no rejection that nobody hears.
    history.value.actions.exportHistory();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(history.value.trouble).toBe(trouble);
  });
});

describe('a history that can be read again', () => {
  it('brings the report when the person comes back', async () => {
    await CLOSED_DATABASES.unreadable();
    const { live } = connect();
    await vi.waitFor(() => expect(live.value?.reportTrouble).toBe('unreadable'));
    openAgain();
    comeBack();
    await vi.waitFor(() => expect(live.value?.report).toMatch(/\w/));
    expect(live.value?.reportTrouble).toBeUndefined();
  });

  it.each(['is asked for', 'is come back to'])('is shown when it %s', async (how) => {
    await CLOSED_DATABASES.unreadable();
    const history = connectHistory();
    await vi.waitFor(() => expect(history.value.trouble).toBe('unreadable'));
    openAgain();
    if (how === 'is asked for') history.value.actions.readAgain();
    else comeBack();
    await vi.waitFor(() => expect(history.value.trouble).toBeUndefined());
    expect(history.value.rows).toBe(0);
  });
});

describe('the agreement to the page of a site', () => {
  it.each(SITE_NAMES)('is that of %s alone, and is shown wherever it is given', async (site) => {
    for (const each of SITE_NAMES) await pageConsent[each].revoke();
    const { live, actions } = connect();
    const untilAgreed = (expected: boolean) =>
      vi.waitFor(() => expect(live.value?.isPageAgreed[site]).toBe(expected));
    await untilAgreed(false);
    actions.agreeToPage(site, true);
    await untilAgreed(true);
    expect(await pageConsent[site].read()).toMatchObject({ isForAll: false });
    expect(Object.values(live.value?.isPageAgreed ?? {}).filter(Boolean)).toHaveLength(1);
    actions.agreeToPage(site, false);
    await untilAgreed(false);
    expect(await pageConsent[site].read()).toBeUndefined();
    // On a row.
    await pageConsent[site].grant({ at: 5, isForAll: false });
    await untilAgreed(true);
  });
});

describe('what changes while the account is asked for', () => {
  it('is shown, although the rest was read before it', async () => {
    await consent.revoke();
    const { live, actions } = connect();
    await vi.waitFor(() => expect(live.value?.settings.target).toBe('2k'));
    // The pages of the tests before are still there.
    const asked: ((answer: object) => void)[] = [];
    ask.mockReset().mockImplementation(() => new Promise((resolve) => asked.push(resolve)));
    comeBack();
    await vi.waitFor(() => expect(ask).toHaveBeenCalled());
    await new Promise((resolve) => setTimeout(resolve, 20));
    actions.change({ target: '4k' });
    await consent.grant(5);
    await vi.waitFor(async () => expect((await readSettings()).target).toBe('4k'));
    await vi.waitFor(() => expect(live.value?.consentAt).toBe(5));
    for (const answer of asked) answer({ state: 'signed-out' });
    await vi.waitFor(() => expect(live.value?.account.state).toBe('signed-out'));
    expect(live.value).toMatchObject({ settings: { target: '4k' }, consentAt: 5 });
  });
});
