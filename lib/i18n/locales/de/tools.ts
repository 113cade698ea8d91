import type { Tool } from '@/lib/jimeng/model/tools';

/** German names of the upscalers. */
export const tools: Record<Tool, string> = {
  'super-resolution': 'Superauflösung',
  'smart-hd': 'Smart HD',
  'fast-hd': 'Schnelles HD',
};
