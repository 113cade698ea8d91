/**
 * Whether everything in a picture is one colour, or nothing was drawn.
 * @param side of the sample, px
 * @throws SecurityError if its pixels are those of another site
 */
export function isOneColour(picture: CanvasImageSource, side: number): boolean {
  const context = new OffscreenCanvas(side, side).getContext('2d', { willReadFrequently: true });
  if (!context) return false;
  context.drawImage(picture, 0, 0, side, side);
  const { data } = context.getImageData(0, 0, side, side);
  return data.every((value, at) => value === data[at % 4]);
}
