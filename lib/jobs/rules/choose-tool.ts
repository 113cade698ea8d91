import type { Tool } from '@/lib/jimeng/model/tools';
import type { AutomaticMemory } from '../model/automatic-memory';
import type { Job } from '../model/job';

/** How long Automatic remembers that an account is refused super-resolution. */
export const AUTOMATIC_MEMORY_MS = 7 * 24 * 60 * 60_000;

const FIRST_TOOL: Tool = 'super-resolution';
const NEXT_TOOL: Tool = 'smart-hd';

/** The memory to keep after super-resolution was refused for an account. */
export function learnedRefusal(account: string, now: number): AutomaticMemory {
  return { account, tool: NEXT_TOOL, until: now + AUTOMATIC_MEMORY_MS };
}

/** Which tool the next order of a job uses. Pure. */
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
