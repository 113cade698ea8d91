import type { ByteSource } from './byte-source';
import { coloursOfProfile } from './icc';

/** As much as a JPEG could carry, times what zlib can make of nothing. A real profile has up to 4 MB. */
const MAX_PROFILE_BYTES = 4 * 1024 * 1024;
/** Longest name of a profile, its end, and the method of compression. */
const MAX_PROFILE_HEAD = 81;
const SIXTEEN_BITS = '16 bit';
/** What sRGB is in `gAMA` and `cHRM`. Source: PNG 3rd edition, 11.3.2.5. */
export const SRGB_GAMMA = 45_455;
const SRGB_CHROMATICITIES = [31_270, 32_900, 64_000, 33_000, 30_000, 60_000, 15_000, 6_000];
/** Writers round differently. */
export const GAMMA_TOLERANCE = 200;
const CHROMATICITY_TOLERANCE = 300;
/** Code points of ITU-T H.273. */
const CICP_PRIMARIES: Readonly<Record<number, string>> = {
  1: 'BT.709',
  9: 'BT.2020',
  12: 'Display P3',
};
const CICP_TRANSFERS: Readonly<Record<number, string>> = { 8: 'linear', 16: 'PQ', 18: 'HLG' };
const BT709 = 1;
const SRGB_TRANSFER = 13;

/** Where the chunks about colours are; the first of each kind counts. */
export class PngColours {
  private readonly chunks = new Map<string, { at: number; length: number }>();

  /** @param at of the content */
  note(type: string, at: number, length: number): void {
    if (!this.chunks.has(type)) this.chunks.set(type, { at, length });
  }

  /**
   * A name for the colours; undefined if they are 8-bit sRGB, or untagged. The order is that of the PNG
   * specification, 4.3: the chunk that comes first decides.
   */
  async read(file: ByteSource, bitDepth: number): Promise<string | undefined> {
    return (await this.space(file)) ?? (bitDepth === 16 ? SIXTEEN_BITS : undefined);
  }

  private async space(file: ByteSource): Promise<string | undefined> {
    const cicp = await this.numbers(file, 'cICP', 4, (view, at) => view.getUint8(at));
    if (cicp) return cicpName(cicp);
    const profile = this.chunks.get('iCCP');
    if (profile) return coloursOfProfile(await inflated(file, profile));
    if (this.chunks.has('sRGB')) return undefined;
    return gammaName(
      await this.numbers(file, 'gAMA', 1, (view, at) => view.getUint32(at * 4)),
      await this.numbers(file, 'cHRM', 8, (view, at) => view.getUint32(at * 4)),
    );
  }

  private async numbers(
    file: ByteSource,
    type: string,
    count: number,
    read: (view: DataView, index: number) => number,
  ): Promise<number[] | undefined> {
    const chunk = this.chunks.get(type);
    if (!chunk || chunk.length < (type === 'cICP' ? count : count * 4)) return undefined;
    const view = await file.view(chunk.at, chunk.length);
    return Array.from({ length: count }, (_, index) => read(view, index));
  }
}

function cicpName([primaries = 0, transfer = 0]: readonly number[]): string | undefined {
  if (primaries === BT709 && transfer === SRGB_TRANSFER) return undefined;
  const names = [CICP_PRIMARIES[primaries], CICP_TRANSFERS[transfer]].filter(Boolean);
  return names.join(' ') || 'CICP';
}

function gammaName(
  gamma: readonly number[] | undefined,
  chromaticities: readonly number[] | undefined,
): string | undefined {
  const [value = SRGB_GAMMA] = gamma ?? [];
  const isSrgb =
    Math.abs(value - SRGB_GAMMA) <= GAMMA_TOLERANCE &&
    SRGB_CHROMATICITIES.every(
      (wanted, index) =>
        Math.abs((chromaticities?.[index] ?? wanted) - wanted) <= CHROMATICITY_TOLERANCE,
    );
  return isSrgb ? undefined : `gamma ${(value / 100_000).toFixed(3)}`;
}

/** The profile; empty if it does not inflate, or to too much. */
async function inflated(
  file: ByteSource,
  { at, length }: { at: number; length: number },
): Promise<Uint8Array> {
  const head = await file.read(at, Math.min(length, MAX_PROFILE_HEAD));
  const end = head.indexOf(0);
  if (end < 0) return new Uint8Array();
  const packed = (await file.read(at + end + 2, length - end - 2)).slice();
  const reader = new Blob([packed])
    .stream()
    .pipeThrough(new DecompressionStream('deflate'))
    .getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      bytes += value.length;
      if (bytes > MAX_PROFILE_BYTES) return new Uint8Array();
      pieces.push(value);
    }
  } catch {
    return new Uint8Array();
  } finally {
    reader.cancel().catch(() => undefined);
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}
