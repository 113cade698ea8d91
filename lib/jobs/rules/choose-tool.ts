import type { Tool } from '@/lib/jimeng/model/tools';
import type { AutomaticMemory } from '../model/automatic-memory';
import type { Job } from '../model/job';
import { ordersOfPart, partsDone } from '../model/parts';
import { siteFacts } from '../model/site';

/** How long, ms, Automatic begins with the upscaler that worked after another one had failed. */
export const AUTOMATIC_MEMORY_MS = 7 * 24 * 60 * 60_000;

type AutomaticJob = Pick<
  Job,
  'site' | 'options' | 'submission' | 'pastSubmissions' | 'smaller' | 'source' | 'part'
>;

/** The memory after Automatic got a larger picture from this upscaler, and from no earlier one. */
export function learnedTool(account: string, tool: Tool, now: number): AutomaticMemory {
  return { account, tool, until: now + AUTOMATIC_MEMORY_MS };
}

/** Chooses the tool of a job's next order. Pure. */
export function chooseTool(
  job: Omit<AutomaticJob, 'submission'>,
  account: string,
  memory: AutomaticMemory | undefined,
  now: number,
): Tool {
  const { upscaler } = job.options;
  const own = siteFacts(job).upscalers;
  if (!isAutomatic(job)) return upscaler as Tool;
  const isRemembered = memory?.account === account && memory.until > now;
  const remembered: typeof own = isRemembered ? [memory.tool, ...own] : own;
  // The parts of a long picture should look alike.
  const last = partsDone(job).at(-1);
  const order: typeof own = last ? [last.tool, ...remembered] : remembered;
  const tried = triedTools(job);
  // If all have failed, the person wants another round.
  return order.find((tool) => !tried.has(tool)) ?? order[0];
}

/**
 * Whether Automatic has an upscaler left for this row, besides that of the current order. Each is tried
 * once; after a round in which all failed, each Retry tries one more.
 */
export function hasNextTool(job: AutomaticJob): boolean {
  if (!isAutomatic(job) || !job.submission) return false;
  const tried = triedTools(job);
  return siteFacts(job).upscalers.some((tool) => tool !== job.submission?.tool && !tried.has(tool));
}

/** Whether the current order is the first to succeed after another upscaler had failed. */
export function hasSwitched(job: AutomaticJob): boolean {
  return isAutomatic(job) && triedTools(job).size > 0;
}

/** Whether the person left the choice open, or chose an upscaler that the row's site does not have. */
function isAutomatic(job: Pick<Job, 'site' | 'options'>): boolean {
  const { upscaler } = job.options;
  return upscaler === 'auto' || !siteFacts(job).upscalers.includes(upscaler);
}

/** Upscalers that failed, or did not enlarge the picture as it is sent now. */
function triedTools(job: Omit<AutomaticJob, 'submission'>) {
  const since = job.smaller?.state === 'made' ? job.smaller.at : 0;
  const ended = ordersOfPart(job).filter(
    ({ at, outcome }) => at >= since && (outcome === 'failed' || outcome === 'not-larger'),
  );
  return new Set(ended.map(({ tool }) => tool));
}
