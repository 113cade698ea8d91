import type { Messages } from '@/lib/i18n/messages';
import type { AccountView } from './account-view';

/** Adds to a signed-out sentence why a sign-in elsewhere in Firefox does not count. */
export function withOtherJars(
  sentence: string,
  otherJars: AccountView['otherJars'],
  { notices }: Messages,
): string {
  return otherJars ? `${sentence} ${notices.otherJars[otherJars]}` : sentence;
}
