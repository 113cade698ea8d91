import type { JimengErrorCode, JimengErrorDetail } from '../model/errors';

/** Code of every documented refusal number (docs/PROTOCOL.md, section 6). */
const CODE_OF_RET: ReadonlyMap<string, JimengErrorCode> = new Map([
  ['-6', 'risk-control'],
  ['-4', 'risk-control'],
  ['1', 'busy'],
  ['16', 'outdated'],
  ['1000', 'outdated'],
  ['1001', 'outdated'],
  ['1002', 'outdated'],
  ['1006', 'no-credits'],
  ['1010', 'busy'],
  ['1011', 'signed-out'],
  ['1014', 'system-busy'],
  ['1015', 'signed-out'],
  ['1017', 'region-refused'],
  ['1018', 'account-restricted'],
  ['1019', 'risk-control'],
  ['1021', 'risk-control'],
  ['1057', 'busy'],
  ['1063', 'content-refused'],
  ['1159', 'copyright-refused'],
  ['1161', 'outdated'],
  ['1162', 'outdated'],
  ['1189', 'outdated'],
  ['1190', 'outdated'],
  ['1310', 'busy'],
  ['2002', 'generation-failed'],
  ['2003', 'input-refused'],
  ['2004', 'output-refused'],
  ['2005', 'content-refused'],
  ['2008', 'outdated'],
  ['2014', 'busy'],
  ['2020', 'busy'],
  ['2035', 'risk-control'],
  ['2038', 'content-refused'],
  ['2039', 'input-refused'],
  ['2040', 'output-refused'],
  ['2041', 'input-refused'],
  ['2042', 'output-refused'],
  ['2043', 'content-refused'],
  ['2046', 'input-refused'],
  ['2047', 'input-refused'],
  ['2048', 'copyright-refused'],
  ['2050', 'copyright-refused'],
  ['2061', 'outdated'],
  ['2203', 'outdated'],
  ['2204', 'outdated'],
  ['3000', 'region-refused'],
  ['3018', 'outdated'],
  ['3020', 'upload-unreadable'],
  ['3021', 'outdated'],
  ['4001', 'no-credits'],
  ['4002', 'outdated'],
  ['4003', 'membership-needed'],
  ['4010', 'confirmation-needed'],
  ['4011', 'input-refused'],
  ['4013', 'risk-control'],
  ['5000', 'no-credits'],
  ['5001', 'no-credits'],
  ['5002', 'generation-failed'],
  ['10020', 'busy'],
  ['34010105', 'signed-out'],
  ['34070104', 'risk-control'],
  ['100402', 'generation-failed'],
  ['121101', 'daily-limit'],
] satisfies [string, JimengErrorCode][]);

/** Codes of risk control: the account is at risk, so these win over every other reason. */
const RISK_CODES: readonly (JimengErrorCode | undefined)[] = ['risk-control', 'account-restricted'];

/** Words of risk control, which often comes without a number. */
const RISK_WORDS = /shark|unusual activity|异常行为|risk_control/i;

/** Message keys and names of refusals without a number. */
const CODE_OF_MESSAGE: readonly [RegExp, JimengErrorCode][] = [
  [/copyright/i, 'copyright-refused'],
  [/community_guidelines/i, 'content-refused'],
  [/credit_(in)+sufficient|credits? not enough|credit prededuct failed/i, 'no-credits'],
  [/reach_daily_usage_limit/i, 'daily-limit'],
  [/exceed_model_parallel_max/i, 'busy'],
];

/** Numbers that say "credits" or "not for you", depending on the words beside them. */
const CREDITS_OR_MEMBERSHIP: readonly string[] = ['4001', '5001'];
const MEMBERSHIP_WORDS = /\bvip\b|member|会员|svip/i;
const CREDIT_WORDS = /credit|积分/i;

/** Longest message of the service that is kept, UTF-16 units. */
const SAID_LIMIT = 300;

/** Reasons of a refusal, as the service gives them. */
export interface Reasons {
  ret?: string | undefined;
  failCode?: string | undefined;
  /** Further numbers, the more specific ones first. */
  others?: readonly (string | undefined)[];
  /** `fail_starling_key`: the name of the message in the service's own dictionary. */
  key?: string | undefined;
  said?: string | undefined;
  logId?: string | undefined;
  httpStatus?: number | undefined;
}

/** Code of one `ret` or `fail_code` other than "0"; `unknown-refusal` if the number is undocumented. */
export function codeOfRet(ret: string): JimengErrorCode {
  return CODE_OF_RET.get(ret) ?? 'unknown-refusal';
}

/**
 * Code of a refusal, or `undefined` without any reason.
 *
 * Risk control comes first, because ordering on under risk control is the worst mistake. Next come
 * `fail_code`, which is more specific than `ret`, then `ret`, then message keys. One exception: `ret`
 * 3018 with `fail_code` 1017 means missing or old signature headers, not the region. Another: words about
 * membership alone beside 4001 or 5001 (docs/PROTOCOL.md, section 6).
 */
export function codeOfReasons(reasons: Reasons): JimengErrorCode | undefined {
  const { ret, failCode, others = [], key, said } = reasons;
  const numbers = [failCode, ret, ...others].filter(isReason);
  const known =
    ret === '3018' && failCode === '1017' ? 'outdated' : numbers.map(codeOfRet).find(isKnown);
  if (RISK_CODES.includes(known)) return known;

  const words = [key, said].filter((text) => text !== undefined).join('\n');
  if (RISK_WORDS.test(words)) return 'risk-control';
  const isMembership =
    known === 'no-credits' &&
    numbers.some((number) => CREDITS_OR_MEMBERSHIP.includes(number)) &&
    MEMBERSHIP_WORDS.test(words) &&
    !CREDIT_WORDS.test(words);
  if (isMembership) return 'membership-needed';
  if (known) return known;
  const worded = CODE_OF_MESSAGE.find(([pattern]) => pattern.test(words))?.[1];
  return worded ?? (numbers.length > 0 ? 'unknown-refusal' : undefined);
}

/** Numbers of a refusal for a missing page signature (docs/PROTOCOL.md, section 6). */
const SIGNATURE_NUMBERS: ReadonlySet<string> = new Set(['1019', '-6']);
const SIGNATURE_WORDS = /shark not pass/i;
/** Words about the account or its address: they come with the same numbers, and mean risk control. */
const ACCOUNT_WORDS = /unusual activity|异常行为|risk_control/i;

/**
 * Whether an order was refused because the service's own page did not sign it. Only for an order that the
 * background sent: from the page the same refusal is risk control. Any other sign of risk control wins.
 */
export function isSignatureMissing(reasons: Reasons): boolean {
  const { ret, failCode, others = [], key, said } = reasons;
  const numbers = [failCode, ret, ...others].filter(isReason);
  const isOtherRisk = (number: string) =>
    !SIGNATURE_NUMBERS.has(number) && RISK_CODES.includes(codeOfRet(number));
  const words = [key, said].filter((text) => text !== undefined).join('\n');
  if (numbers.some(isOtherRisk) || ACCOUNT_WORDS.test(words)) return false;
  return numbers.some((number) => SIGNATURE_NUMBERS.has(number)) || SIGNATURE_WORDS.test(words);
}

/** Details to keep: short plain text, without the query of links, which may hold a signature. */
export function detailOfReasons(reasons: Reasons): JimengErrorDetail {
  const said = clean(reasons.said) || clean(reasons.key);
  return {
    ...(isReason(reasons.ret) && { ret: clean(reasons.ret) }),
    ...(isReason(reasons.failCode) && { failCode: clean(reasons.failCode) }),
    ...(said && { said }),
    ...(reasons.logId && { logId: clean(reasons.logId) }),
    ...(reasons.httpStatus !== undefined && { httpStatus: reasons.httpStatus }),
  };
}

function isReason(number: string | undefined): number is string {
  return number !== undefined && number !== '' && number !== '0';
}

function isKnown(code: JimengErrorCode): boolean {
  return code !== 'unknown-refusal';
}

function clean(text = ''): string {
  return text
    .replace(/(https?:\/\/[^\s?#]+)[?#]\S*/gi, '$1')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, SAID_LIMIT);
}
