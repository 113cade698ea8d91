/**
 * Copies a PNG to the clipboard. Call it inside the click, or the browser refuses; `png` may resolve later.
 * @returns whether it was copied
 */
export async function copyPicture(png: Promise<Blob>): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    return true;
  } catch {
    return false;
  }
}
