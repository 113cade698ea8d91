import { expect, it } from 'vitest';
import { sampleJob } from '@/tests/stories/jobs';
import type { SourceFacts } from '../model/job';
import { restoreTransparency, type StoredResult } from './restore';

const OPAQUE: StoredResult = {
  blob: new Blob(['opaque'], { type: 'image/jpeg' }),
  result: { url: 'https://p.example/r', width: 800, height: 600, type: 'jpeg', bytes: 6 },
};
const RESTORED = new Blob(['with alpha'], { type: 'image/png' });
const LOST = { ...OPAQUE, result: { ...OPAQUE.result, flaw: 'transparency-lost' } };

interface World {
  transparency?: SourceFacts['transparency'];
  shown?: Blob | undefined;
  restore?: (() => Promise<Blob>) | undefined;
  stored?: StoredResult;
  beforeRestoring?: () => Promise<void>;
}

async function restored({ transparency = { kind: 'kept' }, stored = OPAQUE, ...world }: World) {
  const reports: unknown[] = [];
  const { source } = sampleJob({});
  const deps = {
    store: { blob: async () => ('shown' in world ? world.shown : new Blob(['shown'])) },
    restoreTransparency: 'restore' in world ? world.restore : async () => RESTORED,
    report: (error: unknown) => reports.push(error),
  } as unknown as Parameters<typeof restoreTransparency>[2];
  const job = { id: 'a', source: { ...(source as SourceFacts), transparency } };
  const answer = await restoreTransparency(job, stored, deps, world.beforeRestoring);
  return { answer, reports };
}

it('puts the transparency back, and the result becomes a PNG', async () => {
  const { answer, reports } = await restored({});
  expect(answer.blob).toBe(RESTORED);
  expect(answer.result).toEqual({ ...OPAQUE.result, type: 'png', bytes: RESTORED.size });
  expect(reports).toEqual([]);
});

it('leaves a result alone whose picture was opaque, or was put on a colour', async () => {
  const kind = { kind: 'flattened', colour: '#ffffff' } as const;
  expect((await restored({ transparency: kind })).answer).toBe(OPAQUE);
  const opaque = { id: 'a', source: sampleJob({}).source as SourceFacts };
  const deps = {} as unknown as Parameters<typeof restoreTransparency>[2];
  expect(await restoreTransparency(opaque, OPAQUE, deps)).toBe(OPAQUE);
});

it('keeps what was paid for, and says that the transparency is lost', async () => {
  const fails = async () => Promise.reject(new Error('no memory'));
  expect((await restored({ shown: undefined })).answer).toEqual(LOST);
  expect((await restored({ restore: undefined })).answer).toEqual(LOST);
  const failed = await restored({ restore: fails });
  expect([failed.answer, failed.reports]).toEqual([LOST, [new Error('no memory')]]);
  // It has killed the worker before.
  const guarded = await restored({ beforeRestoring: fails as () => Promise<never> });
  expect(guarded.answer).toEqual(LOST);
});

it('keeps the flaw that the result has already', async () => {
  const stored = { ...OPAQUE, result: { ...OPAQUE.result, flaw: 'black' as const } };
  expect((await restored({ stored, shown: undefined })).answer.result.flaw).toBe('black');
});

it('ends with a row that changed meanwhile', async () => {
  const changed = async () => Promise.reject(new DOMException('the row has changed', 'AbortError'));
  await expect(restored({ beforeRestoring: changed })).rejects.toThrow('the row has changed');
});
