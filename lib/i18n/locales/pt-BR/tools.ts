import type { Tool } from '@/lib/jimeng/model/tools';

/** Brazilian Portuguese names of the upscalers. */
export const tools: Record<Tool, string> = {
  'super-resolution': 'Super-resolução',
  'smart-hd': 'HD inteligente',
  'fast-hd': 'HD rápido',
};
