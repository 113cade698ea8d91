const SIDE = 8;

/**
 * Makes an image 8 x 8 px small.
 * @returns red, green and blue of each pixel, 0..255, row by row
 */
export async function coloursOf(image: Blob): Promise<number[]> {
  const small = await createImageBitmap(image, {
    resizeWidth: SIDE,
    resizeHeight: SIDE,
    resizeQuality: 'high',
  });
  try {
    const context = new OffscreenCanvas(SIDE, SIDE).getContext('2d');
    if (!context) throw new Error('no canvas');
    // Transparent parts count as white.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, SIDE, SIDE);
    context.drawImage(small, 0, 0);
    const { data } = context.getImageData(0, 0, SIDE, SIDE);
    return [...data].filter((_, at) => at % 4 !== 3);
  } finally {
    small.close();
  }
}
