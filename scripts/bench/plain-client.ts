/**
 * The client that the extension is compared with. It follows the documented flow of the service, one
 * request after the other, and polls every three seconds.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createJimeng } from '@/lib/jimeng/client';
import { JIMENG_CN } from '@/lib/jimeng/model/sites';

const POLL_MS = 3_000;

/** @returns ms from the click to the result's bytes */
export async function runPlainClient(
  fetchPage: typeof fetch,
  imageUrl: string,
): Promise<{ ms: number; polls: number }> {
  const started = performance.now();
  const service = createJimeng({
    site: JIMENG_CN,
    fetch: fetchPage,
    now: Date.now,
    uuid: randomUUID,
  });
  const image = await (await fetchPage(imageUrl)).blob();
  const { uri } = await service.upload(image);
  const submitId = randomUUID();
  await service.submit({ submitId, tool: 'smart-hd', target: '2k', imageUri: uri });
  for (let polls = 1; ; polls += 1) {
    await sleep(POLL_MS);
    const report = (await service.lookUp([submitId])).get(submitId);
    if (report?.state !== 'done') continue;
    await service.download(report.image.url);
    return { ms: performance.now() - started, polls };
  }
}
