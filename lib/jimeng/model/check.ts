import type { JimengErrorCode } from './errors';
import type { Exchange } from './exchange';
import type { SiteId, SiteName } from './sites';

/** Steps of the connection check, in their order. All are free. */
export const CHECK_STEPS = [
  /** The session cookie is in the browser. */
  'cookie',
  /** A signed read is accepted. */
  'read',
  'balance',
  /** The temporary upload key. */
  'token',
  /** A place for a small picture. */
  'apply',
  /** Its bytes. */
  'put',
  'commit',
  /** Polling an order that does not exist. */
  'look-up',
  /** What the requests carried, as far as an extension can know it. */
  'sent',
] as const;
export type CheckStep = (typeof CHECK_STEPS)[number];

/** Why a step failed or was left out, besides the errors of the client. */
export const CHECK_REASONS = [
  'cookie-missing',
  'no-access',
  /** A step that this one needs failed. */
  'needs-earlier',
  /** An earlier answer was about risk: nothing more is sent. */
  'stopped',
  /** The answer was accepted and says something else than expected. */
  'unexpected',
  /** The header rule is not in force. */
  'rule-missing',
] as const;
type CheckReason = (typeof CHECK_REASONS)[number];

/** What is known of the headers that left. */
interface SentFacts {
  /** Whether the rule that sets `Origin` and `Referer` is in force for the service's host. */
  origin: boolean;
  referer: boolean;
  /** Whether the service recognised the session; undefined if no answer tells. */
  cookies?: boolean;
}

/** State of a step. */
export interface CheckLine {
  step: CheckStep;
  state: 'waiting' | 'running' | 'good' | 'bad' | 'skipped';
  ms?: number;
  code?: JimengErrorCode | CheckReason;
  ret?: string;
  failCode?: string;
  httpStatus?: number;
  /** Path of a field that the answer lacks, without values. */
  missing?: string;
  /** Host that the extension may not reach. */
  host?: string;
  /** Of the step `sent`. */
  sent?: SentFacts;
}

/** A check that runs or has run. */
export interface CheckResult {
  state: 'running' | 'done';
  /** Unix ms. */
  at: number;
  lines: CheckLine[];
  site: SiteName;
  /** Cluster that answered the read, once one has. */
  cluster?: SiteId;
  /** What was exchanged, in the order of the answers. */
  exchanges: Exchange[];
}

/** The lines before the first step. */
export function waitingLines(): CheckLine[] {
  return CHECK_STEPS.map((step) => ({ step, state: 'waiting' }));
}
