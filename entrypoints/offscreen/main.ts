/** The offscreen document: does what Chrome's service worker cannot do, or what would make it large. */

import { objectUrlsInPlace } from '@/lib/browser/files/object-urls';
import { onMessage } from '@/lib/browser/message-answers';
import { openJobStore } from '@/lib/jobs/store/jobs';
import { createDocumentWork } from './work';

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
  return inUse.size;
});

onMessage('objectUrlsInUse', () => inUse.size);
onMessage('inspectPicture', async (blobKey) => (await work).inspect(blobKey));
onMessage('preparePicture', async (request) => (await work).prepare(request));
onMessage('makeFile', async (request) => (await work).makeFile(request));
