import { ascii, type ByteSource } from './byte-source';
import { coloursOfProfile } from './icc';

const NAME = 'ICC_PROFILE\0';
/** Marker, length, name, number of the part from 1, number of parts. */
const HEAD_BYTES = 4 + NAME.length + 2;

/** The ICC profile of a JPEG, which lies in up to 255 segments. Source: ICC.1:2022, annex B.4. */
export class ProfileParts {
  private readonly parts = new Map<number, { at: number; end: number }>();
  private total = 0;

  /** Notes an APP2 segment; others than those of a profile are ignored. */
  async add(file: ByteSource, at: number, end: number): Promise<void> {
    const head = await file.read(at, HEAD_BYTES);
    if (head.length < HEAD_BYTES || ascii(head, 4, NAME.length) !== NAME) return;
    const [number = 0, total = 0] = head.subarray(4 + NAME.length);
    this.total = total;
    if (!this.parts.has(number)) this.parts.set(number, { at: at + HEAD_BYTES, end });
  }

  /** As `coloursOfProfile`. */
  async colours(file: ByteSource): Promise<string | undefined> {
    const bytes = await this.bytes(file);
    return bytes && coloursOfProfile(bytes);
  }

  /** @returns undefined with a part missing: then there is no profile, as for a browser */
  async bytes(file: ByteSource): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const parts = Array.from({ length: this.total }, (_, index) => this.parts.get(index + 1));
    if (parts.length === 0 || parts.some((part) => !part)) return undefined;
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    for (const part of parts) {
      if (part) pieces.push((await file.read(part.at, part.end - part.at)).slice());
    }
    return new Uint8Array(await new Blob(pieces).arrayBuffer());
  }
}
