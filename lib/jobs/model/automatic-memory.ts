import type { Tool } from '@/lib/jimeng/model/tools';

/** Memory of Automatic: the service refuses super-resolution for this account. */
export interface AutomaticMemory {
  account: string;
  tool: Tool;
  /** Unix ms at which it expires. */
  until: number;
}
