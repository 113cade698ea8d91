/**
 * `npm run verify:zips`: builds every zip twice, the second time later and from a copy of the sources
 * in another folder, and compares them byte by byte. Reviewers at a store can check a zip against the
 * sources only if the two are equal.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Options of the builds: Chrome and Edge share one. */
const BUILDS = [[], ['--browser', 'firefox']];
/** Folders that are not sources. */
const LEFT_OUT = ['node_modules', '.git', '.output', '.wxt', '.demo', 'test-results', 'coverage'];

/** Copies the sources to another folder, which shares the installed packages. */
function copySources(from: string, into: string): void {
  cpSync(from, into, {
    recursive: true,
    filter: (path) => !LEFT_OUT.some((name) => path === join(from, name)),
  });
  symlinkSync(join(ROOT, 'node_modules'), join(into, 'node_modules'));
}

/** Builds every zip from the sources in `folder`. @returns SHA-256 by file name */
function makeZips(folder: string): Map<string, string> {
  const wxt = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
  execFileSync(process.execPath, [wxt, 'prepare'], { cwd: folder, stdio: 'ignore' });
  for (const options of BUILDS) {
    execFileSync(process.execPath, [wxt, 'zip', ...options], { cwd: folder, stdio: 'ignore' });
  }
  const output = join(folder, '.output');
  const zips = readdirSync(output).filter((name) => name.endsWith('.zip'));
  return new Map(zips.sort().map((name) => [name, sha256(join(output, name))]));
}

function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

const folder = mkdtempSync(join(tmpdir(), 'upscale-zips-'));
try {
  const [here, there] = [join(folder, 'first'), join(folder, 'second, under a longer name')];
  copySources(ROOT, here);
  // From the first copy, because the sources may change meanwhile.
  copySources(here, there);
  const [first, second] = [makeZips(here), makeZips(there)];
  if (!first.size) throw new Error('no zip was made');
  for (const [name, hash] of first) {
    const isSame = second.get(name) === hash;
    console.log(`${hash}  ${basename(name)}  ${isSame ? 'twice the same' : 'DIFFERS'}`);
    if (!isSame) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
