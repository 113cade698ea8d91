import type { AccountReport } from '@/lib/browser/messages';
import type { Messages } from '@/lib/i18n/messages';

/** Adds to a sentence about being signed out where else the person may be signed in: that session cannot be used. */
export function withOtherJars(
  sentence: string,
  otherJars: AccountReport['otherJars'],
  { notices }: Messages,
): string {
  return otherJars ? `${sentence} ${notices.otherJars[otherJars]}` : sentence;
}
