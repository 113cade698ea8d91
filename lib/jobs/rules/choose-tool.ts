import type { Tool } from '@/lib/jimeng/model/tools';
import type { AutomaticMemory } from '../model/automatic-memory';
import type { Job } from '../model/job';

/** How long, ms, Automatic remembers that the service refuses super-resolution to an account. */
export const AUTOMATIC_MEMORY_MS = 7 * 24 * 60 * 60_000;

const FIRST_TOOL: Tool = 'super-resolution';
const NEXT_TOOL: Tool = 'smart-hd';

/** The memory after the service refused super-resolution to an account. */
export function learnedRefusal(account: string, now: number): AutomaticMemory {
  return { account, tool: NEXT_TOOL, until: now + AUTOMATIC_MEMORY_MS };
}

/** Chooses the tool of a job's next order. Pure. */
export function chooseTool(
  job: Pick<Job, 'options' | 'pastSubmissions'>,
  account: string,
  memory: AutomaticMemory | undefined,
  now: number,
): Tool {
  const { upscaler } = job.options;
  if (upscaler !== 'auto') return upscaler;
  const wasRefused = job.pastSubmissions.some(
    ({ tool, outcome }) => tool === FIRST_TOOL && outcome === 'failed',
  );
  if (wasRefused) return NEXT_TOOL;
  const isRemembered = memory?.account === account && memory.until > now;
  return isRemembered ? memory.tool : FIRST_TOOL;
}
