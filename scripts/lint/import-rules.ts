import { dirname } from 'node:path';
import { circlesOf } from './circles';
import type { Import } from './import-graph';

/** What a folder may import besides its own files. A folder includes all below it. */
export interface Rule {
  folder: string;
  /** Folders or files of this project; the prefix `type:` allows types only. */
  own: readonly string[];
  /** Packages that the folder may not import. */
  noPackages?: readonly string[];
}

const BROWSER = ['wxt/browser', 'webextension-polyfill', '@wxt-dev'];
const INTERFACE = ['preact', '@preact'];
/** Facts of the service that pictures are cut by, and rows are judged by. */
const TARGETS = 'lib/jimeng/model/tools.ts';
/** The sites as data. */
const SITES = 'lib/jimeng/model/sites.ts';
/** What tells that two addresses are one picture in two sizes. Pure. */
const RENDITIONS = 'lib/page/collect/rendition-key.ts';
/** What a page and the background say to each other about results. */
const REPLACING = 'lib/page/replace/contract.ts';
/** The list alone: a setting is one of them. */
const LANGUAGES = 'lib/i18n/locales/languages.ts';
const MODEL = ['lib/jobs/model', 'lib/jobs/rules', 'lib/jimeng/model'];

/** The import directions of docs/ARCHITECTURE.md. The longest folder that fits a file decides. */
export const RULES: readonly Rule[] = [
  { folder: 'lib/async', own: [], noPackages: [...BROWSER, ...INTERFACE, 'idb'] },
  { folder: 'lib/text', own: [], noPackages: [...BROWSER, ...INTERFACE, 'idb'] },
  { folder: 'lib/jimeng', own: [], noPackages: [...BROWSER, ...INTERFACE, 'idb'] },
  {
    folder: 'lib/images',
    own: ['lib/text', TARGETS],
    noPackages: [...BROWSER, ...INTERFACE, 'idb', 'ky'],
  },
  { folder: 'lib/originals', own: [], noPackages: [...BROWSER, ...INTERFACE, 'idb', 'ky'] },
  {
    folder: 'lib/sources',
    own: ['lib/originals'],
    noPackages: [...BROWSER, ...INTERFACE, 'idb'],
  },
  {
    folder: 'lib/intake',
    own: ['lib/text', 'lib/images/naming'],
    noPackages: [...BROWSER, ...INTERFACE, 'idb'],
  },
  { folder: 'lib/page', own: [], noPackages: [...BROWSER, ...INTERFACE, 'idb'] },
  {
    folder: 'lib/jobs',
    own: [
      'lib/async',
      'lib/text',
      TARGETS,
      SITES,
      RENDITIONS,
      `type:${REPLACING}`,
      'type:lib/jimeng',
      'type:lib/images',
      'type:lib/sources',
    ],
    noPackages: [...BROWSER, ...INTERFACE, 'idb'],
  },
  {
    folder: 'lib/jobs/store',
    own: ['lib/jobs', 'lib/text', 'type:lib/jimeng', 'type:lib/images', 'type:lib/sources'],
    noPackages: [...BROWSER, ...INTERFACE],
  },
  {
    folder: 'lib/picker',
    own: [...MODEL, 'type:lib/browser', 'type:lib/page'],
    noPackages: [...BROWSER, ...INTERFACE, 'idb', 'ky'],
  },
  {
    folder: 'lib/reader',
    own: MODEL,
    noPackages: [...BROWSER, ...INTERFACE, 'idb', 'ky'],
  },
  {
    folder: 'lib/i18n',
    own: [...MODEL, 'type:lib/images', 'type:lib/page'],
    noPackages: [...BROWSER, 'preact', 'idb'],
  },
  {
    folder: 'lib/browser',
    own: ['type:lib', 'lib/async', 'lib/text', ...MODEL, LANGUAGES, REPLACING],
    noPackages: ['preact'],
  },
  {
    folder: 'components',
    own: [
      'lib/i18n',
      'lib/picker',
      'lib/reader',
      'lib/text',
      ...MODEL,
      // An event must be read inside its listener.
      'lib/intake/offered.ts',
      'type:lib/intake',
      'type:lib/jobs',
      'type:lib/images',
      'type:lib/browser',
    ],
    noPackages: [...BROWSER, 'idb'],
  },
  { folder: 'entrypoints', own: ['lib', 'components'], noPackages: ['idb'] },
  { folder: 'simulator', own: [], noPackages: [...BROWSER, ...INTERFACE, 'idb'] },
];

const isBelow = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

function ruleOf(path: string): Rule | undefined {
  return RULES.filter(({ folder }) => isBelow(path, folder)).reduce<Rule | undefined>(
    (best, rule) => (best && best.folder.length > rule.folder.length ? best : rule),
    undefined,
  );
}

function isAllowed({ to, isPackage, isType }: Import, rule: Rule): boolean {
  if (isPackage) return isType || !rule.noPackages?.some((name) => isBelow(to, name));
  if (isBelow(to, rule.folder)) return true;
  return rule.own.some((each) => {
    const folder = each.replace(/^type:/, '');
    return isBelow(to, folder) && (isType || folder === each);
  });
}

/** Imports that violate their rule, one sentence each. */
export function wrongDirections(imports: readonly Import[]): string[] {
  return imports.flatMap((each) => {
    const rule = ruleOf(each.from);
    if (!rule || isAllowed(each, rule)) return [];
    return [
      `${each.from} may not import ${each.to} (${rule.folder}, scripts/lint/import-rules.ts)`,
    ];
  });
}

/** Circles of files and circles of folders, types included, one sentence each. */
export function circles(imports: readonly Import[]): string[] {
  const own = imports.filter(({ isPackage }) => !isPackage);
  const files = circlesOf(own.map(({ from, to }) => [from, to]));
  const folders = circlesOf(own.map(({ from, to }) => [dirname(from), dirname(to)]));
  return [
    ...files.map((group) => `these files import each other: ${group.join(', ')}`),
    ...folders.map((group) => `these folders import each other: ${group.join(', ')}`),
  ];
}
