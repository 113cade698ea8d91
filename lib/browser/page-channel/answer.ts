import * as v from 'valibot';
import { JimengError } from '@/lib/jimeng/model/errors';
import type { PageState } from './in-page';

/** Longest answer that is read, UTF-16 units. */
export const MAX_LENGTH = 1_000_000;

const Header = v.pipe(v.string(), v.maxLength(200));

/** What `sendFromPage` returns. Any script of the page could have changed it. */
const Answer = v.variant('outcome', [
  v.object({ outcome: v.picklist(['not-sent', 'timeout', 'network']) }),
  v.object({
    outcome: v.literal('answered'),
    status: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)),
    text: v.pipe(v.string(), v.maxLength(MAX_LENGTH)),
    url: v.pipe(v.string(), v.maxLength(2_000)),
    isSigned: v.boolean(),
    date: Header,
    age: Header,
    retryAfter: Header,
  }),
]);

const State = v.object({ isSite: v.boolean(), isPatched: v.boolean(), hasSigner: v.boolean() });

/** An answer to a request from the page. */
export interface PageAnswer {
  response: Response;
  /** Whether the page's code signed the request. */
  isSigned: boolean;
}

/** The state of a page; undefined if it is unreadable. */
export function readState(value: unknown): PageState | undefined {
  return v.is(State, value) ? value : undefined;
}

/**
 * Validates what a page returned for a request.
 * @param url of the request; an answer of another host or path is none
 * @throws JimengError `page-unavailable`: nothing was sent; `timeout`, `network`, `bad-response`: unclear
 */
export function readAnswer(value: unknown, url: string): PageAnswer {
  const parsed = v.safeParse(Answer, value);
  if (!parsed.success) throw new JimengError('bad-response');
  const answer = parsed.output;
  if (answer.outcome === 'not-sent') throw new JimengError('page-unavailable');
  if (answer.outcome !== 'answered') throw new JimengError(answer.outcome);
  const { origin, pathname } = new URL(url);
  if (answer.url !== `${origin}${pathname}`) throw new JimengError('bad-response');
  const headers = Object.entries({
    date: answer.date,
    age: answer.age,
    'retry-after': answer.retryAfter,
  }).filter(([, text]) => text !== '');
  const { status, text, isSigned } = answer;
  return { response: responseOf(status, text, headers), isSigned };
}

function responseOf(status: number, text: string, headers: [string, string][]): Response {
  // These may have no body.
  const isEmpty = status === 204 || status === 205 || status === 304;
  try {
    return new Response(isEmpty ? null : text, { status, headers });
  } catch {
    // A header that is none.
    throw new JimengError('bad-response');
  }
}
