/**
 * Draws an SVG at the given size, px. Needs a document: workers cannot load SVG. As an image it
 * runs no script and loads nothing from elsewhere, whatever the file says.
 * @returns a PNG
 * @throws if the file cannot be drawn
 */
export async function rasteriseSvg(svg: Blob, width: number, height: number): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(image, 0, 0, width, height);
    return await canvas.convertToBlob({ type: 'image/png' });
  } finally {
    URL.revokeObjectURL(url);
  }
}
