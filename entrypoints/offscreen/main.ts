/** Makes addresses of stored bytes for Chrome's service worker, which cannot. Holds nothing else. */
import { onMessage } from '@/lib/browser/messages';
import { objectUrlsInPlace } from '@/lib/browser/object-urls';
import { openJobStore } from '@/lib/jobs/store';

const store = openJobStore(() => {});
const urls = objectUrlsInPlace(async (key) => (await store).blob(key));
const inUse = new Set<string>();

onMessage('createObjectUrl', async ({ data: blobKey }) => {
  const url = await urls.create(blobKey);
  inUse.add(url);
  return url;
});

onMessage('revokeObjectUrl', async ({ data: url }) => {
  await urls.revoke(url);
  inUse.delete(url);
  return inUse.size;
});
