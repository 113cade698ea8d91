import {
  BlobReader,
  configure,
  ERR_ENCRYPTED,
  ERR_ENCRYPTED_CENTRAL_DIRECTORY,
  type FileEntry,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import { cleanPath, comparePaths } from './entry-path';
import { isImageName, isSystemPath } from './file-kind';
import type { ArchiveFault } from './given';

// Extension pages may not start workers from blobs. The browser inflates.
configure({ useWebWorkers: false, useCompressionStream: true });

/** How much an archive may hold. */
export interface ArchiveLimits {
  /** Entries in its directory, images or not. Listing them takes memory. */
  entries: number;
  /** Unpacked bytes of one image: what lib/sources allows for one. It is in memory while it is stored. */
  imageBytes: number;
  /** Unpacked bytes of all images together. They are stored until they are uploaded. */
  totalBytes: number;
}

const ARCHIVE_LIMITS: ArchiveLimits = {
  entries: 5_000,
  imageBytes: 100 * 1024 * 1024,
  totalBytes: 4 * 1024 * 1024 * 1024,
};

/** An archive that is refused, or that shows its fault while it is read. */
export class ArchiveError extends Error {
  override name = 'ArchiveError';
  constructor(
    readonly fault: ArchiveFault,
    options?: ErrorOptions,
  ) {
    super(fault, options);
  }
}

/** An image of an archive with its place in the directory, from 0, or a file that is none. */
export type ArchiveItem = { path: string; entry: number; bytes: Blob } | { notImage: string };

/**
 * Unpacks the images of a ZIP or CBZ one at a time, in natural order of their paths, with names cleaned. Archives
 * inside it are not opened. The sizes that the archive declares are checked before anything is unpacked, and the real
 * sizes while it is: an entry that is longer than declared ends the reading.
 * @throws ArchiveError, also after some images
 */
export async function* unpack(
  archive: Blob,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): AsyncGenerator<ArchiveItem> {
  const reader = new ZipReader(new BlobReader(archive), {
    // Names are cleaned here, so a hostile one is no reason to refuse the others.
    filenameValidation: 'tolerant',
    checkSignature: true,
    checkOverlappingEntry: true,
  });
  try {
    const files = await listed(reader, limits);
    yield* files.others.map((notImage) => ({ notImage }));
    for (const { path, at, entry } of files.images) {
      yield { path, entry: at, bytes: await unpackEntry(entry) };
    }
  } catch (cause) {
    throw cause instanceof ArchiveError ? cause : new ArchiveError(faultOf(cause), { cause });
  } finally {
    await reader.close().catch(() => undefined);
  }
}

interface Listed {
  images: { path: string; at: number; entry: FileEntry }[];
  others: string[];
}

async function listed(reader: ZipReader<unknown>, limits: ArchiveLimits): Promise<Listed> {
  const images: Listed['images'] = [];
  const others: string[] = [];
  let count = 0;
  let total = 0;
  for await (const entry of reader.getEntriesGenerator()) {
    count += 1;
    if (count > limits.entries) throw new ArchiveError('too-many');
    const path = cleanPath(entry.filename);
    if (entry.directory || path === '' || isSystemPath(path)) continue;
    if (!isImageName(path)) {
      others.push(path);
      continue;
    }
    if (entry.encrypted) throw new ArchiveError('encrypted');
    total += entry.uncompressedSize;
    if (entry.uncompressedSize > limits.imageBytes || total > limits.totalBytes) {
      throw new ArchiveError('too-large');
    }
    images.push({ path, at: count - 1, entry });
  }
  images.sort((a, b) => comparePaths(a.path, b.path));
  return { images, others };
}

/**
 * Unpacks an entry, and stops at the first chunk that goes beyond its declared size. zip.js does the same today, but
 * nothing in its documentation promises that.
 * @throws ArchiveError `damaged` if it is longer or shorter than declared, or the error of the entry
 */
export async function unpackEntry(
  entry: Pick<FileEntry, 'uncompressedSize' | 'getData'>,
): Promise<Blob> {
  let left = entry.uncompressedSize;
  const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array>({
    transform(chunk, controller) {
      left -= chunk.byteLength;
      if (left < 0) throw new ArchiveError('damaged');
      controller.enqueue(chunk);
    },
  });
  const [bytes] = await Promise.all([new Response(readable).blob(), entry.getData(writable)]);
  if (left !== 0) throw new ArchiveError('damaged');
  return bytes;
}

function faultOf(cause: unknown): ArchiveFault {
  const message = cause instanceof Error ? cause.message : '';
  const isEncrypted = message === ERR_ENCRYPTED || message === ERR_ENCRYPTED_CENTRAL_DIRECTORY;
  return isEncrypted ? 'encrypted' : 'damaged';
}
