import type { RasteriseSvg } from '@/lib/images/prepare';
import { sendMessage } from './messages';
import { askOffscreen, hasDocument, withOffscreen } from './offscreen';

/** Where the drawn picture lies for the moment of handing over. */
export interface Handover {
  blob(key: string): Promise<Blob | undefined>;
  deleteBlob(key: string): Promise<void>;
}

/**
 * Draws an SVG wherever this browser can: here, or in the offscreen document.
 * @param drawHere for contexts with a document
 */
export function createSvgRasteriser(store: Handover, drawHere: RasteriseSvg): RasteriseSvg {
  if (hasDocument()) return drawHere;
  return (svg, width, height) =>
    withOffscreen(async () => {
      const blobKey = `drawn-${crypto.randomUUID()}/png`;
      const request = { svg: await svg.text(), width, height, blobKey };
      await askOffscreen(() => sendMessage('rasteriseSvg', request));
      const drawn = await store.blob(blobKey);
      await store.deleteBlob(blobKey);
      if (!drawn) throw new Error('the offscreen document drew nothing');
      return drawn;
    });
}
