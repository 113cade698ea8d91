import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The import directions that the linter cannot tell: what only types may cross
 * (docs/ARCHITECTURE.md). Keys are layers, values the layers they may use at run time.
 */
const RUN_TIME: Record<string, readonly string[]> = {
  'lib/jimeng': [],
  'lib/images': [],
  'lib/sources': [],
  'lib/page': [],
  'lib/jobs': [],
  'lib/browser': [],
  'lib/i18n': ['locales', 'lib/jobs'],
  locales: ['lib/i18n'],
  components: ['lib/jobs', 'lib/i18n'],
};

const root = join(import.meta.dirname, '..');

function sources(layer: string): string[] {
  return readdirSync(join(root, layer), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|\/?test-/.test(name))
    .map((name) => join(root, layer, name));
}

/** Layers a file imports values from: `import type` does not count. */
function runTimeImports(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  const statements = text.matchAll(/^(?:import|export)\s+(?!type\b)[^;]*?from\s+'@\/([^']+)'/gms);
  return [...statements].map(([, target]) =>
    (target ?? '')
      .split('/')
      .slice(0, target?.startsWith('lib/') ? 2 : 1)
      .join('/'),
  );
}

describe('import directions', () => {
  it.each(Object.entries(RUN_TIME))('%s uses only what it may', (layer, allowed) => {
    const wrong = sources(layer).flatMap((path) =>
      runTimeImports(path)
        .filter((target) => target !== layer && !allowed.includes(target))
        .map((target) => `${relative(root, path)} -> ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('leave the browser to lib/browser and the entry points', () => {
    const layers = Object.keys(RUN_TIME).filter((layer) => layer !== 'lib/browser');
    const wrong = layers
      .flatMap(sources)
      .filter((path) =>
        /from 'wxt\/browser'|webextension-polyfill/.test(readFileSync(path, 'utf8')),
      );
    expect(wrong.map((path) => relative(root, path))).toEqual([]);
  });
});
