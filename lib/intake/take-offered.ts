import { nameFromUrl } from '@/lib/images/naming/name-from-url';
import { type Addresses, addressesIn, imagesIn } from './addresses';
import type { ArchiveItem } from './archive';
import { cleanPath } from './entry-path';
import { isArchiveName, isImageFile } from './file-kind';
import { filesBelow, type PlacedFile, placedFiles } from './folder';
import type { ArchiveFault, Given, LeftOut } from './given';
import type { Offered } from './offered';

/** What unpacks an archive. Loaded only when there is one. */
export interface Unpacking {
  unpack(archive: Blob): AsyncIterable<ArchiveItem>;
  /** The fault of an archive that an error of `unpack` names; undefined for any other error. */
  faultOf(error: unknown): ArchiveFault | undefined;
}

/**
 * Goes through what a person offered, one image at a time, so that memory stays flat: files, folders and archives, or
 * else addresses. What is not taken is named.
 */
export async function* takeOffered(
  offered: Offered,
  loadUnpacking: () => Promise<Unpacking>,
): AsyncGenerator<Given | LeftOut> {
  const { files, tooMany } =
    offered.entries.length > 0 ? await filesBelow(offered.entries) : placedFiles(offered.files);
  for (const file of files) yield* takeFile(file, loadUnpacking);
  if (tooMany > 0) yield { kind: 'left-out', why: 'too-many', count: tooMany };
  if (offered.files.length === 0 && offered.entries.length === 0) {
    yield* takeAddresses(addressesOf(offered));
  }
}

async function* takeFile(
  { path, open }: PlacedFile,
  loadUnpacking: () => Promise<Unpacking>,
): AsyncGenerator<Given | LeftOut> {
  const file = await open().catch(() => undefined);
  if (file && isArchiveName(file.name)) {
    yield* takeArchive(file, path, await loadUnpacking());
  } else if (file && isImageFile(file)) {
    yield { kind: 'file', name: file.name, ...placeOf(path), bytes: file };
  } else {
    yield { kind: 'left-out', why: 'not-image', count: 1 };
  }
}

async function* takeArchive(
  file: File,
  path: string,
  { unpack, faultOf }: Unpacking,
): AsyncGenerator<Given | LeftOut> {
  const archive = cleanPath(path).replace(/\.[^./]*$/, '');
  try {
    for await (const item of unpack(file)) {
      if ('notImage' in item) {
        yield { kind: 'left-out', why: 'not-image', count: 1 };
      } else {
        const name = item.path.slice(item.path.lastIndexOf('/') + 1);
        const { path: inside, entry, bytes } = item;
        yield { kind: 'file', name, path: inside, archive, entry, bytes };
      }
    }
  } catch (error) {
    const fault = faultOf(error);
    if (!fault) throw error;
    yield { kind: 'refused', archive: file.name, fault };
  }
}

/** The place of a file inside a folder. */
function placeOf(path: string): { path?: string } {
  const cleaned = path.includes('/') ? cleanPath(path) : '';
  return cleaned.includes('/') ? { path: cleaned } : {};
}

function addressesOf({ html, lines, isHtmlFirst }: Offered): Addresses {
  const images = () => imagesIn(html);
  const inLines = addressesIn(lines);
  if (!isHtmlFirst && inLines.urls.length > 0) return inLines;
  const inHtml = html === '' ? undefined : images();
  return inHtml && inHtml.urls.length > 0 ? inHtml : inLines;
}

function* takeAddresses({ urls, notAddresses, tooMany }: Addresses): Generator<Given | LeftOut> {
  for (const url of urls) {
    yield { kind: 'address', name: nameFromUrl(url, new URL(url).hostname), url };
  }
  if (notAddresses > 0) yield { kind: 'left-out', why: 'not-address', count: notAddresses };
  if (tooMany > 0) yield { kind: 'left-out', why: 'too-many', count: tooMany };
}
