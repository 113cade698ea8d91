import { createHash } from 'node:crypto';
import type { Effect } from '../faults/faults';
import type { Tool } from '../wire/tools';
import { abroad } from './abroad-options';
import { type Call, type Handler, objectOf, violate } from './call';
import { envelope, refuse } from './envelope';
import { CURRENT_CLIENT, guard, versionRefusal } from './guard';
import { isForeign, resultLink } from './results';
import { refundFailedTasks, stateOf, type TaskState } from './timeline';
import type { Account, Task, World } from './world';

const GENERATE_TYPE: Record<Tool, number> = {
  'super-resolution': 2,
  'smart-hd': 35,
  'fast-hd': 13,
};
/** Sizes in `cover_url_map`, px of the longest edge. */
const COVER_SIZES = [4096, 2400, 1080, 720];
/** Those that are smaller than any result. */
const SMALL_COVER_SIZES = [1080, 720];
/** Longest edge of the picture of an unfinished task, px. */
const PARTIAL_SIZE = 360;

function queueInfo(world: World, { queueStatus, place }: TaskState): Record<string, unknown> {
  return {
    queue_idx: place,
    priority: 1,
    queue_status: queueStatus,
    queue_length: place > 0 ? world.options.queueLength : 0,
    polling_config: { interval_seconds: 30, timeout_seconds: 86400 },
    priority_queue_display_threshold: {
      waiting_time_threshold: 60,
      vip_queuing_time_threshold: 300,
    },
    debug_info: '',
  };
}

/** @param largest edge of the large image, px; 0 is the original */
async function itemsOf(world: World, task: Task, largest = 0): Promise<unknown[]> {
  const result = await task.result;
  if (!result) return [];
  const scale = largest > 0 ? Math.min(1, largest / Math.max(result.width, result.height)) : 1;
  const width = Math.round(result.width * scale);
  const height = Math.round(result.height * scale);
  const format = result.type.replace('image/', '');
  const imageUri = `${task.account.cluster.store}/${task.resultKey}`;
  const sizes = isForeign(world, task) || largest > 0 ? SMALL_COVER_SIZES : COVER_SIZES;
  const covers = sizes.map((size) => [String(size), resultLink(world, task, format, size)]);
  return [
    {
      image: {
        format,
        large_images: [
          {
            image_uri: imageUri,
            image_url: resultLink(world, task, format, largest),
            width,
            height,
            format,
          },
        ],
      },
      common_attr: {
        id: task.itemId,
        status: 144,
        title: '',
        description: '',
        create_time: Math.floor(task.at / 1000),
        aspect_ratio: width / height,
        cover_url: resultLink(world, task, format, 1080),
        cover_url_map: Object.fromEntries(covers),
        cover_uri: imageUri,
        cover_width: width,
        cover_height: height,
        item_urls: [],
      },
    },
  ];
}

/** An item that has failed. A failure without a reason is told as the service tells one: SystemBusy. */
function failedItem({ failCode, said }: NonNullable<Task['failure']>): Record<string, unknown> {
  return {
    gen_result_data: {
      ...(failCode && { result_code: failCode }),
      result_msg: said || 'SystemBusy',
    },
  };
}

/**
 * The record of a task now (docs/PROTOCOL.md, section 5.2), also the `aigc_data` of a new one
 * (section 4.5). Waits for the picture only where the record shows one. A task whose upload cannot be read ends with
 * status 10.
 */
export async function recordOf(world: World, task: Task): Promise<Record<string, unknown>> {
  if (stateOf(world, task).status === 50 && !(await task.result)) {
    task.failure = {
      status: 10,
      atMs: world.options.processingMs,
      failCode: '',
      failKey: 'web_image_pre_check_reject',
      said: 'The picture cannot be read',
    };
    refundFailedTasks(world);
  }
  const state = stateOf(world, task);
  const { status, failed } = state;
  const seconds = task.at / 1000;
  const done = status === 50;
  const isPartial = status === 45 && world.options.partialMs > 0;
  const failure = failed ? task.failure : undefined;
  const isBeside = world.options.hasFailedItems;
  const reason = isBeside ? undefined : failure;
  return {
    generate_type: GENERATE_TYPE[task.tool],
    history_record_id: task.historyId,
    origin_history_record_id: '0',
    created_time: seconds,
    item_list: done || isPartial ? await itemsOf(world, task, done ? 0 : PARTIAL_SIZE) : [],
    origin_item_list: [],
    task: {
      task_id: task.historyId,
      submit_id: task.submitId,
      aid: task.account.cluster.aid,
      status,
      finish_time: done || failed ? Math.floor(seconds + world.options.processingMs / 1000) : 0,
      history_id: task.historyId,
      resp_ret: {},
    },
    mode: 'workbench',
    uid: userIdOf(task.account),
    status,
    history_group_key: '',
    history_group_key_md5: 'd41d8cd98f00b204e9800998ecf8427e',
    submit_id: task.submitId,
    draft_content: task.draftContent,
    fail_code: reason?.failCode ?? '',
    fail_msg: reason?.said ?? '',
    fail_starling_key: reason?.failKey ?? '',
    fail_starling_message: reason?.said ?? '',
    forecast_generate_cost: world.options.forecastMs / 1000,
    forecast_queue_cost: 0,
    queue_info: queueInfo(world, state),
    total_image_count: 1,
    finished_image_count: done ? 1 : 0,
    pre_gen_item_ids: [],
    ...(isBeside && { failed_item_list: failure ? [failedItem(failure)] : [] }),
  };
}

/** The decimal user id of an account, the same in every answer. */
export function userIdOf(account: Account): string {
  const hash = createHash('sha256').update(account.id).digest('hex').slice(0, 14);
  return `7${String(BigInt(`0x${hash}`)).padStart(18, '0')}`;
}

/** The decimal id of the workspace of an account, if it has one. */
export function workspaceOf(world: World, account: Account): string | undefined {
  const isMissing =
    account.cluster.site === 'dreamina' && abroad(world, 'workspaces', account.id) === 'none';
  return world.options.hasWorkspace && !isMissing ? `8${userIdOf(account).slice(1)}` : undefined;
}

function idsIn(value: unknown): string[] | undefined {
  return Array.isArray(value) && value.length > 0 && value.every((id) => typeof id === 'string')
    ? value
    : undefined;
}

/** The visible tasks of a query by the ids in it, or the refusal. */
function findTasks(call: Call, account: Account): Map<string, Task> | Response {
  const body = objectOf(call);
  if (!body || Object.keys(body).length === 0) {
    violate(call, 'the body is empty');
    return refuse(call, '2008');
  }
  const submitIds = idsIn(body.submit_ids);
  const historyIds = idsIn(body.history_ids);
  if (!submitIds && !historyIds) {
    violate(call, 'submit_ids or history_ids must be an array of strings');
    return refuse(call, '1000');
  }
  const { now, visibilityLagMs } = call.world.options;
  const found = new Map<string, Task>();
  for (const task of call.world.tasks) {
    if (task.account !== account || now() - task.at < visibilityLagMs) continue;
    if (submitIds?.includes(task.submitId)) found.set(task.submitId, task);
    if (historyIds?.includes(task.historyId)) found.set(task.historyId, task);
  }
  return found;
}

/** Checks that both queries share, then one record per visible task. */
async function answer(
  call: Call,
  recordFor: (task: Task) => Promise<unknown> | unknown,
): Promise<Response> {
  const account = guard(call);
  if (account instanceof Response) return account;
  const versions = versionRefusal(call, CURRENT_CLIENT);
  if (versions) return versions;
  refundFailedTasks(call.world);
  const tasks = findTasks(call, account);
  if (tasks instanceof Response) return tasks;
  const hidden = call.world.faults.take(
    call.endpoint,
    call.url,
    (effect: Effect): effect is Extract<Effect, { kind: 'missing-record' }> =>
      effect.kind === 'missing-record',
  );
  const isAbroad = call.cluster.site === 'dreamina';
  const shape = isAbroad && abroad(call.world, 'records', String(call.world.requests.length));
  const records = await Promise.all(
    hidden
      ? []
      : [...tasks].map(async ([id, task]) => {
          const key = shape === 'by-history-id' ? task.historyId : id;
          return [key, await recordFor(task)] as const;
        }),
  );
  const map = Object.fromEntries(records);
  return shape === 'bare' ? Response.json(map) : envelope(call, '0', map);
}

/** `POST /mweb/v1/get_history_by_ids` (docs/PROTOCOL.md, section 5.1). */
export const history: Handler = (call) => answer(call, (task) => recordOf(call.world, task));

/** `POST /mweb/v1/get_history_queue_info`. */
export const queueInfoOf: Handler = (call) =>
  answer(call, (task) => {
    const state = stateOf(call.world, task);
    return {
      status: state.status,
      queue_info: queueInfo(call.world, state),
      forecast_cost_time: {
        forecast_generate_cost: call.world.options.forecastMs / 1000,
        forecast_queue_cost: 0,
      },
    };
  });
