// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deleteJobStore } from '@/lib/jobs/store/jobs';
import { CLOSED_DATABASES, openAgain } from '@/tests/support/other-database';
import { connect } from './connect';

vi.mock('@/lib/browser/messages', () => ({ sendMessage: vi.fn() }));

beforeEach(deleteJobStore);
afterEach(openAgain);

const byCode = (a: string, b: string) => (a < b ? -1 : 1);

describe.each(['newer', 'unreadable'] as const)('a history that is %s', (trouble) => {
  it('is said in place of the picture', async () => {
    await CLOSED_DATABASES[trouble]();
    const page = connect('job-1', {}, byCode);
    await vi.waitFor(() => expect(page.trouble.value).toBe(trouble));
    expect(page.live.value).toBeUndefined();
  });
});

it.each(['is asked for', 'is come back to'])('is read when it %s again', async (how) => {
  await CLOSED_DATABASES.unreadable();
  const page = connect('job-1', {}, byCode);
  await vi.waitFor(() => expect(page.trouble.value).toBe('unreadable'));
  openAgain();
  if (how === 'is asked for') page.readAgain();
  else document.dispatchEvent(new Event('visibilitychange'));
  await vi.waitFor(() => expect(page.live.value).toBeDefined());
  expect(page.trouble.value).toBeUndefined();
});
