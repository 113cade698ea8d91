import { INTENT_PERCEPTUAL, instantiate, type Lcms, TYPE_RGB_8 } from 'lcms-wasm';
import { JpegImage } from 'pdfjs-dist/image_decoders/pdf.image_decoders.mjs';

/** A CMYK JPEG, and its profile. */
export interface CmykRequest {
  jpeg: ArrayBuffer;
  profile: Uint8Array<ArrayBuffer>;
}

/** Pixels for an `ImageData`. */
export interface Rgba {
  data: Uint8ClampedArray<ArrayBuffer>;
  width: number;
  height: number;
}

/** `cmsFLAGS_NOOPTIMIZE`: a coarse table would stand for the profile otherwise. */
const NO_OPTIMISATION = 0x0100;
const COMPONENTS = 4;
/** Pixels that are converted at once; bounds the memory of the library. */
const BAND_PIXELS = 1 << 18;

/**
 * Decodes a CMYK or YCCK JPEG, and converts it by its profile. Browsers convert without the profile: what they show
 * differs by 6 of 255 on average, and by 58 at most (Chromium 156).
 * @param wasmUrl address of LittleCMS
 * @throws if it does not decode, or if the profile is none of CMYK
 */
export async function cmykToSrgb({ jpeg, profile }: CmykRequest, wasmUrl: string): Promise<Rgba> {
  const image = new JpegImage();
  image.parse(new Uint8Array(jpeg));
  const { width, height } = image;
  if (image.numComponents !== COMPONENTS) throw new Error('not CMYK');
  const inks = image.getData({ width, height });
  const lcms = await instantiate({ locateFile: () => wasmUrl });
  const transform = transformOf(lcms, profile);
  const data = new Uint8ClampedArray(width * height * 4);
  for (let from = 0; from < width * height; from += BAND_PIXELS) {
    const pixels = Math.min(BAND_PIXELS, width * height - from);
    const band = new Uint8Array(inks.subarray(from * COMPONENTS, (from + pixels) * COMPONENTS));
    const rgb = lcms.cmsDoTransform(transform, band, pixels);
    // No object for each of millions of pixels.
    for (let at = 0, to = from * 4; at < rgb.length; at += 3, to += 4) {
      data[to] = rgb[at] ?? 0;
      data[to + 1] = rgb[at + 1] ?? 0;
      data[to + 2] = rgb[at + 2] ?? 0;
      data[to + 3] = 255;
    }
  }
  return { data, width, height };
}

/** The instance of the library is thrown away with its worker, and all of this with it. */
function transformOf(lcms: Lcms, profile: Uint8Array): number {
  // The library's own function copies it to the stack, which is too small for one of CMYK.
  const pointer = lcms._malloc(profile.length);
  lcms.HEAPU8.set(profile, pointer);
  const from = lcms._cmsOpenProfileFromMem(pointer, profile.length);
  if (!from || lcms.cmsGetColorSpaceASCII(from) !== 'CMYK') throw new Error('no CMYK profile');
  const format = lcms.cmsFormatterForColorspaceOfProfile(from, 1, false);
  const transform = lcms.cmsCreateTransform(
    from,
    format,
    lcms.cmsCreate_sRGBProfile(),
    TYPE_RGB_8,
    // As libvips and printers' software do unless told otherwise.
    INTENT_PERCEPTUAL,
    NO_OPTIMISATION,
  );
  if (!transform) throw new Error('no conversion');
  return transform;
}
