import { comparePaths } from './entry-path';
import { isSystemPath } from './file-kind';

/** Folders inside folders. Deeper ones are a disk, not a collection. */
const MAX_DEPTH = 16;
/** Files below one drop. Each becomes a row. */
const MAX_FILES = 5_000;

/** A file and its place, such as `holiday/day 2/004.jpg`; without a slash if it was dropped by itself. */
export interface PlacedFile {
  path: string;
  /** Reads the directory entry. Rejects if the file is gone. */
  open(): Promise<File>;
}

/** The files of a drop or a folder dialog. */
export interface FoundFiles {
  files: PlacedFile[];
  /** Files, and folders that are too deep, that were not looked at. */
  tooMany: number;
}

/** The files of a dialog. One for folders tells the place of each file; they arrive in no order. */
export function placedFiles(files: readonly File[]): FoundFiles {
  const placed = files.map((file) => ({
    path: file.webkitRelativePath || file.name,
    open: async () => file,
  }));
  const isFolder = files.some(({ webkitRelativePath }) => webkitRelativePath);
  return bounded(isFolder ? sorted(placed) : placed);
}

/** All files below dropped entries: in the order of the drop, and naturally sorted inside a folder. */
export async function filesBelow(entries: readonly FileSystemEntry[]): Promise<FoundFiles> {
  const found: PlacedFile[] = [];
  let tooDeep = 0;
  for (const entry of entries) {
    const below: PlacedFile[] = [];
    await walk(entry, '', 0, below);
    found.push(...sorted(below));
  }
  const { files, tooMany } = bounded(found);
  return { files, tooMany: tooMany + tooDeep };

  async function walk(
    entry: FileSystemEntry,
    above: string,
    depth: number,
    into: PlacedFile[],
  ): Promise<void> {
    const path = above + entry.name;
    if (isSystemPath(entry.name)) return;
    if (isFile(entry)) {
      into.push({ path, open: () => new Promise((done, fail) => entry.file(done, fail)) });
      return;
    }
    if (!isDirectory(entry)) return;
    if (depth === MAX_DEPTH) {
      tooDeep += 1;
      return;
    }
    for (const child of await childrenOf(entry)) {
      // One more than is taken shows that there are more.
      if (found.length + into.length > MAX_FILES) return;
      await walk(child, `${path}/`, depth + 1, into);
    }
  }
}

function bounded(files: PlacedFile[]): FoundFiles {
  const wanted = files.filter(({ path }) => !isSystemPath(path));
  return { files: wanted.slice(0, MAX_FILES), tooMany: Math.max(0, wanted.length - MAX_FILES) };
}

function sorted(files: readonly PlacedFile[]): PlacedFile[] {
  return files.toSorted((a, b) => comparePaths(a.path, b.path));
}

/** A reader gives about a hundred entries at a time. A folder that cannot be read counts as empty. */
async function childrenOf(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done) =>
      reader.readEntries(done, () => done([])),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry =>
  entry.isDirectory;
