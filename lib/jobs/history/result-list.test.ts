import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENDED, sampleJob } from '@/tests/stories/jobs';
import type { Job } from '../model/job';
import { resultCsv, resultJson } from './result-list';

const page = {
  kind: 'page',
  url: 'https://me:secret@images.example/boat.png?x=1',
  pageUrl: 'https://gallery.example/a',
  pageTitle: 'Boats, "old" ones',
  frameUrl: '',
  tabId: 1,
  frameId: 0,
} as const;
const saved = { state: 'saved', at: 1, downloadId: 1, fileName: 'boat_2k.png', bytes: 9 } as const;
const JOB = sampleJob({
  ...ENDED.done,
  name: 'boat',
  origin: page,
  credits: 2,
  saved,
  site: 'jimeng',
  finishedAt: Date.UTC(2026, 10, 28, 9, 30),
});

/** Reads CSV back, as RFC 4180 says. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('the list of results', () => {
  it('says what came from where, without user names and passwords', () => {
    const [line] = JSON.parse(resultJson([JOB]));
    expect(line).toMatchObject({
      name: 'boat',
      title: page.pageTitle,
      page: page.pageUrl,
      image: 'https://images.example/boat.png?x=1',
      target: '2k',
      site: 'jimeng',
      stage: 'done',
      credits: 2,
      file: 'boat_2k.png',
      finished: '2026-11-28T09:30:00.000Z',
    });
  });

  it('has no line of a data: address', () => {
    const job: Job = {
      ...JOB,
      origin: { ...page, url: `data:image/png;base64,${'A'.repeat(99)}` },
    };
    expect(resultCsv([job])).not.toContain('AAAA');
  });

  it('is the same as CSV, whatever the page has put in, and no cell is a formula', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('=1+1', '+1', '-1', '@SUM(A1)', '\t=1', 'a,"b"\r\nc', '\r=1', ''),
    );
    fc.assert(
      fc.property(text, text, (name, pageTitle) => {
        const job: Job = { ...JOB, name, origin: { ...page, pageTitle } };
        const [head = [], row = [], ...others] = readCsv(resultCsv([job]));
        expect(others).toEqual([]);
        for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        const read = Object.fromEntries(head.map((column, at) => [column, row[at]]));
        const unmarked = (cell = '') => cell.replace(/^'(?=[=+\-@\t\r])/, '');
        // An apostrophe of the page's own may stand before a formula, too.
        if (!/^'/.test(name)) expect(unmarked(read.name)).toBe(name);
        if (!/^'/.test(pageTitle)) expect(unmarked(read.title)).toBe(pageTitle);
      }),
    );
  });

  it('begins with a byte order mark, and keeps the order', () => {
    const csv = resultCsv([JOB, { ...JOB, name: 'lake' }]);
    expect(csv.startsWith('\uFEFFname,')).toBe(true);
    expect(readCsv(csv).map(([name]) => name)).toEqual(['name', 'boat', 'lake']);
  });
});
