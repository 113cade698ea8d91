/** Does for Chrome's service worker what a worker cannot: object URLs and drawing SVG. */
import { onMessage } from '@/lib/browser/messages';
import { objectUrlsInPlace } from '@/lib/browser/object-urls';
import { rasteriseSvg } from '@/lib/images/rasterise-svg';
import { openJobStore } from '@/lib/jobs/store';

const store = openJobStore(() => {});
const urls = objectUrlsInPlace(async (key) => (await store).blob(key));
const inUse = new Set<string>();

onMessage('createObjectUrl', async (blobKey) => {
  const url = await urls.create(blobKey);
  inUse.add(url);
  return url;
});

onMessage('revokeObjectUrl', async (url) => {
  await urls.revoke(url);
  inUse.delete(url);
  return inUse.size;
});

onMessage('rasteriseSvg', async ({ svg, width, height, blobKey }) => {
  const drawn = await rasteriseSvg(new Blob([svg]), width, height);
  await (await store).putBlob(blobKey, drawn);
  return true as const;
});
