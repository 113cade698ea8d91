import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type CmykRequest, cmykToSrgb } from '@/lib/images/pipeline/cmyk-to-srgb';

/** A worker that converts one CMYK picture; lib/images/pipeline/decode-cmyk.ts starts and ends it. */
export default defineUnlistedScript(() => {
  addEventListener('message', async ({ data }: MessageEvent<CmykRequest>) => {
    try {
      postMessage(await cmykToSrgb(data, '/lcms.wasm'));
    } catch {
      // Without an answer of pixels the browser's own conversion is taken.
      postMessage(undefined);
    }
  });
});
