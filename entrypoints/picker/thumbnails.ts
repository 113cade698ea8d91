import type { Collector } from '@/lib/browser/tabs/collector';
import type { FileFacts } from '@/lib/picker/picture';

/** Reads at the same time. */
const PARALLEL = 4;
/** What was read within this time is told at once: folding 2,000 pictures anew takes milliseconds. */
const TOGETHER_MS = 200;

type Thumbnail = NonNullable<Awaited<ReturnType<Collector['thumbnail']>>>;

/** A picture to read, as far as its identity goes. */
export interface Wanted {
  id: string;
  url?: string;
}

export interface ThumbnailDeps {
  /** Undefined if there is no way to read it now. */
  read(id: string): Promise<Thumbnail | undefined>;
  /** Colours of an image, 8 x 8. */
  coloursOf(image: Blob): Promise<number[]>;
  onRead(read: ReadonlyMap<string, { image: Blob; file: FileFacts }>): void;
  /** Called when the pictures that could not be read have changed. */
  onFailed(failed: ReadonlySet<string>): void;
}

/** Reads the thumbnails of pictures: those on the screen first, then all others, each once. */
export interface Thumbnails {
  /** All pictures that there are. */
  set(pictures: Iterable<Wanted>): void;
  /** Ids of those on the screen. */
  show(ids: readonly string[]): void;
  /** Tries those again that could not be read. */
  retry(): void;
}

export function createThumbnails({ read, coloursOf, onRead, onFailed }: ThumbnailDeps): Thumbnails {
  /** Addresses by id, of what is still to be read. */
  let waiting = new Map<string, string | undefined>();
  /** Addresses by id, of what was read or is being read. */
  const begun = new Map<string, string | undefined>();
  const failed = new Set<string>();
  let shown: readonly string[] = [];
  let running = 0;
  let told = new Map<string, { image: Blob; file: FileFacts }>();

  function next(): string | undefined {
    return shown.find((id) => waiting.has(id)) ?? waiting.keys().next().value;
  }

  function go(): void {
    for (let id = next(); running < PARALLEL && id !== undefined; id = next()) {
      begun.set(id, waiting.get(id));
      waiting.delete(id);
      running += 1;
      void readOne(id).finally(() => {
        running -= 1;
        go();
      });
    }
  }

  async function readOne(id: string): Promise<void> {
    const url = begun.get(id);
    // Otherwise the picture has another address by now, which is read by itself.
    const isCurrent = () => begun.get(id) === url && !waiting.has(id);
    const thumbnail = await read(id).catch(() => undefined);
    if (!isCurrent()) return;
    if (!thumbnail) {
      failed.add(id);
      onFailed(failed);
      return;
    }
    if (failed.delete(id)) onFailed(failed);
    const { image, width, height, bytes, type } = thumbnail;
    const [digest, colours] = await Promise.all([
      digestOf(image),
      coloursOf(image).catch(() => undefined),
    ]);
    if (!isCurrent()) return;
    const file: FileFacts = {
      width,
      height,
      ...(bytes !== undefined && { bytes }),
      ...(type !== undefined && { type }),
      // Equal files give equal thumbnails, and the other way round for all that a person can see.
      digest: `${width} ${height} ${bytes ?? ''} ${digest}`,
      ...(colours && { colours }),
    };
    if (told.size === 0) setTimeout(tell, TOGETHER_MS);
    told.set(id, { image, file });
  }

  function tell(): void {
    const read = told;
    told = new Map();
    onRead(read);
  }

  return {
    set(pictures) {
      waiting = new Map();
      for (const { id, url } of pictures) {
        if (!begun.has(id) || begun.get(id) !== url) waiting.set(id, url);
      }
      go();
    },
    show(ids) {
      shown = ids;
    },
    retry() {
      for (const id of failed) waiting.set(id, begun.get(id));
      go();
    },
  };
}

async function digestOf(image: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await image.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
