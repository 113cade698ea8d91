import type { Tool } from '@/lib/jimeng/model/tools';

/** Automatic remembers that the service refuses super-resolution to this account. */
export interface AutomaticMemory {
  account: string;
  tool: Tool;
  /** Unix ms of expiry. */
  until: number;
}
