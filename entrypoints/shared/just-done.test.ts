// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sendMessage } from '@/lib/browser/messages';
import { openCompare } from '@/lib/browser/pages/compare';
import { lastSeen } from '@/lib/browser/storage/last-seen';
import { createJustDone } from './just-done';

vi.mock('@/lib/browser/messages', () => ({ sendMessage: vi.fn() }));
vi.mock('@/lib/browser/pages/compare', () => ({ openCompare: vi.fn() }));

beforeEach(async () => {
  fakeBrowser.reset();
  vi.clearAllMocks();
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(false);
  await lastSeen.write(500);
});

describe('what was done since the last visit', () => {
  it('is counted from the last visit, not from this one, and leads to the last of them', async () => {
    vi.mocked(sendMessage).mockImplementation(async () => lastSeen.write(900) as never);
    const justDone = createJustDone();
    const doneSince = vi.fn(async (at: number) => (at < 900 ? ['b', 'a'] : []));
    expect(await justDone.count({ doneSince })).toBe(2);
    expect(doneSince).toHaveBeenCalledExactlyOnceWith(500);
    expect(sendMessage).toHaveBeenCalledExactlyOnceWith('opened');
    justDone.compare();
    await vi.waitFor(() =>
      expect(openCompare).toHaveBeenCalledExactlyOnceWith('b', { since: 500 }),
    );
  });

  it('is nothing where nothing was done, or nothing can be read', async () => {
    const justDone = createJustDone();
    expect(await justDone.count({ doneSince: async () => [] })).toBeUndefined();
    expect(await justDone.count({ doneSince: () => Promise.reject(new Error()) })).toBeUndefined();
    justDone.compare();
    await Promise.resolve();
    expect(openCompare).not.toHaveBeenCalled();
  });
});

it('what ends in view is seen, and what ends while the page is hidden is not', async () => {
  const justDone = createJustDone();
  await vi.waitFor(() => expect(sendMessage).toHaveBeenCalledTimes(1));
  justDone.ended(3);
  justDone.ended(3);
  justDone.ended(2);
  expect(sendMessage).toHaveBeenCalledTimes(1);
  justDone.ended(3);
  expect(sendMessage).toHaveBeenCalledTimes(2);
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  justDone.ended(4);
  expect(sendMessage).toHaveBeenCalledTimes(2);
});
