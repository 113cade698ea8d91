import type { ErrorCode, Failure, Waiting } from '@/lib/jobs/model/job';
import { own } from '@/lib/jobs/model/own';
import type { ErrorParams } from './locales/error-params';
import type { Messages } from './messages';

type Sentence = Messages['errors'][ErrorCode];

/** What happened, why, and whether anything was charged. */
export function sentenceFor(code: ErrorCode, params: ErrorParams, messages: Messages): string {
  // A job may come from a newer version with more codes.
  const sentence = own<Sentence>(messages.errors, code) ?? messages.errors.internal;
  const said = typeof sentence === 'string' ? sentence : sentence(params);
  return messages.join(said, chargeSentence(params, messages));
}

/** What a failed job cost, as far as known. */
export function chargeSentence(
  {
    charged,
    refund,
    isPart,
  }: Pick<Failure, 'charged'> & {
    refund?: Failure['refund'] | undefined;
    /** Other parts of the image were charged for. */
    isPart?: boolean | undefined;
  },
  messages: Messages,
): string {
  // If nothing was charged, nothing can be refunded; only a smaller balance contradicts that.
  // Without data, "maybe" is the honest answer.
  const known =
    isPart && charged === 'no' ? messages.parts.notCharged : own<string>(messages.charged, charged);
  const charge = known ?? messages.charged.maybe;
  const seen = refund && own<string>(messages.refund, refund);
  if (seen === undefined || (charged === 'no' && refund !== 'no')) return charge;
  if (refund !== 'unknown') return seen;
  return messages.join(messages.charged.maybe, seen);
}

/** Waits whose sentence needs no markup. The permission sentence contains a host and is built in the row. */
type PlainWaiting = Exclude<Waiting, { reason: 'permission' }>;

/** Parameters of a sentence about a wait. */
export interface WaitingParams {
  /** The target as shown, such as "4K". */
  target: string;
  /** Size of the image in px as shown, once known. */
  size?: string | undefined;
  /** Display name of the awaited account, as plain text. */
  account?: string | undefined;
  /** Time of the last poll as shown, such as "15:04". */
  polledAt?: string | undefined;
}

/** Why the job waits and what makes it continue. */
export function waitingSentence(
  waiting: PlainWaiting,
  { target, size, account, polledAt }: WaitingParams,
  messages: Messages,
): string {
  const { waiting: words } = messages;
  switch (waiting.reason) {
    case 'sign-in':
    case 'consent':
    case 'page-consent':
    case 'network':
      return words[waiting.reason];
    case 'other-account':
      return words.otherAccount(account, waiting.account !== undefined);
    case 'duplicate':
      return words.duplicate(target, waiting.duplicateState);
    case 'price-unknown':
      return messages.sites.priceUnknown;
    case 'already-large':
      return words.alreadyLarge(size, target);
    case 'several-orders':
      return waiting.isMore
        ? messages.parts.moreOrders(waiting.count, waiting.credits)
        : messages.parts.severalOrders(waiting.count, waiting.credits);
    case 'credits':
      return words.credits(waiting.code, target, waiting.balance);
    case 'cool-down':
      return words.coolDown(waiting.code);
    case 'day-limit':
      return words.dayLimit(waiting.credits);
    case 'still-running':
      return words.stillRunning(polledAt);
  }
}
