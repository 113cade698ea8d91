/** The parts that are used of libraries without types. */

declare module 'pdfjs-dist/image_decoders/pdf.image_decoders.mjs' {
  export class JpegImage {
    width: number;
    height: number;
    numComponents: number;
    parse(data: Uint8Array): void;
    /** Interleaved samples; of four components CMYK, where 255 is full ink. */
    getData(size: { width: number; height: number }): Uint8ClampedArray;
  }
}

declare module 'lcms-wasm' {
  export const TYPE_RGB_8: number;
  export const INTENT_PERCEPTUAL: number;
  export interface Lcms {
    HEAPU8: Uint8Array;
    _malloc(bytes: number): number;
    _free(pointer: number): void;
    _cmsOpenProfileFromMem(pointer: number, bytes: number): number;
    cmsCreate_sRGBProfile(): number;
    cmsGetColorSpaceASCII(profile: number): string | null;
    cmsFormatterForColorspaceOfProfile(profile: number, bytes: number, isFloat: boolean): number;
    cmsCreateTransform(
      from: number,
      fromFormat: number,
      to: number,
      toFormat: number,
      intent: number,
      flags: number,
    ): number;
    cmsDoTransform(transform: number, samples: Uint8Array, pixels: number): Uint8Array;
  }
  export function instantiate(options?: { locateFile?(name: string): string }): Promise<Lcms>;
}
