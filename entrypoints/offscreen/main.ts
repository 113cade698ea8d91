/** Does for Chrome's service worker what a worker cannot do, and what would make it large. */

import { objectUrlsInPlace } from '@/lib/browser/files/object-urls';
import { onMessage } from '@/lib/browser/message-answers';
import { writeBy } from '@/lib/images/pipeline/codec';
import { createEncoder } from '@/lib/images/pipeline/encode-elsewhere';
import { openJobStore } from '@/lib/jobs/store/jobs';
import { createDocumentWork } from './work';

// The bundler only knows a worker by this very form.
const startEncoder = () =>
  new Worker(new URL('../../lib/images/pipeline/encode-worker.ts', import.meta.url), {
    type: 'module',
  });
writeBy(createEncoder(startEncoder));

const store = openJobStore(() => {});
const work = store.then(createDocumentWork);
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
  return countInUse();
});

onMessage('objectUrlsInUse', countInUse);
onMessage('inspectPicture', async (blobKey) => (await work).inspect(blobKey));
onMessage('preparePicture', async (request) => (await work).prepare(request));
onMessage('restoreTransparency', async (request) => (await work).restoreTransparency(request));
onMessage('cutPart', async (request) => (await work).cutPart(request));
onMessage('joinParts', async (request) => (await work).joinParts(request));
onMessage('makeFile', async (request) => (await work).makeFile(request));
onMessage('nameZip', async (request) => (await work).nameZip(request));
onMessage('openZip', async (id) => {
  await (await work).openZip(id);
  return true;
});
onMessage('addToZip', async (entry) => (await work).addToZip(entry));
onMessage('closeZip', async (id) => {
  const url = await (await work).closeZip(id);
  inUse.add(url);
  return url;
});
onMessage('discardZip', async (id) => {
  await (await work).discardZip(id);
  return true;
});

/** What the document stays open for. */
async function countInUse(): Promise<number> {
  return inUse.size + (await work).running();
}
