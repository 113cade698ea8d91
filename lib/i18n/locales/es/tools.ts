import type { Tool } from '@/lib/jimeng/model/tools';

/** Spanish names of the upscalers. */
export const tools: Record<Tool, string> = {
  'super-resolution': 'Superresolución',
  'smart-hd': 'HD inteligente',
  'fast-hd': 'HD rápido',
};
