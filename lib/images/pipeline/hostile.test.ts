import { expect, test, vi } from 'vitest';
import type { HostileFile, Outcome } from '@/tests/support/images/hostile-file';
import { HOSTILE_FILES } from '@/tests/support/images/hostile-files';
import { watch } from '@/tests/support/images/watched-blob';
import { ByteSource } from '../formats/byte-source';
import { ImageError } from '../formats/errors';
import { stripMetadata } from '../formats/strip-metadata';
import type { ImageFacts } from '../formats/types';
import { inspect } from './inspect';

const MB = 1024 * 1024;
/** Processor time, which other work on the machine does not change. Patterns have no steps to count. */
const MAX_CPU_MS = 2000;

test('each hostile file has a name of its own', () => {
  expect(new Set(HOSTILE_FILES.map(({ name }) => name)).size).toBe(HOSTILE_FILES.length);
});

test.each(HOSTILE_FILES)('$name', { timeout: 60_000 }, async (file) => {
  const blob = await file.make();
  const loaded = watch(blob);
  const reads = vi.spyOn(ByteSource.prototype, 'read');
  const before = process.cpuUsage();
  const outcome = await inspect(blob).then((): Outcome => 'picture', codeOf);
  const { user, system } = process.cpuUsage(before);
  const steps = reads.mock.calls.length;
  reads.mockRestore();
  expect(outcome).toBe(file.header);
  expect(loaded.largest).toBeLessThanOrEqual(5 * MB);
  expect(loaded.total).toBeLessThanOrEqual(2 * blob.size + MB);
  expect(steps).toBeLessThanOrEqual(10_010 + blob.size / 4096);
  expect((user + system) / 1000).toBeLessThan(MAX_CPU_MS);
  if (file.header === 'picture') await checkStripped(file, blob);
});

async function checkStripped({ orientation = 1, isEndless }: HostileFile, blob: Blob) {
  const facts = await inspect(blob);
  expect(facts.orientation).toBe(orientation);
  const strip = stripMetadata(blob, facts.type);
  if (isEndless) return expect(strip).rejects.toEqual(new ImageError('image-broken'));
  const stripped = await strip;
  const upright = { ...facts, ...rawSize(facts), orientation: 1 };
  expect(await inspect(stripped)).toEqual({ ...upright, bytes: stripped.size });
}

function rawSize({ width, height, orientation }: ImageFacts) {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

function codeOf(error: unknown): Outcome {
  if (error instanceof ImageError) return error.code;
  throw error;
}
