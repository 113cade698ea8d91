import { execFile } from 'node:child_process';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

it('makes every zip twice, byte for byte the same', async () => {
  // The test runner says that this is a test, and builds made for tests are others.
  const { NODE_ENV: _, ...outside } = env;
  const options = { cwd: ROOT, env: outside, maxBuffer: 2 ** 24 };
  const { stdout } = await promisify(execFile)('npm', ['run', 'verify:zips'], options);
  for (const zip of ['chrome', 'firefox', 'sources']) {
    expect(stdout).toMatch(new RegExp(`-${zip}\\.zip\\s+twice the same`));
  }
}, 240_000);
