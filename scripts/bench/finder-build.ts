/** A copy of a build that may read every host from the start, so that no row asks. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * @param build folder of a built extension
 * @returns folder of the copy, and what removes it
 */
export function grantedBuild(build: string): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'upscale-granted-'));
  cpSync(build, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const { optional_host_permissions: more, ...manifest } = JSON.parse(readFileSync(path, 'utf8'));
  manifest.host_permissions = more;
  writeFileSync(path, JSON.stringify(manifest));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
