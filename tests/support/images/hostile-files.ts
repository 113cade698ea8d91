/** Broken and hostile files for the tests, in Node and in the browser; the same ones every time. */
import type { ImageErrorCode } from '@/lib/images/formats/errors';
import { bombs } from './hostile-bombs';
import { claims } from './hostile-claims';
import { damage } from './hostile-damage';
import { drawings } from './hostile-drawings';
import { strangers } from './hostile-strangers';

/** What may come of a file: a picture, or a refusal by name. */
export type Outcome = ImageErrorCode | 'picture';

export interface HostileFile {
  name: string;
  make(): Blob | Promise<Blob>;
  /** What its header may be taken for; nothing else is right. */
  header: readonly Outcome[];
  /**
   * What may come of it in the end. If absent: what the header may be taken for, and `image-broken`
   * where a header that looks well may stand before damaged pixels.
   */
  whole?: readonly Outcome[];
}

export function hostileFiles(seed: number): HostileFile[] {
  return [...damage(seed), ...claims(), ...bombs(), ...strangers(), ...drawings()];
}

export function allowedInTheEnd({ header, whole }: HostileFile): readonly Outcome[] {
  return whole ?? (header.includes('picture') ? [...header, 'image-broken'] : header);
}
