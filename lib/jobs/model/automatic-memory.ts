import type { Tool } from '@/lib/jimeng/model/tools';

/** Memory of Automatic: for this account the service refuses super-resolution. */
export interface AutomaticMemory {
  account: string;
  tool: Tool;
  /** Unix ms at which it is forgotten. */
  until: number;
}
