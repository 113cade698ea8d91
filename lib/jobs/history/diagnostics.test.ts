import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '@/lib/browser/storage/settings';
import { sampleBatch } from '@/tests/stories/batches';
import { ALL_CODES, ENDED, FAILED, NOW, RUNNING, sampleJob, WAITING } from '@/tests/stories/jobs';
import type { Failure, Job } from '../model/job';
import { type DiagnosticsFacts, diagnosticsOf } from './diagnostics';

const FACTS: DiagnosticsFacts = {
  version: '0.1.0',
  userAgent: 'Mozilla/5.0 Chrome/156.0.0.0',
  language: 'en',
  settings: { ...DEFAULT_SETTINGS },
  account: 'signed-in',
  hasConsent: true,
  access: {
    everywhere: false,
    sites: ['bank.example', 'clinic.example'],
    services: { jimeng: 'all', dreamina: 'none' },
  },
  counts: { running: 1, needs: 2, done: 3, failed: 4, cancelled: 5 },
  bytes: 12_345_678,
  batches: [],
  jobs: [],
  now: NOW,
};
const report = (parts: Partial<DiagnosticsFacts> = {}) => diagnosticsOf({ ...FACTS, ...parts });

describe('the report', () => {
  it('says which version, what was chosen, and how many rows are in which condition', () => {
    const text = report();
    expect(text).toContain('Upscale with Dreamina 0.1.0');
    expect(text).toContain('Chrome/156.0.0.0');
    expect(text).toContain('rows: running 1, needs 2, done 3, failed 4, cancelled 5');
    expect(text).toContain('single sites 2');
    expect(text).toContain('stored 12 MB');
    for (const field of Object.keys(DEFAULT_SETTINGS)) expect(text).toContain(`  ${field}: `);
  });

  it('counts each batch, and says why it is paused; never its name', () => {
    const sample = sampleBatch();
    const batch = { ...sample.batch, paused: { by: 'budget', at: NOW } } as const;
    const text = report({ batches: [{ ...sample, batch }] });
    expect(text).toContain('paused by budget, found 48, large 3, known 5, done 17');
    expect(text).toContain('spent 36 of 50, price jumps 0');
    expect(text).not.toContain(batch.name);
  });

  it('names the code of each failure, where it was, and when', () => {
    const failure: Failure = { code: 'risk-control', at: 'submitting', charged: 'no' };
    const text = report({ jobs: [sampleJob({ stage: 'failed', finishedAt: NOW, failure })] });
    expect(text).toMatch(/2026-\d\d-\d\dT\S+Z risk-control in \S+ charged \S+ 2k/);
  });

  it.each(ALL_CODES)('knows the code %s', (code) => {
    const failure: Failure = { code, at: 'ready', charged: 'maybe' };
    expect(report({ jobs: [sampleJob({ stage: 'failed', failure })] })).toContain(` ${code} in`);
  });

  it.each([
    ['ret', true],
    ['data.aigc_data.history_record_id', true],
    ['Result.UploadAddress.StoreInfos[0].Auth is number', true],
    ['data.<submit_id>', true],
    ['data.a b', false],
    ['elsewhere', false],
    [`data.${'a'.repeat(400)}`, false],
  ])('names the field that an answer lacks: %s -> %s', (missing, isNamed) => {
    const failure: Failure = {
      code: 'bad-response',
      at: 'uploaded',
      charged: 'no',
      detail: { missing },
    };
    const text = report({ jobs: [sampleJob({ stage: 'failed', failure })] });
    expect(text.includes(`without ${missing}`)).toBe(isNamed);
  });

  it('says what rows wait for, and what the browser said of a file', () => {
    const saved = { state: 'failed', at: NOW, reason: 'FILE_NO_SPACE' } as const;
    const waiting = { reason: 'cool-down', since: NOW - 300_000, code: 'busy' } as const;
    const text = report({
      jobs: [sampleJob({ stage: 'done', saved }), sampleJob({ stage: 'uploaded', waiting })],
    });
    expect(text).toContain('FILE_NO_SPACE');
    expect(text).toContain('cool-down in uploaded for 5 min');
  });
});

/** Marks everything in a row that is not ours to tell. */
function marked(job: Job): Job {
  const mark = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return KEPT.has(key) ? value : `secret-${value}`;
    if (Array.isArray(value)) return value.map((each) => mark(each));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, mark(each, name)]),
    );
  };
  return mark(job) as Job;
}
/** Codes of ours, which the report may name. */
const KEPT = new Set([
  'stage',
  'code',
  'at',
  'charged',
  'reason',
  'state',
  'tool',
  'target',
  'upscaler',
]);

it('holds nothing of a page, a picture, the account or the service', () => {
  const jobs = [RUNNING, WAITING, ENDED, FAILED].flatMap((rows) => Object.values(rows).map(marked));
  const hostile = sampleJob({
    stage: 'failed',
    failure: {
      code: 'https://secret.example' as Failure['code'],
      at: 'secret stage' as Failure['at'],
      charged: 'secret?' as Failure['charged'],
      detail: {
        ret: 'secret',
        failCode: 'sessionid=secret',
        said: 'secret',
        missing: 'data.https://secret.example',
        host: 'secret.example',
      },
    },
    submission: { submitId: 'secret', tool: 'Secret!' as 'smart-hd', at: Number.NaN },
    saved: { state: 'failed', at: Number.NaN, reason: '/home/secret/boat.png' },
  });
  const settings = {
    ...DEFAULT_SETTINGS,
    menuText: 'secret',
    nameTemplate: 'secret {name}',
    savedTemplates: ['secret', 'secret too'],
    folder: 'secret',
    theme: 'https://secret.example/?a=b',
  };
  for (const each of [...jobs, hostile, { ...hostile, stage: 'done' as const }]) {
    const text = report({ jobs: [each], settings });
    expect(text).not.toMatch(/secret|https?:|example|sessionid|tos-cn|harbour|gallery/i);
  }
});
