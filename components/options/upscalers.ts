import type { Upscaler } from '@/lib/jobs/model/job';

/** In the order shown. Written out, because components take only types from lib/jimeng. */
export const UPSCALERS: readonly Upscaler[] = ['auto', 'super-resolution', 'smart-hd', 'fast-hd'];
