/**
 * Behaviours that other people's clients have seen at the service, and that docs/PROTOCOL.md does not promise. Each
 * can be switched alone; `profiles.ts` has sets of them. All are off by default. Hosts, cookies and the place of the
 * session key are those of Jimeng; for Dreamina `AbroadOptions` has them.
 */
export interface LiveOptions {
  /** Share of tasks, 0 to 1, whose large image is on a host outside the manifest. Its covers stay on a listed host. */
  foreignResultShare: number;
  /** Upload hosts outside the manifest: named before the listed ones, or instead of them. */
  foreignUploadHosts: 'none' | 'beside' | 'instead';
  /** Share of reads, 0 to 1, answered with 1014. Below 1 no endpoint answers so twice in a row. */
  busyReadShare: number;
  /** Share of orders, 0 to 1, answered with 1014 and not taken. Below 1 no `submit_id` meets it twice in a row. */
  busyOrderShare: number;
  /** Time after `processingMs` in which a task has status 45, no finished image, and a small one, ms. */
  partialMs: number;
  /** `SessionKey` is directly under `Result`, not in the upload address. */
  isSessionKeyBeside: boolean;
  /** The commit answer has no `UriStatus`. */
  isUriStatusAbsent: boolean;
  /** Long ids come without quotes, as numbers beyond 2^53. */
  hasNumberIds: boolean;
  /** `response` beside `data` of `user_credit`: JSON text, an object, or JSON text without `data`. */
  creditResponse: 'text' | 'object' | 'text-only';
  /** Name of the log id in the envelope. */
  logIdName: 'logid' | 'log_id';
  /**
   * What super-resolution does to an upload: enlarges it; fails with status 30 after twice `processingMs`, which is
   * 8 s by default; or returns it repaired in its own size. The last two cost nothing.
   */
  superResolution: 'enlarges' | 'fails' | 'same-size';
  /** Smart HD 4K costs members nothing; others get this number. A member has VIP credits. Off: 4K costs 2. */
  membersOnly4k: 'off' | '4001' | '4003';
  /** One in five answers of the site comes up to this much later, ms of real time. The work is done at once. */
  slowestMs: number;
  /** A failed task tells its reason in `failed_item_list` only. */
  hasFailedItems: boolean;
  /** Names under which the login cookie is set and accepted. */
  sessionCookies: readonly string[];
}

/** The strict service. */
export const LIVE_OFF: LiveOptions = {
  foreignResultShare: 0,
  foreignUploadHosts: 'none',
  busyReadShare: 0,
  busyOrderShare: 0,
  partialMs: 0,
  isSessionKeyBeside: false,
  isUriStatusAbsent: false,
  hasNumberIds: false,
  creditResponse: 'text',
  logIdName: 'logid',
  superResolution: 'enlarges',
  membersOnly4k: 'off',
  slowestMs: 0,
  hasFailedItems: false,
  sessionCookies: ['sessionid'],
};
