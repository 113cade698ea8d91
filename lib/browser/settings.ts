import { storage } from 'wxt/utils/storage';
import type { Target } from '@/lib/jimeng/tools';
import type { Upscaler } from '@/lib/jobs/job';

/** What the person chose. Nothing here says anything about the account. */
export interface Settings {
  /** Size used where the person does not name one. */
  target: Target;
  upscaler: Upscaler;
  /** Detail strength 0..1 (Smart HD). */
  detail: number;
  /** Whether the menu offers "Upscale image under pointer" where no plain image was clicked. */
  isPointerMenuOn: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  target: '2k',
  upscaler: 'auto',
  detail: 0.65,
  isPointerMenuOn: false,
};

/** The stored settings; missing fields take their defaults. */
const item = storage.defineItem<Partial<Settings>>('sync:settings', { fallback: {}, version: 1 });

export async function readSettings(): Promise<Settings> {
  return { ...DEFAULT_SETTINGS, ...(await item.getValue()) };
}

export async function changeSettings(change: Partial<Settings>): Promise<void> {
  await item.setValue({ ...(await item.getValue()), ...change });
}

/** @returns stops watching */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  return item.watch((value) => onChange({ ...DEFAULT_SETTINGS, ...value }));
}
