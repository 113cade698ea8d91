import * as v from 'valibot';
import type { ZipState } from '@/lib/jobs/model/zip-state';
import { privateValue } from './private-value';

/** Private: whoever could write it could have results packed and saved. */
const item = privateValue('zip');

const order = {
  id: v.string(),
  jobIds: v.array(v.string()),
  at: v.number(),
  packed: v.number(),
  missing: v.array(v.object({ id: v.string(), name: v.string() })),
};
const Shape: v.GenericSchema<unknown, ZipState> = v.variant('state', [
  v.object({ ...order, state: v.literal('packing'), restarts: v.number() }),
  v.object({
    ...order,
    state: v.literal('saving'),
    url: v.string(),
    downloadId: v.exactOptional(v.number()),
  }),
  v.object({ ...order, state: v.literal('saved'), fileName: v.string() }),
  v.object({
    ...order,
    state: v.literal('failed'),
    reason: v.picklist(['storage-full', 'nothing-left', 'interrupted', 'save-failed']),
  }),
]);

function zipFrom(value: unknown): ZipState | undefined {
  return v.is(Shape, value) ? (value as ZipState) : undefined;
}

/** The ZIP that is being made, or was made last and not dismissed. */
export const zipState = {
  read: async (): Promise<ZipState | undefined> => zipFrom(await item.read()),
  write: (zip: ZipState | undefined): Promise<void> =>
    zip === undefined ? item.remove() : item.write(zip),
  /** @returns stops watching */
  watch: (onChange: (zip: ZipState | undefined) => void): (() => void) =>
    item.watch((value) => onChange(zipFrom(value))),
};
