import type { Messages } from '@/lib/i18n/messages';
import type { AccountView } from './account-view';

/** A sentence about being signed out, with where else a sign-in may lie that is of no use. */
export function withOtherJars(
  sentence: string,
  otherJars: AccountView['otherJars'],
  { notices }: Messages,
): string {
  return otherJars ? `${sentence} ${notices.otherJars[otherJars]}` : sentence;
}
