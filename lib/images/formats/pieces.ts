/** A range of the original file, or bytes that replace one. */
export type Piece = { from: number; to: number } | Uint8Array<ArrayBuffer>;

/**
 * Joins ranges of a file and new bytes to a file. Ranges are not copied.
 * @returns the same Blob if the pieces are the whole file
 */
export function join(blob: Blob, pieces: readonly Piece[]): Blob {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (isRange(piece) && isRange(last) && last.to === piece.from) {
      merged[merged.length - 1] = { from: last.from, to: piece.to };
    } else {
      merged.push(piece);
    }
  }
  const [first, second] = merged;
  if (isRange(first) && !second && first.from === 0 && first.to === blob.size) return blob;
  const parts = merged.map((piece) => (isRange(piece) ? blob.slice(piece.from, piece.to) : piece));
  return new Blob(parts, { type: blob.type });
}

/** Size of the joined pieces. */
export function totalBytes(pieces: readonly Piece[]): number {
  return pieces.reduce(
    (sum, piece) => sum + (isRange(piece) ? piece.to - piece.from : piece.length),
    0,
  );
}

function isRange(piece: Piece | undefined): piece is { from: number; to: number } {
  return piece !== undefined && 'from' in piece && 'to' in piece;
}
