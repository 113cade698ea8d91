import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { cwd, pid } from 'node:process';
import sharp from 'sharp';

/** The usual cache folder of npm packages. */
const CACHE = join(cwd(), 'node_modules/.cache');

/** Changes with the code that draws, here and in the files beside it, and with the library. */
function versionOfDrawings(): string {
  const hash = createHash('sha256').update(JSON.stringify(sharp.versions));
  const folder = import.meta.dirname;
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.ts'))) {
    hash.update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

let folder: string | undefined;

/**
 * Reads a picture from the disk cache, or makes it and writes it there. Drawing takes up to 3 s, and every
 * test file runs in its own process.
 * @param name of the picture; unique
 */
export async function cached(name: string, make: () => Promise<Buffer>): Promise<Buffer> {
  // Outside the root of the repository: write nothing.
  if (!existsSync(join(CACHE, '..', 'sharp'))) return make();
  folder ??= join(CACHE, 'drawn-pictures', versionOfDrawings());
  const path = join(folder, name);
  if (existsSync(path)) return readFileSync(path);
  const bytes = await make();
  mkdirSync(folder, { recursive: true });
  // Two test files may draw at the same time: rename, so that neither reads half a file.
  const whole = `${path}.${pid}`;
  writeFileSync(whole, bytes);
  renameSync(whole, path);
  return bytes;
}
