/** Saves text as a file with the browser's own download. */
export function saveText(text: string, name: string, type = 'application/json'): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // By then the browser has copied the bytes.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
