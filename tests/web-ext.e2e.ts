import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

/** Mozilla's own check, which every upload to its store goes through. Fetched by its exact version. */
const WEB_EXT = 'web-ext@10.7.0';
const BUILD = fileURLToPath(new URL('../.output/firefox-mv3', import.meta.url));

interface Lint {
  summary: { errors: number; warnings: number; notices: number };
  warnings: { code: string }[];
}

it('finds nothing to complain about but the way Preact sets its markup', async () => {
  const args = ['--yes', WEB_EXT, 'lint', '--output', 'json', '--source-dir', BUILD];
  // It ends with a code of its own where it finds errors; the report says which.
  const { stdout } = await promisify(execFile)('npx', args, { maxBuffer: 2 ** 24 }).catch(
    (error: { stdout: string }) => error,
  );
  const { summary, warnings } = JSON.parse(stdout) as Lint;
  expect(summary).toMatchObject({ errors: 0, notices: 0 });
  expect([...new Set(warnings.map(({ code }) => code))]).toEqual(['UNSAFE_VAR_ASSIGNMENT']);
}, 240_000);
