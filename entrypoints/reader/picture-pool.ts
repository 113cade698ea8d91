import type { LeafPicture } from '@/components/reader/view';
import type { Job } from '@/lib/jobs/model/job';
import { type BlobKind, blobKey } from '@/lib/jobs/store/jobs';

/** What the pool uses of the database and of the page. */
export interface PoolDeps {
  blob(key: string): Promise<Blob | undefined>;
  urls: { create(blob: Blob): string; revoke(url: string): void };
  /** Called with the pictures that are there, by id of the job. */
  onChange(pictures: ReadonlyMap<string, LeafPicture>): void;
}

/** The pictures of the pages near the window. Holds object URLs of those alone. */
export interface PicturePool {
  /** Names the jobs whose pictures are wanted, the most important first, and lets all others go. */
  want(jobs: readonly Job[]): void;
  /** Wants the sources of pages that show their results as well, or lets them go. */
  wantOriginals(areWanted: boolean): void;
}

/** Pictures read at the same time. One alone would wait for the disk in between. */
const AT_ONCE = 2;

/** Time after which the address of a picture that was replaced is revoked, ms. */
const RETIRED_MS = 1_000;

/** What a page shows before its result is there, the best first. The last is the file as it was handed in. */
const SOURCES: readonly BlobKind[] = ['shown', 'input', 'file'];

/** A picture in the pool. */
interface Held extends LeafPicture {
  /** Changes when the bytes of the job do. */
  version: string;
}

export function createPicturePool({ blob, urls, onChange }: PoolDeps): PicturePool {
  const held = new Map<string, Held>();
  let wanted: readonly Job[] = [];
  let areOriginalsWanted = false;
  const reading = new Set<string>();

  const publish = () => onChange(new Map(held));

  function letGo({ url, original }: LeafPicture): void {
    if (url !== undefined) urls.revoke(url);
    if (original !== undefined) urls.revoke(original);
  }

  /** Lets go what a page may still be loading: it learns first that there is something better. */
  function retire(picture: LeafPicture): void {
    setTimeout(() => letGo(picture), RETIRED_MS);
  }

  async function firstOf(id: string, kinds: readonly BlobKind[]): Promise<Blob | undefined> {
    for (const kind of kinds) {
      const found = await blob(blobKey(id, kind));
      if (found) return found;
    }
    return undefined;
  }

  async function read(job: Job): Promise<Omit<Held, 'version'>> {
    const { id } = job;
    const result = job.stage === 'done' ? await blob(blobKey(id, 'result')) : undefined;
    if (result) return { kind: 'result', url: urls.create(result) };
    const source = await firstOf(id, SOURCES);
    if (source) return { kind: 'source', url: urls.create(source) };
    const thumb = await blob(blobKey(id, 'thumb'));
    return thumb ? { kind: 'thumb', url: urls.create(thumb) } : { kind: 'none' };
  }

  /** Whether nothing is left to be read for a job. */
  function isComplete(job: Job): boolean {
    const known = held.get(job.id);
    if (known?.version !== versionOf(job)) return false;
    return !areOriginalsWanted || known.kind !== 'result' || 'original' in known;
  }

  async function readOne(job: Job): Promise<void> {
    const version = versionOf(job);
    const known = held.get(job.id);
    const isFresh = known?.version === version;
    const picture: Held = isFresh
      ? { ...known, original: await originalOf(job.id) }
      : { ...(await read(job)), version };
    const latest = wanted.find(({ id }) => id === job.id);
    // A picture that was let go meanwhile has no address any more.
    const isLate =
      !latest || (isFresh && (!areOriginalsWanted || held.get(job.id)?.url !== known.url));
    if (isLate) letGo(isFresh ? { kind: 'none', url: picture.original } : picture);
    else {
      held.set(job.id, picture);
      publish();
      if (known && !isFresh) retire(known);
    }
  }

  async function originalOf(id: string): Promise<string | undefined> {
    const source = await firstOf(id, SOURCES);
    return source && urls.create(source);
  }

  function readOn(): void {
    while (reading.size < AT_ONCE) {
      const next = wanted.find((job) => !reading.has(job.id) && !isComplete(job));
      if (!next) return;
      reading.add(next.id);
      void readOne(next)
        // The disk did not answer: the page stays as it is until the next change.
        .catch(() => {
          held.set(next.id, {
            ...(held.get(next.id) ?? { kind: 'none' }),
            version: versionOf(next),
          });
        })
        .finally(() => {
          reading.delete(next.id);
          readOn();
        });
    }
  }

  return {
    want(jobs) {
      wanted = jobs;
      const ids = new Set(jobs.map(({ id }) => id));
      const left = [...held].filter(([id]) => !ids.has(id));
      for (const [id, picture] of left) {
        letGo(picture);
        held.delete(id);
      }
      if (left.length > 0) publish();
      readOn();
    },
    wantOriginals(areWanted) {
      areOriginalsWanted = areWanted;
      if (areWanted) return readOn();
      const withOriginal = [...held].filter(([, picture]) => 'original' in picture);
      for (const [id, { original, ...picture }] of withOriginal) {
        held.set(id, picture);
        retire({ kind: 'none', url: original });
      }
      if (withOriginal.length > 0) publish();
    },
  };
}

/** Changes when the bytes of the job change. */
function versionOf({ stage, source, result }: Job): string {
  const isDone = stage === 'done';
  return [isDone, source?.sha256, isDone && result?.bytes, result?.removedAt].join('\n');
}
