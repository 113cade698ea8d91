import type { Order } from '../model/order';
import type { Site } from '../model/sites';
import type { Target } from '../model/tools';
import type { Dialect } from '../model/versions';
import { hdDraft } from './hd-draft';
import { type DraftDeps, superResolutionDraft } from './super-resolution-draft';

/** Request of one order. */
export interface Recipe {
  dialect: Dialect;
  /** JSON. */
  body: string;
}

export interface RecipeDeps extends DraftDeps {
  /** Digits of the id of the account's workspace, if it has one. Used by the HD tools only. */
  workspaceId?: string | undefined;
}

/**
 * The body of `generate` for an order, and its dialect (docs/PROTOCOL.md, sections 4.1 to 4.4). Pure,
 * except for the injected ids and time.
 */
export function recipeFor(order: Order, site: Site, deps: RecipeDeps): Recipe {
  const submit_id = order.submitId;
  const end = { http_common_info: { aid: site.aid } };
  if (order.tool === 'super-resolution') {
    const draft_content = JSON.stringify(superResolutionDraft(order, deps));
    const body = JSON.stringify({ extend: {}, submit_id, draft_content, ...end });
    return { dialect: 'original', body };
  }
  const { versions } = deps;
  const workspaceId = deps.workspaceId ?? site.defaultWorkspaceId;
  const extend = {
    root_model: versions.rootModel,
    ...(workspaceId !== undefined && { workspace_id: workspaceId }),
  };
  const metrics_extra = JSON.stringify(metricsOf(order));
  const draft_content = JSON.stringify(hdDraft(order.tool, order, deps));
  const text = JSON.stringify({ extend, submit_id, metrics_extra, draft_content, ...end });
  return { dialect: 'current', body: withNumericId(text, workspaceId) };
}

/** The id of a workspace is a number that can exceed 2^53, so its digits are written into the text. */
function withNumericId(body: string, workspaceId: string | undefined): string {
  if (workspaceId === undefined) return body;
  // The first one is in `extend`: inside the texts that follow, quotes are escaped.
  return body.replace(`"workspace_id":"${workspaceId}"`, `"workspace_id":${workspaceId}`);
}

/** `metrics_extra` as the site's own page sends it for an uploaded image (docs/PROTOCOL.md, section 4.1). */
function metricsOf({ tool, target, submitId }: Order): Record<string, unknown> {
  return {
    promptSource: 'custom',
    generateCount: 1,
    generateId: submitId,
    templateId: '0',
    enterFrom: 'click',
    isRegenerate: false,
    isBoxSelect: false,
    isCutout: false,
    ...(tool === 'smart-hd' && { sceneOptions: JSON.stringify([sceneOf(target)]) }),
  };
}

function sceneOf(target: Target): Record<string, unknown> {
  return {
    type: 'image',
    scene: 'ImageProHD',
    proHDResolutionType: target,
    reportParams: { enterSource: 'generate', extraVipFunctionKey: '' },
  };
}
