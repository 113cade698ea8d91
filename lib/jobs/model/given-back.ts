import type { ImageOrigin } from '@/lib/sources/origin';
import type { Job, JobOptions } from './job';

/** What tells where a row came from. */
export interface SourceRow
  extends Pick<Job, 'id' | 'createdAt' | 'origin'>,
    Pick<JobOptions, 'target'> {}

/** The files of one archive or folder. */
export interface GivenBack {
  /** Name of the ZIP, without extension: not that of the archive, beside which it may be saved. */
  name: string;
  /** Paths in the ZIP by row, in the order of the source. Hostile. */
  places: ReadonlyMap<string, string>;
}

/**
 * How rows are given back as the archive or the folder that they came from: with its own paths and order. The files of
 * an archive have their paths inside it, those of a folder begin with its name.
 * @returns undefined if they did not all come from one
 */
export function givenBack(rows: readonly SourceRow[]): GivenBack | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const archive = archiveOf(first);
  const isOneArchive = archive !== undefined && rows.every((row) => archiveOf(row) === archive);
  const source = isOneArchive ? archive.split('/').at(-1) : folderOf(first);
  if (!source || !(isOneArchive || rows.every((row) => folderOf(row) === source))) return undefined;
  // Rows of a folder were made in its order, those of an archive in the order of their names.
  const entryOf = ({ origin }: SourceRow) =>
    isOneArchive && origin.kind === 'file' ? (origin.entry ?? 0) : 0;
  const places = rows
    .toSorted((a, b) => entryOf(a) - entryOf(b) || a.createdAt - b.createdAt)
    .map(({ id, origin }) => {
      const path = origin.kind === 'file' ? origin.path : undefined;
      return [id, (isOneArchive ? path : placeOf(origin)) ?? ''] as const;
    });
  return { name: `${source}_${first.target}`, places: new Map(places) };
}

/** The path of a file in the folder or archive that it came from, which it begins with; undefined for any other image. */
export function placeOf(origin: ImageOrigin): string | undefined {
  if (origin.kind !== 'file' || origin.path === undefined) return undefined;
  return origin.archive === undefined ? origin.path : `${origin.archive}/${origin.path}`;
}

function archiveOf({ origin }: SourceRow): string | undefined {
  return origin.kind === 'file' && origin.path !== undefined ? origin.archive : undefined;
}

/** The folder that was dropped, or the archive. */
function folderOf({ origin }: SourceRow): string | undefined {
  const place = placeOf(origin);
  const end = place?.indexOf('/') ?? -1;
  return end > 0 ? place?.slice(0, end) : undefined;
}
