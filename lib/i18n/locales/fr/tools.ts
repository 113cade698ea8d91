import type { Tool } from '@/lib/jimeng/model/tools';

/** French names of the upscalers. */
export const tools: Record<Tool, string> = {
  'super-resolution': 'Super-résolution',
  'smart-hd': 'HD intelligente',
  'fast-hd': 'HD rapide',
};
