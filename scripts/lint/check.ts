/** Part of `npm run lint`: import directions, circles, and files that are too long. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { readImports, sourceFiles } from './import-graph';
import { circles, wrongDirections } from './import-rules';

/** A longer file holds two things. */
const MOST_LINES = 350;

const root = fileURLToPath(new URL('../..', import.meta.url));

const files = sourceFiles(root);
const imports = readImports(root, files);
const faults = [...wrongDirections(imports), ...circles(imports), ...tooLong()];
for (const fault of faults) console.error(fault);
if (faults.length > 0) exit(1);
console.log(`${files.length} files, ${imports.length} imports: no circle, every direction kept`);

function tooLong(): string[] {
  return ['lib', 'components', 'entrypoints', 'simulator', 'scripts', 'tests']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(folder, name),
      ),
    )
    .filter((path) => /\.(tsx?|css)$/.test(path))
    .flatMap((path) => {
      const lines = readFileSync(join(root, path), 'utf8').split('\n').length - 1;
      return lines > MOST_LINES ? [`${path} has ${lines} lines, more than ${MOST_LINES}`] : [];
    });
}
