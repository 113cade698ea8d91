/** A stretch of the original file, or bytes that take its place. */
export type Piece = { from: number; to: number } | Uint8Array<ArrayBuffer>;

/**
 * Puts a file together out of stretches of another one, which are not copied.
 * @returns the very same Blob if that is what the pieces amount to.
 */
export function joined(blob: Blob, pieces: readonly Piece[]): Blob {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (isStretch(piece) && isStretch(last) && last.to === piece.from) {
      merged[merged.length - 1] = { from: last.from, to: piece.to };
    } else {
      merged.push(piece);
    }
  }
  const [first, second] = merged;
  if (isStretch(first) && !second && first.from === 0 && first.to === blob.size) return blob;
  const parts = merged.map((piece) =>
    isStretch(piece) ? blob.slice(piece.from, piece.to) : piece,
  );
  return new Blob(parts, { type: blob.type });
}

/** Bytes that the pieces amount to. */
export function totalBytes(pieces: readonly Piece[]): number {
  return pieces.reduce(
    (sum, piece) => sum + (isStretch(piece) ? piece.to - piece.from : piece.length),
    0,
  );
}

function isStretch(piece: Piece | undefined): piece is { from: number; to: number } {
  return piece !== undefined && 'from' in piece && 'to' in piece;
}
