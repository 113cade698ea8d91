import { makeZip } from 'client-zip';
import type { ZipWork } from '../document-requests';

/** Where the bytes come from, and where they go. */
export interface ZipWriterDeps {
  readBlob(key: string): Promise<Blob | undefined>;
  createFile(id: string): Promise<WritableStream<Uint8Array>>;
  /** The object URL of a finished ZIP. */
  open(id: string): Promise<string>;
}

/** Packs ZIPs. `running` is the number of those that are not closed. */
export interface ZipWriter extends ZipWork {
  running(): number;
}

interface OpenZip {
  add(file: ZipFile | undefined): Promise<void>;
  /** Settles with the file. */
  written: Promise<void>;
  cancel(): void;
}

interface ZipFile {
  name: string;
  lastModified: Date;
  input: Uint8Array<ArrayBuffer>;
}

/**
 * client-zip writes although zip.js reads (lib/intake/archive.ts). It is 2 kB of gzip in a document that starts for many
 * small tasks; the writer of zip.js is 36 kB (2.24, measured with esbuild).
 *
 * Packs files one after the other into a ZIP that grows on the disk. The files are images, so they are stored and not
 * compressed. Holds one file at a time: all of it, because a file that turns out to be unreadable halfway would spoil
 * the whole ZIP.
 */
export function createZipWriter(deps: ZipWriterDeps): ZipWriter {
  const zips = new Map<string, OpenZip>();

  function zipOf(id: string): OpenZip {
    const zip = zips.get(id);
    if (!zip) throw new Error('this ZIP is not open');
    return zip;
  }

  async function discardZip(id: string): Promise<void> {
    const zip = zips.get(id);
    zips.delete(id);
    zip?.cancel();
    await zip?.written.catch(() => undefined);
  }

  return {
    running: () => zips.size,

    async openZip(id) {
      await discardZip(id);
      zips.set(id, startZip(await deps.createFile(id)));
    },

    async addToZip({ id, blobKey, name, at }) {
      const zip = zipOf(id);
      const input = await bytesOf(blobKey);
      if (!input) return { isPacked: false };
      await zip.add({ name, lastModified: new Date(at), input });
      return { isPacked: true };
    },

    async closeZip(id) {
      const zip = zipOf(id);
      await zip.add(undefined);
      await zip.written;
      // The address is in use before the ZIP is not: the document stays open.
      const url = await deps.open(id);
      zips.delete(id);
      return url;
    },

    discardZip,
  };

  /** Undefined if the bytes are gone or cannot be read. */
  async function bytesOf(key: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    try {
      const blob = await deps.readBlob(key);
      return blob && new Uint8Array(await blob.arrayBuffer());
    } catch {
      return undefined;
    }
  }
}

function startZip(file: WritableStream<Uint8Array>): OpenZip {
  const stop = new AbortController();
  let take: (file: ZipFile | undefined) => void;
  let taken: () => void = () => undefined;
  let next = new Promise<ZipFile | undefined>((resolve) => {
    take = resolve;
  });

  async function* files(): AsyncGenerator<ZipFile> {
    for (let each = await next; each; each = await next) {
      next = new Promise((resolve) => {
        take = resolve;
      });
      yield each;
      // The writer asks for the next one when this one has been passed on.
      taken();
    }
  }

  const written = makeZip(files()).pipeTo(file, { signal: stop.signal });
  // Whoever adds or closes hears of it.
  written.catch(() => undefined);
  return {
    written,
    cancel() {
      stop.abort();
      // The stream ends only once its source does.
      take(undefined);
    },
    async add(each) {
      const passedOn = new Promise<void>((resolve) => {
        taken = resolve;
      });
      take(each);
      await Promise.race([each ? passedOn : written, written]);
    },
  };
}
