import type { SiteName } from '@/lib/jimeng/model/sites';
import type { Target, Tool } from '@/lib/jimeng/model/tools';

/** A kind of order. Those of one kind take about as long, and cost the same. */
export interface OrderKind {
  site: SiteName;
  tool: Tool;
  target: Target;
}

/** Name of a kind of order in the store. */
export function orderKind({ site, tool, target }: OrderKind): string {
  return `${site}/${tool}/${target}`;
}
