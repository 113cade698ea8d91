import type { ImageErrorCode } from '@/lib/images/formats/errors';
import { bytesOf } from './image-files';

/** A picture, or a refusal by name. */
export type Outcome = ImageErrorCode | 'picture';

/** A file that stands for one known attack or mistake. */
export interface HostileFile {
  name: string;
  make(): Blob | Promise<Blob>;
  /** What `inspect` makes of its header. */
  header: Outcome;
  /**
   * What `prepare` and a full decode may make of it, if that is not `header`. More than one where
   * browsers differ.
   */
  decoded?: readonly Outcome[];
  /** Of its EXIF, if that is not 1. */
  orientation?: number;
  /** The header reader stops before endless parts, the metadata stripper must refuse them. */
  isEndless?: true;
}

export function hostileFile(
  name: string,
  header: Outcome,
  ...parts: (string | ArrayLike<number>)[]
): HostileFile {
  return { name, header, make: () => new Blob([bytesOf(...parts)]) };
}
