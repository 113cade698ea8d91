import sharp from 'sharp';
import { type Enlarge, enlargeWithSharp } from '@/simulator/service/enlarge';

/** Makes results that are negatives of the originals, so that a screenshot tells which of the two it shows. */
export const enlargeToNegative: Enlarge = async (bytes, target) => {
  const result = await enlargeWithSharp(bytes, target);
  const negative = await sharp(result.bytes).negate({ alpha: false }).toBuffer();
  return { ...result, bytes: negative };
};
