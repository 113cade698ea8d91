/**
 * A path that no file system takes for one of the others: names that differ by case only, or by the way an accent is
 * written, are one file on Windows and macOS.
 * @param path names separated by slashes; the last one may have an extension
 * @param taken keys of the paths so far; the new one is added
 * @returns the path itself, or with ` (2)`, ` (3)` … before its extension
 */
export function distinctPath(path: string, taken: Set<string>): string {
  const dot = path.lastIndexOf('.');
  const end = dot > path.lastIndexOf('/') + 1 ? dot : path.length;
  for (let number = 1; ; number += 1) {
    const mark = number === 1 ? '' : ` (${number})`;
    const free = path.slice(0, end) + mark + path.slice(end);
    const key = free.normalize('NFC').toLowerCase();
    if (taken.has(key)) continue;
    taken.add(key);
    return free;
  }
}
