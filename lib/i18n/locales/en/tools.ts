import type { Tool } from '@/lib/jimeng/model/tools';

/** Names of the upscalers; the background writes them into files as well. */
export const tools: Record<Tool, string> = {
  'super-resolution': 'Super resolution',
  'smart-hd': 'Smart HD',
  'fast-hd': 'Fast HD',
};
