import { describe, expect, it } from 'vitest';
import { ENDED, FAILED, RUNNING, sampleJob, WAITING } from '@/tests/stories/jobs';
import type { Job } from '../model/job';
import { validateStoredJob } from '../model/stored-job-check';
import { historyFile, readHistoryFile } from './history-file';

const all = Object.values({ ...RUNNING, ...WAITING, ...ENDED, ...FAILED }).map((job, index) => ({
  ...job,
  id: `job-${index}`,
}));

const file = (row: object) =>
  JSON.stringify({ format: 'upscale-with-dreamina/history', version: 1, rows: [row] });
/** A row as it stands in a file. */
const row = JSON.parse(historyFile([{ ...(ENDED.done as Job), id: 'a' }], 1)).rows[0];
const read = (parts: object) => readHistoryFile(file({ ...row, ...parts }))?.jobs[0];

describe('an exported history', () => {
  it('comes back with every row, as far as it can be true elsewhere', () => {
    const back = readHistoryFile(historyFile(all, 1));
    expect(back?.skipped).toBe(0);
    expect(back?.jobs).toHaveLength(all.length);
    for (const [index, job] of (back?.jobs ?? []).entries()) {
      const { id, name, createdAt, options, stage } = all[index] as Job;
      expect(job).toMatchObject({ id, name, createdAt, options });
      expect(validateStoredJob(job)).toBe(job);
      const hadEnded = ['done', 'failed', 'cancelled'].includes(stage);
      expect(job.stage).toBe(hadEnded ? stage : 'cancelled');
    }
  });

  it('keeps what finds an order again, and where the picture came from', () => {
    expect(read({})).toMatchObject({
      submission: { submitId: 's-1', historyId: 'h-1' },
      origin: { kind: 'page', pageUrl: 'https://gallery.example/harbours/7' },
      result: { url: '', width: 2880 },
    });
  });

  it('follows no order of a part: the other parts stay behind', () => {
    const strip = RUNNING['part 2 of 3'] as Job;
    const [job] = readHistoryFile(historyFile([strip], 1))?.jobs ?? [];
    expect(job?.submission).toBeUndefined();
    expect(job?.pastSubmissions.map(({ part }) => part)).toEqual([0, 1]);
    expect(job?.source?.parts).toBeUndefined();
  });

  it('holds no upload, no link to a result, no bytes, and no words of the service', () => {
    const secret = sampleJob({
      ...(ENDED.done as Job),
      upload: { uri: 'tos-cn-i-tb4s082cfz/SECRET', at: 1 },
      result: { url: 'https://p.example/r?x-signature=SECRET', width: 1, height: 1 },
      failure: { code: 'internal', at: 'ready', charged: 'no', detail: { said: 'SECRET' } },
      ...({ sessionid: 'SECRET' } as object),
    });
    const text = historyFile([secret], 1);
    expect(text).toContain('harbours');
    expect(text).not.toMatch(/SECRET|tos-cn|signature|upload/);
  });

  it('leaves addresses out that are not of the web', () => {
    const url = `data:image/png;base64,${'A'.repeat(10_000)}`;
    const { origin } = sampleJob();
    const text = historyFile([sampleJob({ origin: { ...origin, url } as Job['origin'] })], 1);
    expect(text.length).toBeLessThan(2_000);
  });
});

describe('a hostile file', () => {
  it.each(['', 'no json', '[]', 'null', '{"rows":[]}', '{"format":"x","version":1,"rows":[]}'])(
    'that is no history is refused: %s',
    (text) => expect(readHistoryFile(text)).toBeUndefined(),
  );

  it.each<[string, object]>([
    ['an id that is none', { id: '../../x' }],
    ['an unknown stage', { stage: 'paid' }],
    ['an unknown size', { options: { ...row.options, target: '64k' } }],
    ['a time that is none', { createdAt: 'now' }],
    ['a time that no calendar holds', { createdAt: 1e20 }],
    ['orders that are none', { pastSubmissions: [{ submitId: 7 }] }],
    ['a code that is markup', { failure: { code: '<b>', at: 'ready', charged: 'no' } }],
  ])('loses a row with %s, and only that', (_, parts) => {
    const rows = [
      { ...row, ...parts },
      { ...row, id: 'good' },
    ];
    const text = JSON.stringify({ format: 'upscale-with-dreamina/history', version: 1, rows });
    const back = readHistoryFile(text);
    expect(back?.skipped).toBe(1);
    expect(back?.jobs.map(({ id }) => id)).toEqual(['good']);
  });

  it('can point at no script, no other file’s bytes, no upload, no link, and start nothing', () => {
    const job = read({
      stage: 'uploaded',
      page: { url: 'javascript:alert(1)', title: 't', image: 'file:///etc/passwd' },
      upload: { uri: 'x', at: 9e15 },
      result: { url: 'https://evil.example/', width: 1, height: 1, bytes: 5 },
      origin: { kind: 'file', blobKey: 'other-job/result', name: 'x' },
      waiting: { reason: 'network', since: 1 },
      notBefore: 1,
      rev: 99,
    });
    expect(job).toMatchObject({ stage: 'cancelled', rev: 0, origin: { url: '', pageUrl: '' } });
    expect(job).not.toHaveProperty('upload');
    expect(job).not.toHaveProperty('waiting');
    expect(job?.result).toEqual({ url: '', width: 1, height: 1 });
    const { page: _, ...fileRow } = row;
    const fromFile = readHistoryFile(file({ ...fileRow, origin: { blobKey: 'other/result' } }));
    expect(fromFile?.jobs[0]?.origin).toMatchObject({ blobKey: '' });
  });

  it('cannot make names endless', () => {
    expect(read({ name: 'x'.repeat(9_999) })?.name).toHaveLength(500);
  });
});
