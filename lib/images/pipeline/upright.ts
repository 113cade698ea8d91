/** By EXIF orientation: the matrix that turns a picture of width `w` and height `h` upright. */
const MATRICES: Readonly<Record<number, (w: number, h: number) => DOMMatrix2DInit>> = {
  2: (w) => matrix(-1, 0, 0, 1, w, 0),
  3: (w, h) => matrix(-1, 0, 0, -1, w, h),
  4: (_, h) => matrix(1, 0, 0, -1, 0, h),
  5: () => matrix(0, 1, 1, 0, 0, 0),
  6: (_, h) => matrix(0, 1, -1, 0, h, 0),
  7: (w, h) => matrix(0, -1, -1, 0, h, w),
  8: (w) => matrix(0, -1, 1, 0, 0, w),
};

function matrix(a: number, b: number, c: number, d: number, e: number, f: number): DOMMatrix2DInit {
  return { a, b, c, d, e, f };
}

/** Applies an EXIF orientation, 1 to 8, to pixels that were decoded without it. Closes what it replaces. */
export async function upright(bitmap: ImageBitmap, orientation: number): Promise<ImageBitmap> {
  const turn = MATRICES[orientation];
  if (!turn) return bitmap;
  const { width, height } = bitmap;
  const [across, down] = orientation >= 5 ? [height, width] : [width, height];
  const canvas = new OffscreenCanvas(across, down);
  const context = canvas.getContext('2d');
  context?.setTransform(turn(width, height));
  context?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.transferToImageBitmap();
}
