import type { SiteName } from '@/lib/jimeng/model/sites';
import type { Target, Tool } from '@/lib/jimeng/model/tools';
import type { Job } from './job';
import { siteOf } from './site';

/** A kind of order. Those of one kind take about as long, and cost the same. */
export interface OrderKind {
  site: SiteName;
  tool: Tool;
  target: Target;
}

/** The kind of an order of a row with this tool. */
export function kindOfOrder(job: Pick<Job, 'site' | 'options'>, tool: Tool): OrderKind {
  return { site: siteOf(job), tool, target: job.options.target };
}

/** Name of a kind of order in the store. */
export function orderKind({ site, tool, target }: OrderKind): string {
  return `${site}/${tool}/${target}`;
}
