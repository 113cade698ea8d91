// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { requestAccess } from '@/lib/browser/access/permissions';
import { listSites, type SiteState } from '@/lib/browser/access/site-access';
import { sendImages } from '@/lib/browser/files/send-images';
import { consent } from '@/lib/browser/storage/consent';
import { changeSettings, readSettings } from '@/lib/browser/storage/settings';
import { storageFull } from '@/lib/browser/storage/storage-full';
import { JobError } from '@/lib/jobs/model/failure';
import { connect, type WelcomeConnection } from './connect';

const ask = vi.hoisted(() => vi.fn<() => Promise<object>>());
vi.mock('@/lib/browser/messages', () => ({ sendMessage: ask }));
vi.mock('@/lib/browser/access/permissions', () => ({ requestAccess: vi.fn() }));
vi.mock('@/lib/browser/files/send-images', () => ({ sendImages: vi.fn() }));
vi.mock('@/lib/browser/access/site-access', () => ({
  listSites: vi.fn(),
  originsOf: (site: string) => [`https://*.${site}.example/*`],
  watchSites() {},
}));
vi.mock('@/lib/browser/pages/toolbar', () => ({
  isInToolbar: async () => true,
  watchToolbar() {},
}));

beforeEach(() => {
  fakeBrowser.reset();
  ask.mockReset().mockResolvedValue({ state: 'signed-in' });
  vi.mocked(sendImages).mockReset();
  vi.mocked(requestAccess).mockReset();
  allow('none', 'none');
  vi.stubGlobal(
    'fetch',
    async () => new Response('cabin', { headers: { 'content-type': 'image/jpeg' } }),
  );
});

function allow(jimeng: SiteState, dreamina: SiteState): void {
  const services = { jimeng, dreamina };
  vi.mocked(listSites).mockResolvedValue({ everywhere: false, sites: [], services });
}

async function open(): Promise<WelcomeConnection> {
  const connection = connect();
  await vi.waitFor(() => expect(connection.live.value).toBeDefined());
  return connection;
}

it('is shown when the background does not answer, with what has changed meanwhile', async () => {
  await consent.revoke();
  let refuse = (_: Error) => {};
  ask.mockImplementation(() => new Promise((_, reject) => (refuse = reject)));
  const { live } = connect();
  await vi.waitFor(() => expect(listSites).toHaveBeenCalled());
  await new Promise((resolve) => setTimeout(resolve, 20));
  await consent.grant(5);
  refuse(new Error('no response'));
  await vi.waitFor(() =>
    expect(live.value).toMatchObject({ isAgreed: true, account: { state: 'unknown' } }),
  );
});

it('is shown when the consent cannot be read, and takes back one that cannot be kept', async () => {
  vi.spyOn(consent, 'read').mockRejectedValueOnce(new Error('no database'));
  const { live, actions } = await open();
  expect(live.value?.isAgreed).toBe(false);
  vi.spyOn(consent, 'grant').mockRejectedValueOnce(new Error('disk full'));
  actions.agree();
  expect(live.value?.isAgreed).toBe(true);
  await vi.waitFor(() => expect(live.value?.isAgreed).toBe(false));
});

it('says that the picture to try is on its way', async () => {
  const { live, actions } = await open();
  actions.upscaleTrial();
  await vi.waitFor(() => expect(sendImages).toHaveBeenCalledOnce());
  expect(live.value).toMatchObject({ isTrying: true, isStorageFull: false });
});

it('says that there is no room for the picture to try, as the popup will', async () => {
  vi.mocked(sendImages).mockRejectedValue(new JobError('storage-full'));
  const { live, actions } = await open();
  actions.upscaleTrial();
  expect(live.value).toMatchObject({ isTrying: true });
  await vi.waitFor(() =>
    expect(live.value).toMatchObject({ isTrying: false, isStorageFull: true }),
  );
  expect(await storageFull.read()).toBe(true);
  vi.mocked(sendImages).mockResolvedValue({
    added: 1,
    notImages: 0,
    notAddresses: 0,
    tooMany: 0,
    refused: [],
  });
  actions.upscaleTrial();
  await vi.waitFor(() =>
    expect(live.value).toMatchObject({ isTrying: true, isStorageFull: false }),
  );
});

const storedSite = async () => (await readSettings()).site;

describe('where the account is', () => {
  it('is not guessed, is asked for within the click, and is kept once access is allowed', async () => {
    vi.mocked(requestAccess).mockResolvedValue(true);
    const { live, actions } = await open();
    expect(live.value?.site).toBeUndefined();
    actions.chooseSite('dreamina');
    expect(live.value?.site).toBe('dreamina');
    expect(await storedSite()).toBe('auto');
    actions.allowService('dreamina');
    // Nothing may be awaited before the prompt.
    expect(requestAccess).toHaveBeenCalledExactlyOnceWith(['https://*.dreamina.example/*']);
    await vi.waitFor(async () => expect(await storedSite()).toBe('dreamina'));
  });

  it('is not kept when access is refused: the page says so, until one chooses again', async () => {
    vi.mocked(requestAccess).mockResolvedValue(false);
    const { live, actions } = await open();
    actions.chooseSite('dreamina');
    actions.allowService('dreamina');
    await vi.waitFor(() => expect(live.value?.refused).toBe('dreamina'));
    expect(await storedSite()).toBe('auto');
    actions.chooseSite('jimeng');
    expect(live.value?.refused).toBeUndefined();
  });

  it('is kept at once where access is allowed already', async () => {
    allow('all', 'all');
    const { live, actions } = await open();
    expect(live.value?.site).toBeUndefined();
    actions.chooseSite('jimeng');
    await vi.waitFor(async () => expect(await storedSite()).toBe('jimeng'));
  });

  it('is the one that was chosen before, or the only one that is allowed', async () => {
    allow('some', 'all');
    expect((await open()).live.value?.site).toBe('dreamina');
    await changeSettings({ site: 'jimeng' });
    expect((await open()).live.value?.site).toBe('jimeng');
  });
});
