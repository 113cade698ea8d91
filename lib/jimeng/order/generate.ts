import * as v from 'valibot';
import { JimengError } from '../model/errors';
import type { Accepted, Order } from '../model/order';
import { AigcData, GenerateData } from '../model/schemas';
import type { Site } from '../model/sites';
import { codeOfReasons } from '../wire/refusal';
import { type Post, refusal, type ServiceAnswer } from '../wire/request';
import { forecastMs } from './forecast';
import { recipeFor } from './recipes';
import type { DraftDeps } from './super-resolution-draft';

const PATH = '/mweb/v1/aigc_draft/generate';

export interface GenerateDeps extends DraftDeps {
  site: Site;
  post: Post;
}

/**
 * Sends one paid order (docs/PROTOCOL.md, sections 4 and 8). One attempt; only a parsed 1014 without
 * an order in it, from a service whose clock turns out to differ from ours, is signed and sent again.
 *
 * @throws JimengError with the code of the refusal: not accepted. With a code for which `isUnclear`
 *   holds, the outcome is unclear: look it up by `submitId`. The same applies to DOMException `AbortError`.
 */
export async function generate(
  deps: GenerateDeps,
  order: Order,
  signal?: AbortSignal,
): Promise<Accepted> {
  const { dialect, body } = recipeFor(order, deps.site, deps);
  const answer = await deps.post(PATH, body, {
    kind: 'once',
    dialect,
    signal,
    nothingDone: ({ data }) => acceptedIn(data) === undefined,
  });
  return readAccepted(answer, order.submitId);
}

/** Pure: what an answer to `generate` means for the order with this id. Throws like `generate`. */
export function readAccepted(answer: ServiceAnswer, submitId: string): Accepted {
  const accepted = acceptedIn(answer.data);
  const failed = v.safeParse(GenerateData, answer.data);
  const inside = failed.success
    ? {
        failCode: failed.output.fail_code,
        key: failed.output.fail_starling_key,
        said: failed.output.fail_starling_message,
      }
    : {};
  const unclear = new JimengError('bad-response', {
    httpStatus: answer.httpStatus,
    ...(answer.ret !== undefined && { ret: answer.ret.slice(0, 40) }),
    ...(answer.logId && { logId: answer.logId.slice(0, 80) }),
  });
  if (answer.ret === undefined) throw unclear;
  if (!accepted) {
    const refused = answer.ret !== '0' || codeOfReasons(inside) !== undefined;
    throw refused ? refusal(answer, inside) : unclear;
  }
  // Both refused and accepted, or another order: only a lookup can tell.
  const echoed = accepted.submit_id || accepted.task?.submit_id;
  if (answer.ret !== '0' || (echoed && echoed !== submitId)) throw unclear;

  const historyId = accepted.history_record_id || accepted.task?.history_id;
  const forecast = forecastMs(accepted);
  return { ...(historyId && { historyId }), ...(forecast && { forecastMs: forecast }) };
}

/**
 * The accepted order in `data`: in `aigc_data`, or in `data` itself (an older form), but only if it
 * contains an id. A refusal also has a `data` with content.
 */
function acceptedIn(data: unknown): v.InferOutput<typeof AigcData> | undefined {
  const parsed = v.safeParse(GenerateData, data);
  const direct = v.safeParse(AigcData, data);
  const candidates = [
    ...(parsed.success && parsed.output.aigc_data ? [parsed.output.aigc_data] : []),
    ...(direct.success ? [direct.output] : []),
  ];
  return candidates.find(
    ({ history_record_id, submit_id, task }) =>
      history_record_id || submit_id || task?.history_id || task?.submit_id,
  );
}
