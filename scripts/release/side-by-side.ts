/**
 * `npm run test:both` runs every case that both browsers share. This script prints the results side by
 * side: `tsx scripts/release/side-by-side.ts <report of vitest's JSON reporter>`.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { argv } from 'node:process';

interface Report {
  testResults: { name: string; assertionResults: { title: string; status: string }[] }[];
}

/** Files that run the same cases, one per browser. */
const PAIRS = [
  ['Journeys', 'journey.e2e.ts', 'firefox.e2e.ts'],
  ['Any image', 'any-image.e2e.ts', 'any-image-firefox.e2e.ts'],
] as const;
const NAME_WIDTH = 76;
const WORDS: Readonly<Record<string, string>> = {
  passed: 'passed',
  failed: 'FAILED',
  pending: 'skipped',
  skipped: 'skipped',
};

const report = JSON.parse(readFileSync(argv[2] ?? '', 'utf8')) as Report;

function resultsIn(file: string): Map<string, string> {
  const found = report.testResults.find(({ name }) => basename(name) === file);
  const tests = found?.assertionResults ?? [];
  return new Map(tests.map(({ title, status }) => [title, WORDS[status] ?? status]));
}

function line(name: string, chromium: string, firefox: string): string {
  const short = name.length > NAME_WIDTH ? `${name.slice(0, NAME_WIDTH - 1)}…` : name;
  const mark = chromium === firefox ? '' : ' <';
  return `${short.padEnd(NAME_WIDTH)} ${chromium.padEnd(9)} ${firefox}${mark}`;
}

let differences = 0;
for (const [title, chromiumFile, firefoxFile] of PAIRS) {
  const [chromium, firefox] = [resultsIn(chromiumFile), resultsIn(firefoxFile)];
  console.log(`\n${line(title, 'Chromium', 'Firefox').replace(/ <$/, '')}`);
  for (const name of new Set([...chromium.keys(), ...firefox.keys()])) {
    const [one = 'missing', other = 'missing'] = [chromium.get(name), firefox.get(name)];
    if (one !== other) differences += 1;
    console.log(line(name, one, other));
  }
}
console.log(`\n${differences} differences (docs/TESTING.md, "Two browsers", has the reasons)`);
