import * as v from 'valibot';
import { JimengError } from '../model/errors';
import type { Accepted, Order } from '../model/order';
import { AigcData, GenerateData } from '../model/schemas';
import type { Site } from '../model/sites';
import type { Versions } from '../model/versions';
import { codeOfReasons, isSignatureMissing, type Reasons } from '../wire/refusal';
import { type Post, reasonsOf, refusal, type ServiceAnswer } from '../wire/request';
import { forecastMs } from './forecast';
import { recipeFor } from './recipes';

const PATH = '/mweb/v1/aigc_draft/generate';

export interface GenerateDeps {
  site: Site;
  /** Sends from the background, or for an order `via` the page from there. */
  post: Post;
  uuid: () => string;
  /** Unix ms. */
  now: () => number;
  /** Read once per order, so that its draft, query, headers and signature agree. */
  versions: () => Promise<Versions>;
  /** Digits of the workspace id, if the account has one. */
  workspaceId: (signal?: AbortSignal) => Promise<string | undefined>;
}

/**
 * Sends one paid order (docs/PROTOCOL.md, sections 4 and 8). One attempt, with one exception: if the
 * service answers 1014 and returns no order, it took none. The order is signed anew and sent once more with
 * the same id: at once if our clock was wrong, else after 5 s.
 *
 * @throws JimengError. A refusal: the service did not accept the order; `outdated` as well if the site does not offer
 *   the tool or the size, and then nothing was sent. A code in `UNCLEAR`
 *   (lib/jobs/rules/policy.ts): it may have accepted it, so look the order up by `submitId`.
 * @throws DOMException `AbortError`: unclear as well
 * @throws whatever `order.beforeSending` rejects with: not sent
 */
export async function generate(
  deps: GenerateDeps,
  order: Order,
  signal?: AbortSignal,
): Promise<Accepted> {
  const { site, post, uuid, now } = deps;
  // Chosen for another site. Nothing is sent: Automatic goes on with a tool that the site has.
  const isOffered = site.upscalers.includes(order.tool) && site.targets.includes(order.target);
  if (!isOffered) throw new JimengError('outdated');
  const versions = await deps.versions();
  const isHd = order.tool !== 'super-resolution';
  const workspaceId = isHd ? await deps.workspaceId(signal) : undefined;
  const { dialect, body } = recipeFor(order, site, { uuid, now, versions, workspaceId });
  const answer = await post(PATH, body, {
    kind: 'once',
    dialect,
    versions,
    signal,
    beforeSending: order.beforeSending,
    hadNoEffect: ({ data }) => acceptedIn(data) === undefined,
  });
  return readAccepted(answer, order.submitId, site.orders === 'page' ? 'page' : order.via);
}

/** Interprets an answer to `generate` for the order with this id. Pure. Throws like `generate`. */
export function readAccepted(
  answer: ServiceAnswer,
  submitId: string,
  via?: Order['via'],
): Accepted {
  const accepted = acceptedIn(answer.data);
  const failed = v.safeParse(GenerateData, answer.data);
  const inside = failed.success
    ? {
        failCode: failed.output.fail_code,
        key: failed.output.fail_starling_key,
        said: failed.output.fail_starling_message,
      }
    : {};
  const unclear = (missing?: string) =>
    new JimengError('bad-response', {
      httpStatus: answer.httpStatus,
      ...(answer.ret !== undefined && { ret: answer.ret.slice(0, 40) }),
      ...(answer.logId && { logId: answer.logId.slice(0, 80) }),
      ...(missing && { missing }),
    });
  if (answer.ret === undefined) throw unclear('ret');
  if (!accepted) {
    const refused = answer.ret !== '0' || codeOfReasons(inside) !== undefined;
    const hasOrder = failed.success && failed.output.aigc_data !== undefined;
    const path = hasOrder ? 'data.aigc_data.history_record_id' : 'data.aigc_data';
    throw refused ? refusalOf(answer, inside, via) : unclear(path);
  }
  // Both refused and accepted, or the answer to another order: unclear, only a lookup can tell.
  const echoed = accepted.submit_id || accepted.task?.submit_id;
  if (answer.ret !== '0' || (echoed && echoed !== submitId)) throw unclear();

  const historyId = accepted.history_record_id || accepted.task?.history_id;
  const forecast = forecastMs(accepted);
  return { ...(historyId && { historyId }), ...(forecast && { forecastMs: forecast }) };
}

/** The same refusal means risk control if the service's own page sent the order. */
function refusalOf(answer: ServiceAnswer, inside: Reasons, via: Order['via']): JimengError {
  const error = refusal(answer, inside);
  const isMissing = via !== 'page' && isSignatureMissing(reasonsOf(answer, inside));
  return isMissing ? new JimengError('page-signature-missing', error.detail) : error;
}

/**
 * The accepted order in `data`: `aigc_data`, or `data` itself (an older form). Only an order with an id
 * counts, because a refusal may have content in `data`, too.
 */
function acceptedIn(data: unknown): v.InferOutput<typeof AigcData> | undefined {
  const parsed = v.safeParse(GenerateData, data);
  const direct = v.safeParse(AigcData, data);
  const orders = [
    ...(parsed.success && parsed.output.aigc_data ? [parsed.output.aigc_data] : []),
    ...(direct.success ? [direct.output] : []),
  ];
  return orders.find(
    ({ history_record_id, submit_id, task }) =>
      history_record_id || submit_id || task?.history_id || task?.submit_id,
  );
}
