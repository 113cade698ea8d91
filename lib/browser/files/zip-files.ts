/** Unfinished and finished ZIPs, in the private file system of the extension: none is held in memory. */
const FOLDER = 'zips';

/** A file has the type that its name ends in, and the browser names the download after that. */
const fileName = (id: string) => `${id}.zip`;

async function folder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(FOLDER, { create: true });
}

/**
 * Creates an empty file, in place of an earlier one.
 * @returns its bytes show once it is closed. Its writes reject with DOMException `QuotaExceededError` on a full disk
 */
export async function createZipFile(id: string): Promise<WritableStream<Uint8Array>> {
  const file = await (await folder()).getFileHandle(fileName(id), { create: true });
  return file.createWritable();
}

/** @throws DOMException `NotFoundError` */
export async function readZipFile(id: string): Promise<File> {
  return (await (await folder()).getFileHandle(fileName(id))).getFile();
}

/** Deletes all of them, and what an unfinished one has left behind. */
export async function deleteZipFiles(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  await root.removeEntry(FOLDER, { recursive: true }).catch((error) => {
    if (!(error instanceof DOMException) || error.name !== 'NotFoundError') throw error;
  });
}
