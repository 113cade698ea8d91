import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { parseSync } from 'oxc-parser';

/** One import statement. Paths are relative to the root of the project, with `/`. */
export interface Import {
  from: string;
  /** The imported file, or the name of a package as it is written. */
  to: string;
  isPackage: boolean;
  /** Whether the build removes the statement, because it names types only. */
  isType: boolean;
}

const FOLDERS = ['lib', 'components', 'entrypoints', 'simulator', 'scripts'];
const SOURCE = /(?<!\.d)\.tsx?$/;
const TEST = /\.test\.tsx?$/;
const ENDINGS = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'];

/** All source files below the project's folders without tests, in alphabetical order. */
export function sourceFiles(root: string): string[] {
  return FOLDERS.filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(folder, name).replaceAll('\\', '/'),
      ),
    )
    .filter((path) => SOURCE.test(path) && !TEST.test(path))
    .sort();
}

/**
 * The imports of every source file: static, dynamic and re-exports.
 * @throws if an import of a project file leads to no file
 */
export function readImports(root: string, files: readonly string[]): Import[] {
  return files.flatMap((from) => {
    const text = readFileSync(join(root, from), 'utf8');
    const { module } = parseSync(from, text);
    const statics = module.staticImports.map(({ moduleRequest, entries }) => ({
      specifier: moduleRequest.value,
      isType: entries.length > 0 && entries.every(({ isType }) => isType),
    }));
    const exports = module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) =>
        moduleRequest ? [{ specifier: moduleRequest.value, isType }] : [],
      ),
    );
    const dynamics = module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
      const written = /^(['"])(.*)\1$/.exec(text.slice(start, end));
      return written?.[2] === undefined ? [] : [{ specifier: written[2], isType: false }];
    });
    return [...statics, ...exports, ...dynamics]
      .filter(({ specifier }) => !specifier.endsWith('.css'))
      .map(({ specifier, isType }) => ({ from, isType, ...targetOf(root, from, specifier) }));
  });
}

function targetOf(root: string, from: string, specifier: string) {
  const isOwn = specifier.startsWith('.') || specifier.startsWith('@/');
  if (!isOwn) return { to: specifier, isPackage: true };
  const [path = ''] = specifier.split('?');
  const base = path.startsWith('@/') ? path.slice(2) : normalize(join(dirname(from), path));
  const ending = ENDINGS.find((each) => {
    const file = join(root, base + each);
    return existsSync(file) && statSync(file).isFile();
  });
  if (ending === undefined) throw new Error(`${from} imports ${specifier}, which is no file`);
  return { to: relative('.', base + ending).replaceAll('\\', '/'), isPackage: false };
}
