/**
 * A path that no file system takes for one of the others: names that differ by case only, or by the way an accent is
 * written, are one file on Windows and macOS.
 * @param path names separated by slashes; the last one may have an extension
 * @param taken keys of the paths so far; the new one is added
 * @returns the path itself, or with ` (2)`, ` (3)` … before its extension
 */
export function distinctPath(path: string, taken: Set<string>): string {
  for (const free of numberedPaths(path)) {
    const key = pathKey(free);
    if (taken.has(key)) continue;
    taken.add(key);
    return free;
  }
  return path;
}

/** Equal for paths that a file system takes for one file. */
export function pathKey(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** The path itself, then with ` (2)`, ` (3)` … before its extension, without end. */
export function* numberedPaths(path: string): Generator<string> {
  yield path;
  const dot = path.lastIndexOf('.');
  const end = dot > path.lastIndexOf('/') + 1 ? dot : path.length;
  for (let number = 2; ; number += 1) {
    yield `${path.slice(0, end)} (${number})${path.slice(end)}`;
  }
}
