/** One image that a person hands in, ready for the store. */
export type Given = GivenFile | GivenAddress;

interface GivenImage {
  /** The batch that it waits in; `at`: Unix ms. */
  batch?: { id: string; name: string; at: number };
}

/** An image with its bytes. */
interface GivenFile extends GivenImage {
  kind: 'file';
  /** Name of the file, with its extension. */
  name: string;
  /** Place inside the folder or archive, cleaned, such as `chapter 1/003.png`. Absent for a loose file. */
  path?: string;
  /** Name of the archive, without its extension. */
  archive?: string;
  /** Place in the directory of the archive, from 0. */
  entry?: number;
  bytes: Blob;
}

/** An image that is fetched later. */
interface GivenAddress extends GivenImage {
  kind: 'address';
  name: string;
  /** `http:` or `https:` */
  url: string;
}

/** Why an archive, or the rest of it, was not taken. */
export type ArchiveFault = 'encrypted' | 'damaged' | 'too-large' | 'too-many';

/** What came of one drop, paste or choice. The counts add up to what was offered, hidden files apart. */
export interface Intake {
  added: number;
  notImages: number;
  notAddresses: number;
  tooMany: number;
  refused: { archive: string; fault: ArchiveFault }[];
  /** Match patterns of the hosts of added addresses that may not be accessed yet. */
  patterns: string[];
}

/** What was offered and not taken. */
export type LeftOut =
  | { kind: 'left-out'; why: 'not-image' | 'not-address' | 'too-many'; count: number }
  | { kind: 'refused'; archive: string; fault: ArchiveFault };
