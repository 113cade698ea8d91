/**
 * Copies a PNG to the clipboard. Call it inside the click: the promise may take its time, but the call may
 * not, or the browser refuses.
 * @returns whether it is there
 */
export async function copyPicture(png: Promise<Blob>): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    return true;
  } catch {
    return false;
  }
}
