import { expect, it } from 'vitest';
import { ENDED, FAILED, RUNNING, WAITING } from '@/tests/stories/jobs';
import { historyFile, readHistoryFile } from '../history/history-file';
import { isImportable } from './importable';

const all = Object.values({ ...RUNNING, ...WAITING, ...ENDED, ...FAILED });
const imported = all.flatMap(
  (job, index) => readHistoryFile(historyFile([{ ...job, id: `j-${index}` }], 1))?.jobs ?? [],
);
const [row] = imported;

it('takes every row that comes out of the file of a history', () => {
  expect(imported).toHaveLength(all.length);
  expect(imported.filter((job) => !isImportable(job))).toEqual([]);
});

it('takes no row that would go on by itself', () => {
  for (const job of Object.values({ ...RUNNING, ...WAITING })) {
    expect(isImportable(job)).toBe(false);
  }
});

it.each<[string, object]>([
  ['an upload', { upload: { uri: 'tos/x', at: 1 } }],
  ['a link to a result', { result: { url: 'https://evil.example/', width: 1, height: 1 } }],
  ['a reason to wait', { waiting: { reason: 'network', since: 1 } }],
  ['a time to go on', { notBefore: 1 }],
  ['a file', { saved: { state: 'saved', at: 1 } }],
  ['a stage that nobody knows', { stage: 'paid' }],
])('takes no row with %s', (_, parts) => {
  expect(isImportable({ ...row, ...parts })).toBe(false);
});
