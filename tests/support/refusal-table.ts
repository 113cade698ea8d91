import type { SiteName } from '@/lib/jimeng/model/sites';
import type { ErrorCode } from '@/lib/jobs/model/job';
import { MORE_ABROAD, type Outcome } from './faults';

/** Every number the service is known to refuse with, by what it means (docs/PROTOCOL.md, section 6). */
export const NUMBERS = {
  'signed-out': ['1011', '1015', '34010105'],
  'confirmation-needed': ['4010'],
  'no-credits': ['1006', '4001', '5000', '5001'],
  'membership-needed': ['4003'],
  'daily-limit': ['121101'],
  busy: ['1', '1010', '1057', '1310', '2014', '2020', '10020'],
  'risk-control': ['-4', '1021', '2035', '4013', '34070104'],
  /** Risk control anywhere but in the answer to an order of the background. */
  'page-signature-missing': ['1019', '-6'],
  'system-busy': ['1014'],
  'account-restricted': ['1018'],
  'input-refused': ['2003', '2039', '2041', '2046', '2047', '4011'],
  'output-refused': ['2004', '2040', '2042'],
  'content-refused': ['1063', '2005', '2038', '2043'],
  'copyright-refused': ['1159', '2048', '2050'],
  outdated: [
    ...['16', '1000', '1001', '1002', '1161', '1162', '1189', '1190', '2008'],
    ...['2061', '2203', '2204', '3018', '3021', '4002'],
  ],
  'region-refused': ['1017', '3000'],
  'generation-failed': ['2002', '5002', '100402'],
  'upload-unreadable': ['3020'],
  'unknown-refusal': ['1180', '999999'],
} as const satisfies Partial<Record<ErrorCode, readonly string[]>>;
export type RefusalCode = keyof typeof NUMBERS;
export const REFUSAL_CODES = Object.keys(NUMBERS) as RefusalCode[];

/** Where the number stands. */
export const REFUSAL_PLACES = [
  /** `ret` of the upload key. */
  'token',
  /** `ret` of the order. */
  'order, ret',
  /** `fail_code` of an order whose `ret` is 0 and which carries no task. */
  'order, fail_code',
  /** `ret` of a look at a task. */
  'poll',
  /** `fail_code` of a task that was accepted and ended. */
  'task',
  /** The same of a task with super-resolution, when Automatic chose that. */
  'task, Automatic',
  /** `ret` of a look at such a task. */
  'poll, Automatic',
  /** `ret` of the balance, asked for by a job that waits for credits. */
  'credits',
] as const;

/** The same at Dreamina, with `ret` of its own reads. */
export const REFUSAL_PLACES_ABROAD = [...REFUSAL_PLACES, ...MORE_ABROAD] as const;
export type RefusalPlace = (typeof REFUSAL_PLACES_ABROAD)[number];

/** What must become of the job: when refused once, and when refused every time. */
export interface RefusalOutcome {
  once: Outcome;
  always: Outcome;
}

const both = (outcome: Outcome): RefusalOutcome => ({ once: outcome, always: outcome });

/** The code of a refusal with this number. @param isOrder whether it answers an order that the background sent */
export function codeAt(code: RefusalCode, isOrder: boolean): RefusalCode {
  return code === 'page-signature-missing' && !isOrder ? 'risk-control' : code;
}

/** The one rule for each place. */
export function refusalOutcome(
  given: RefusalCode,
  place: RefusalPlace,
  site: SiteName = 'jimeng',
): RefusalOutcome {
  // At Dreamina the page sends every order.
  const code = codeAt(given, place.startsWith('order') && site === 'jimeng');
  const free: Outcome = `fails: ${code}, no charge`;
  const maybe: Outcome = `fails: ${code}, maybe charged`;
  const isRisk = code === 'risk-control' || code === 'account-restricted';
  switch (place) {
    case 'token':
    case 'workspaces':
    case 'page':
      if (code === 'signed-out') return both('waits: sign-in');
      // Asking is free: a pause or a few more tries.
      if (
        code === 'busy' ||
        code === 'system-busy' ||
        code === 'generation-failed' ||
        code === 'unknown-refusal'
      )
        return { once: 'done', always: free };
      return code === 'no-credits' ? both('waits: credits') : both(free);
    case 'order, ret':
    case 'order, fail_code':
      if (code === 'signed-out') return both('waits: sign-in');
      if (code === 'no-credits') return both('waits: credits');
      // A picture was seen to appear all the same.
      if (code === 'region-refused') return both(maybe);
      // Not accepted, and worth another order later; everything else is for the person to judge.
      return code === 'busy' || code === 'system-busy'
        ? { once: 'done', always: free }
        : both(free);
    case 'poll':
    case 'poll, Automatic':
      if (code === 'signed-out') return both('waits: sign-in');
      // Asking on would anger risk control, but the order is paid for: asked again after longer and
      // longer holds, for five hours. Any other refused look says nothing about the task.
      return { once: 'done', always: isRisk ? 'waits: cool-down' : maybe };
    case 'task':
      return both(maybe);
    case 'task, Automatic': {
      // It ended for no reason that another upscaler would meet as well.
      const tries = ['generation-failed', 'outdated', 'unknown-refusal'].includes(code);
      return tries ? { once: 'done', always: maybe } : both(maybe);
    }
    case 'credits':
      if (code === 'signed-out') return both('waits: sign-in');
      return isRisk ? both(free) : { once: 'done', always: 'waits: credits' };
  }
}

/** Every number once; the first one of each meaning every time as well. */
export const REFUSALS = REFUSAL_CODES.flatMap((code) =>
  NUMBERS[code].flatMap((number, at) =>
    (at === 0 ? (['once', 'always'] as const) : (['once'] as const)).map(
      (mode) => [number, code, mode] as const,
    ),
  ),
);
