/** What a drop, a paste or a file dialog offers. A browser empties its own object once the event is over. */
export interface Offered {
  files: readonly File[];
  /** Dropped files and folders. They stand for the same files as `files`. */
  entries: readonly FileSystemEntry[];
  html: string;
  /** Lines: `text/uri-list` of a drop, else plain text. */
  lines: string;
  /** Whether images in HTML come before lines: a dragged image inside a link offers the link as its line. */
  isHtmlFirst: boolean;
}

/** Files of a dialog. */
export function offeredFiles(files: Iterable<File>): Offered {
  return { files: [...files], entries: [], html: '', lines: '', isHtmlFirst: false };
}

/** Reads everything out of an event. Must be called inside its listener. */
export function offeredBy(data: DataTransfer, how: 'drop' | 'paste'): Offered {
  const items = [...(data.items ?? [])];
  const isDrop = how === 'drop';
  const fileItems = isDrop ? items.filter(({ kind }) => kind === 'file') : [];
  const entries = fileItems
    .map((item) => item.webkitGetAsEntry?.() ?? null)
    .filter((entry) => entry !== null);
  const text = (type: string) => (data.types.includes(type) ? data.getData(type) : '');
  return {
    files: [...data.files],
    // Some sources offer files without entries. Then no folder is among them.
    entries: entries.length === fileItems.length ? entries : [],
    html: text('text/html'),
    lines: (isDrop && text('text/uri-list')) || text('text/plain'),
    isHtmlFirst: isDrop,
  };
}
