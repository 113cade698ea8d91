import type { Effect, TaskFailure } from '../faults/faults';
import type { Target, Tool } from '../wire/tools';
import { type Call, type Handler, objectOf, violate } from './call';
import { type DraftReading, readDraft } from './drafts';
import type { Enlarged } from './enlarge';
import { envelope, refuse, refusedData } from './envelope';
import { CURRENT_CLIENT, guard, ORIGINAL_CLIENT, versionRefusal } from './guard';
import { recordOf, workspaceOf } from './history';
import { signatureRefusal } from './page-signature';
import { type Check, exactly, list, oneOf, text, uuid, where } from './shape';
import { refundFailedTasks, stateOf } from './timeline';
import type { Account, CreditBalance, Task, Upload, World } from './world';

/** `extend.root_model` of an HD order. */
const ROOT_MODEL = 'high_aes_general_v50';

function bodyFields({ cluster }: Call) {
  return {
    submit_id: uuid,
    draft_content: text,
    http_common_info: exactly({ aid: oneOf(cluster.aid) }),
  };
}

/** docs/PROTOCOL.md, section 4.1. Not every client sends all of it, so `demandsFullOrders` can be off. */
function hdFields(call: Call, account: Account, target: Target | undefined, submitId: unknown) {
  const { currentClient, demandsFullOrders } = call.world.options;
  const root_model = oneOf(currentClient.rootModel ?? ROOT_MODEL);
  const workspace = workspaceOf(call.world, account);
  // The parsed number has lost its last digits, so the text of the body is compared.
  const sent = /"workspace_id":([^,}]*)/.exec(call.body.toString('utf8'))?.[1];
  // Abroad clients send 0 where they know no workspace.
  const isAbroad = call.cluster.site === 'dreamina';
  const workspace_id = where(
    'the number of the workspace',
    () => sent === workspace || (isAbroad && sent === '0'),
  );
  const fields = bodyFields(call);
  if (!demandsFullOrders) {
    const extend = exactly({}, { root_model, workspace_id });
    return [{ ...fields, extend }, { metrics_extra: text }] as const;
  }
  const extend = isAbroad
    ? exactly({ root_model, workspace_id })
    : exactly({ root_model }, { workspace_id });
  const metrics_extra = jsonText(metrics(target, submitId));
  return [{ ...fields, extend, metrics_extra }, {}] as const;
}

function metrics(target: Target | undefined, submitId: unknown): Check {
  const scene = exactly({
    type: oneOf('image'),
    scene: oneOf('ImageProHD'),
    proHDResolutionType: oneOf(target),
    reportParams: exactly({ enterSource: oneOf('generate'), extraVipFunctionKey: oneOf('') }),
  });
  return exactly({
    promptSource: oneOf('custom'),
    generateCount: oneOf(1),
    generateId: oneOf(submitId),
    templateId: oneOf('0'),
    enterFrom: oneOf('click'),
    isRegenerate: oneOf(false),
    isBoxSelect: oneOf(false),
    isCutout: oneOf(false),
    // fast-hd has no target, and no scene.
    ...(target !== undefined && { sceneOptions: jsonText(list(scene)) }),
  });
}

/** JSON as text whose value passes `check`. */
function jsonText(check: Check): Check {
  return (value, path) => check(parse(value), path);
}

/**
 * Price of a task, credits. 1 for smart-hd 2k and 0 for fast-hd are measured; the other prices are
 * invented, except those of `LiveOptions`.
 */
function priceOf({ options }: World, tool: Tool, target: Target | undefined): number {
  if (tool === 'fast-hd') return 0;
  if (tool === 'super-resolution' && options.superResolution !== 'enlarges') return 0;
  if (isFor4kMembers(options, tool, target)) return 0;
  return target === '2k' ? 1 : 2;
}

/** Whether only members may order this, at no cost. */
function isFor4kMembers(options: World['options'], tool: Tool, target: Target | undefined) {
  return options.membersOnly4k !== 'off' && tool === 'smart-hd' && target === '4k';
}

function take(account: Account, price: number): CreditBalance | undefined {
  const taken: CreditBalance = { vip: 0, gift: 0, purchased: 0 };
  let left = price;
  for (const kind of ['vip', 'gift', 'purchased'] as const) {
    taken[kind] = Math.min(left, account.credits[kind]);
    left -= taken[kind];
  }
  if (left > 0) return undefined;
  for (const kind of ['vip', 'gift', 'purchased'] as const) account.credits[kind] -= taken[kind];
  return taken;
}

function parse(draft: unknown): unknown {
  try {
    return JSON.parse(String(draft));
  } catch {
    return undefined;
  }
}

function uploadOf(call: Call, account: Account, uri: string): Upload | string {
  const { now, uploadTtlMs, acceptForeignUploads } = call.world.options;
  const upload = call.world.uploads.find((known) => known.uri === uri);
  if (!upload?.bytes || upload.committedAt === undefined) return 'was never committed';
  if (upload.account !== account && !acceptForeignUploads) return 'belongs to another account';
  if (upload.committedAt + uploadTtlMs <= now()) return 'has expired';
  return upload;
}

/** Reads and validates the whole request. Returns the order, or the refusal. */
function order(
  call: Call,
  account: Account,
):
  | { draft: DraftReading & { tool: Tool }; submitId: string; content: string; upload: Upload }
  | Response {
  const body = objectOf(call);
  if (typeof body?.draft_content === 'object') {
    violate(call, 'draft_content must be a JSON string, not an object');
    return refuse(call, '1002');
  }
  const { currentClient, has8k } = call.world.options;
  const draft = readDraft(parse(body?.draft_content), {
    daVersion: currentClient.daVersion ?? CURRENT_CLIENT.daVersion,
    cluster: call.cluster,
    has8k,
  });
  const { tool } = draft;
  if (tool) call.entry.tool = tool;
  const original = tool === 'super-resolution';
  if (original && call.cluster.site === 'dreamina') {
    violate(call, 'super_resolution must never be ordered here');
    return refuse(call, '1001');
  }
  const versions = tool && versionRefusal(call, original ? ORIGINAL_CLIENT : CURRENT_CLIENT, true);
  if (versions) return versions;

  const [fields, optional] = original
    ? [{ ...bodyFields(call), extend: exactly({}) }, {}]
    : hdFields(call, account, draft.target, body?.submit_id);
  const problems = [...exactly(fields, optional)(body, 'body'), ...draft.problems];
  for (const problem of problems) violate(call, problem);
  if (!tool || problems.length > 0) return refuse(call, '1001');

  const upload = uploadOf(call, account, draft.imageUri);
  if (typeof upload === 'string') {
    // An expired upload is not a violation; an unknown one is.
    if (upload !== 'has expired') violate(call, `image_uri ${upload}`);
    return refuse(call, '3020', {}, 'download file failed');
  }
  const content = String(body?.draft_content);
  return { draft: { ...draft, tool }, submitId: String(body?.submit_id), content, upload };
}

function noteDuplicate(call: Call, submitId: string, draftId: string): void {
  const { world } = call;
  if (world.tasks.some((task) => task.submitId === submitId)) {
    violate(call, `submitted twice: submit_id ${submitId}`);
  } else if (world.draftIds.has(draftId)) {
    violate(call, `submitted twice: draft ${draftId}`);
  }
  world.draftIds.add(draftId);
}

function failureOf(call: Call, tool: Tool, upload: Buffer): Task['failure'] {
  const { faults, options } = call.world;
  const effect = faults.take(
    'generate',
    call.url,
    (candidate: Effect): candidate is TaskFailure =>
      candidate.kind === 'task-fails' &&
      (candidate.only ?? tool) === tool &&
      (candidate.of?.(upload) ?? true),
  );
  if (effect) {
    return {
      status: effect.status ?? 30,
      atMs: effect.after ?? options.processingMs,
      failCode: effect.failCode ?? '',
      failKey: effect.failKey ?? '',
      said: effect.said ?? '',
    };
  }
  if (tool !== 'super-resolution') return undefined;
  const failsLate = options.superResolution === 'fails';
  if (!failsLate && !options.refuseSuperResolution) return undefined;
  const atMs = options.processingMs * (failsLate ? 2 : 1);
  return { status: 30, atMs, failCode: '', failKey: '', said: '' };
}

/** The picture that a task ends with. Rejects if the upload cannot be read. */
function pictureOf(
  { options }: World,
  tool: Tool,
  target: Target | undefined,
  bytes: Buffer,
): Promise<Enlarged> {
  const isRepaired = tool === 'super-resolution' && options.superResolution === 'same-size';
  return options.enlarge(bytes, isRepaired ? '1x' : (target ?? '2x'));
}

/** `POST /mweb/v1/aigc_draft/generate` (docs/PROTOCOL.md, sections 4.1 to 4.5). */
export const generate: Handler = async (call) => {
  const account = guard(call, signatureRefusal);
  if (account instanceof Response) return account;
  const wanted = order(call, account);
  if (wanted instanceof Response) return wanted;
  const { world } = call;
  const { now, queueLimit } = world.options;
  const { draft, submitId, upload } = wanted;
  const { tool, target } = draft;
  noteDuplicate(call, submitId, draft.draftId);
  refundFailedTasks(world);

  const waiting = world.tasks.filter(
    (task) => task.account === account && stateOf(world, task).status === 20,
  );
  if (waiting.length >= queueLimit) return refuse(call, '1310');
  const { membersOnly4k } = world.options;
  if (isFor4kMembers(world.options, tool, target) && account.credits.vip === 0) {
    return refuse(call, membersOnly4k);
  }
  const price = world.options.reprice(priceOf(world, tool, target), world.tasks.length);
  const charged = take(account, price);
  if (!charged) {
    return refuse(call, '1006', {
      failCode: '1006',
      failKey: 'web_dre_m10n_generate_popup_credit_ininsufficient_title',
      said: 'Not enough credits',
    });
  }

  const bytes = upload.bytes ?? Buffer.alloc(0);
  const failure = failureOf(call, tool, bytes);
  const task: Task = {
    submitId,
    historyId: world.decimalId(),
    itemId: world.decimalId(),
    account,
    tool,
    target,
    imageUri: draft.imageUri,
    draftContent: wanted.content,
    at: now(),
    charged,
    refunded: false,
    ...(failure && { failure }),
    result: failure
      ? Promise.resolve(undefined)
      : pictureOf(world, draft.tool, target, bytes).catch(() => undefined),
    resultKey: world.hex(32),
  };
  world.tasks.push(task);
  world.submissions.push({
    submitId,
    account: account.id,
    tool,
    target,
    imageUri: draft.imageUri,
    at: task.at,
    charged: charged.vip + charged.gift + charged.purchased,
  });
  return envelope(call, '0', { ...refusedData({}), aigc_data: await recordOf(world, task) });
};
