import { describe, expect, test } from 'vitest';
import { type HostileFile, hostileFiles, type Outcome } from '@/tests/support/images/hostile-files';
import { ImageError } from '../formats/errors';
import { stripMetadata } from '../formats/strip-metadata';
import { inspect } from './inspect';

const SEED = 20_260_101;
const FILES = hostileFiles(SEED);
const MB = 1024 * 1024;
/** Time of the processor, not of the clock: other work on the machine does not count. */
const MAX_CPU_MS = 2000;

describe(`hostile files, seed ${SEED}`, () => {
  test('are at least 300, each with a name of its own', () => {
    expect(FILES.length).toBeGreaterThanOrEqual(300);
    expect(new Set(FILES.map(({ name }) => name)).size).toBe(FILES.length);
  });

  test.each(FILES)('$name', { timeout: 60_000 }, async (file) => {
    const blob = await file.make();
    const reads = watched(blob);
    const before = process.cpuUsage();
    expect(file.header).toContain(await headerOutcome(blob));
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(MAX_CPU_MS);
    expect(reads.whole).toBe(0);
    expect(reads.largest).toBeLessThanOrEqual(5 * MB);
    expect(reads.total).toBeLessThanOrEqual(2 * blob.size + MB);
  });

  test.each(FILES.filter(isPassable))('$name, without its metadata', async (file) => {
    const blob = await file.make();
    const facts = await inspect(blob).catch(() => undefined);
    if (facts?.orientation !== 1) return;
    const stripped = await stripMetadata(blob, facts.type).catch(codeOf);
    if (typeof stripped === 'string') expect(file.whole).toContain(stripped);
    else expect(await inspect(stripped)).toEqual({ ...facts, bytes: stripped.size });
  });
});

function isPassable({ header }: HostileFile): boolean {
  return header.includes('picture');
}

async function headerOutcome(blob: Blob): Promise<Outcome> {
  return inspect(blob).then(() => 'picture', codeOf);
}

function codeOf(error: unknown): Outcome {
  if (error instanceof ImageError) return error.code;
  throw error;
}

/** Counts what is loaded of a Blob. */
function watched(blob: Blob) {
  const reads = { whole: 0, largest: 0, total: 0 };
  const slice = blob.slice.bind(blob);
  blob.slice = (start, end, type) => {
    const part = slice(start, end, type);
    reads.largest = Math.max(reads.largest, part.size);
    reads.total += part.size;
    return part;
  };
  blob.arrayBuffer = () => {
    reads.whole += 1;
    return Promise.reject(new Error('the whole file was read'));
  };
  return reads;
}
