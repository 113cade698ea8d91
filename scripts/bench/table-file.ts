import type { Size } from '@/lib/images/pipeline/bands/raster';

/** What a file is compared with. */
export const REFERENCES = {
  libvips: 'the file as libvips decodes it, and LittleCMS converts it by its profile',
  numbers: 'the untagged samples, converted by the published numbers of the space (profiles.ts)',
  librsvg: 'the drawing as librsvg draws it at the size that was sent',
  'BT.2408': 'the picture without HDR, its white at 203 cd/m2; browsers may map tones',
} as const;

/** A file that is handed to the extension, and what should become of it. */
export interface TableFile {
  label: string;
  /** Of its name. */
  extension: string;
  bytes: Buffer;
  by: keyof typeof REFERENCES;
  /** What it shows, if the file itself does not tell libvips; at the size that was sent, if that depends. */
  reference?: Buffer | ((sent: Size) => Promise<Buffer>);
  /** Whether memory is measured. */
  isLarge?: true;
}
