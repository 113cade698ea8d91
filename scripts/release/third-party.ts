/**
 * Writes the licences of all bundled packages into one file per build. Vite lists the packages of each of
 * its runs (`build.license`). A build has several runs, so their lists are merged here.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A bundled package, as Vite writes it. */
interface Bundled {
  name: string;
  version: string;
  /** SPDX expression. */
  identifier?: string;
  text?: string;
}

const FILE = 'THIRD-PARTY.txt';
const LIST = /^licenses-.*\.json$/;

/** Source of the licence text of a package that ships none. */
interface LicenceSource {
  /** A package with the same licence whose file has the text. */
  sibling: string;
  /** Copyright line in the package's repository, if it differs from the sibling's. */
  copyright?: string;
}

const LICENCE_SOURCES: Readonly<Record<string, LicenceSource>> = {
  wxt: { sibling: '@wxt-dev/webextension-polyfill' },
  '@webext-core/messaging': {
    sibling: '@aklinker1/zero-serialize-error',
    copyright: 'Copyright (c) 2022 Aaron',
  },
};

/** What a package contains of others, which its own licence does not name. */
const ENCLOSED: Readonly<Record<string, readonly { name: string; licence: () => string }[]>> = {
  'lcms-wasm': [
    {
      name: 'Little CMS (https://www.littlecms.com), in lcms.wasm',
      licence: () =>
        (installedLicence('lcms-wasm') ?? '').replace(
          /^Copyright .*$/m,
          'Copyright (c) 1998-2023 Marti Maria Saguer',
        ),
    },
  ],
  'pdfjs-dist': ['OPENJPEG', 'JBIG2'].map((name) => ({
    name: `${name}, in the image decoders`,
    licence: () =>
      readFileSync(join(packageFolder('pdfjs-dist'), 'wasm', `LICENSE_${name}`), 'utf8'),
  })),
};

/** Packages that Vite does not list, because their code around each entry point is no module. */
const UNLISTED = ['wxt'];

/** Path of the list of one run of Vite. @param run name of the run, unique in the build */
export function licenseListOf(run: string): { fileName: string } {
  return { fileName: `licenses-${run}.json` };
}

/**
 * Replaces the lists by one file.
 * @param folder of the build
 * @throws if there is no list, or a bundled package has no licence text
 */
export function writeThirdParty(folder: string): void {
  const lists = readdirSync(folder).filter((name) => LIST.test(name));
  if (lists.length === 0) throw new Error('Vite wrote no list of licences');
  const all = lists.flatMap(
    (name): Bundled[] => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Bundled[],
  );
  writeFileSync(join(folder, FILE), thirdPartyText([...all, ...UNLISTED.map(installed)]));
  for (const name of lists) rmSync(join(folder, name));
}

/**
 * The text of the file: each package once, sorted by name, with the address of its source and its licence.
 * @throws if one has no licence text
 */
export function thirdPartyText(bundled: readonly Bundled[]): string {
  const packages = new Map(bundled.map((each) => [`${each.name} ${each.version}`, each]));
  const sections = [...packages]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, { name, identifier, text }]) => {
      const licence = text ?? readSibling(name);
      if (!licence) throw new Error(`${title} is bundled and has no licence text`);
      const own = [title, identifier, `Source: ${sourceOf(name)}`, '', licence.trim()];
      const enclosed = (ENCLOSED[name] ?? []).flatMap((part) => [
        '',
        `Contains ${part.name}:`,
        '',
        part.licence().trim(),
      ]);
      return [...own, ...enclosed].join('\n');
    });
  return [
    'This extension contains the following software of others, unchanged.',
    ...sections,
    '',
  ].join(`\n\n${'-'.repeat(72)}\n\n`);
}

function installed(name: string): Bundled {
  const { version, license } = packageOf(name);
  return { name, version, identifier: license };
}

function readSibling(name: string): string | undefined {
  const source = Object.hasOwn(LICENCE_SOURCES, name) ? LICENCE_SOURCES[name] : undefined;
  if (!source) return undefined;
  const text = installedLicence(source.sibling);
  return source.copyright ? text?.replace(/^Copyright .*$/m, source.copyright) : text;
}

function installedLicence(name: string): string | undefined {
  const folder = packageFolder(name);
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  return file && readFileSync(join(folder, file), 'utf8');
}

/** The public address of a package's source, which the MPL asks for. */
function sourceOf(name: string): string {
  const { repository } = packageOf(name);
  const address: string = typeof repository === 'string' ? repository : (repository?.url ?? '');
  const path = /github\.com[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(address)?.[1];
  const short = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(address)?.[1];
  return path || short ? `https://github.com/${path ?? short}` : address;
}

interface Package {
  version: string;
  license: string;
  repository?: string | { url: string };
}

function packageOf(name: string): Package {
  return JSON.parse(readFileSync(join(packageFolder(name), 'package.json'), 'utf8')) as Package;
}

function packageFolder(name: string): string {
  return join(import.meta.dirname, '../../node_modules', name);
}
