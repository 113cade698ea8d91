/** Runs `prepare` where a service worker would: without a DOM. */
import { prepare } from '@/lib/images/pipeline/prepare';

addEventListener('message', async ({ data }: MessageEvent<Blob>) => {
  const { sent, changes } = await prepare(data, { target: '2k' });
  postMessage([sent.type, changes, typeof document]);
});
