import type { AccountReport } from '@/lib/browser/messages';
import type { Messages } from '@/lib/i18n/messages';

/** Adds to a signed-out sentence why a sign-in elsewhere in Firefox does not count. */
export function withOtherJars(
  sentence: string,
  otherJars: AccountReport['otherJars'],
  { notices }: Messages,
): string {
  return otherJars ? `${sentence} ${notices.otherJars[otherJars]}` : sentence;
}
