// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sendFiles } from '@/lib/browser/files/send-files';
import { storageFull } from '@/lib/browser/storage/storage-full';
import { JobError } from '@/lib/jobs/model/failure';
import { connect, type WelcomeConnection } from './connect';

vi.mock('@/lib/browser/messages', () => ({
  sendMessage: async () => ({ state: 'signed-in' }),
}));
vi.mock('@/lib/browser/access/permissions', () => ({}));
vi.mock('@/lib/browser/files/send-files', () => ({ sendFiles: vi.fn() }));
vi.mock('@/lib/browser/access/site-access', () => ({
  listSites: async () => ({ everywhere: false }),
  watchSites() {},
}));
vi.mock('@/lib/browser/pages/toolbar', () => ({
  isInToolbar: async () => true,
  watchToolbar() {},
}));

beforeEach(() => {
  fakeBrowser.reset();
  vi.mocked(sendFiles).mockReset();
  vi.stubGlobal(
    'fetch',
    async () => new Response('cabin', { headers: { 'content-type': 'image/jpeg' } }),
  );
});

async function open(): Promise<WelcomeConnection> {
  const connection = connect();
  await vi.waitFor(() => expect(connection.live.value).toBeDefined());
  return connection;
}

it('says that the picture to try is on its way', async () => {
  const { live, actions } = await open();
  actions.upscaleTrial();
  await vi.waitFor(() => expect(sendFiles).toHaveBeenCalledOnce());
  expect(live.value).toMatchObject({ isTrying: true, isStorageFull: false });
});

it('says that there is no room for the picture to try, as the popup will', async () => {
  vi.mocked(sendFiles).mockRejectedValue(new JobError('storage-full'));
  const { live, actions } = await open();
  actions.upscaleTrial();
  expect(live.value).toMatchObject({ isTrying: true });
  await vi.waitFor(() =>
    expect(live.value).toMatchObject({ isTrying: false, isStorageFull: true }),
  );
  expect(await storageFull.read()).toBe(true);
  vi.mocked(sendFiles).mockResolvedValue();
  actions.upscaleTrial();
  await vi.waitFor(() =>
    expect(live.value).toMatchObject({ isTrying: true, isStorageFull: false }),
  );
});
