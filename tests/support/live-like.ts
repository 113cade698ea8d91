import { env } from 'node:process';
import type { SimulatorOptions } from '@/simulator/simulator';

/** The service as other people's clients describe it, in a tenth of its time. */
export const LIVE_LIKE: SimulatorOptions = {
  profile: 'live-like',
  processingMs: 400,
  partialMs: 1_500,
  slowestMs: 2_000,
};

/** Whether the sweeps run against that service: `SERVICE=live-like`. */
export const isLiveLike = env.SERVICE === 'live-like';

/** Options of the service that a sweep runs against; those of the test win. */
export const serviceOptions = (own: SimulatorOptions): SimulatorOptions =>
  isLiveLike ? { ...LIVE_LIKE, ...own } : own;
