import type { Order } from '../model/order';
import type { Site } from '../model/sites';
import type { Dialect } from '../model/versions';
import { hdDraft } from './hd-draft';
import { type DraftDeps, superResolutionDraft } from './super-resolution-draft';

/** Request of one order. */
export interface Recipe {
  dialect: Dialect;
  body: Record<string, unknown>;
}

/**
 * The body of `generate` for an order, and its dialect (docs/PROTOCOL.md, sections 4.1 to 4.4). Pure,
 * except for the injected ids and time.
 */
export function recipeFor(order: Order, site: Site, deps: DraftDeps): Recipe {
  const start = { extend: {}, submit_id: order.submitId };
  const end = { http_common_info: { aid: site.aid } };
  if (order.tool === 'super-resolution') {
    const draft_content = JSON.stringify(superResolutionDraft(order, deps));
    return { dialect: 'original', body: { ...start, draft_content, ...end } };
  }
  const metrics_extra = JSON.stringify({ generateCount: 1, generateId: order.submitId });
  const draft_content = JSON.stringify(hdDraft(order.tool, order, deps));
  return { dialect: 'current', body: { ...start, metrics_extra, draft_content, ...end } };
}
