import type { AccountReport } from '@/lib/browser/messages';
import type { Messages } from '@/lib/i18n/messages';

/** A sentence about being signed out, with where else a sign-in may lie that is of no use. */
export function withOtherJars(
  sentence: string,
  otherJars: AccountReport['otherJars'],
  { notices }: Messages,
): string {
  return otherJars ? `${sentence} ${notices.otherJars[otherJars]}` : sentence;
}
