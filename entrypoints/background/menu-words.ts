import type { Settings } from '@/lib/browser/storage/settings';
import type { MenuWords } from '@/lib/browser/tabs/menus';
import type { BackgroundMessages } from '@/lib/i18n/background-messages';
import { TARGETS, type Target } from '@/lib/jimeng/model/tools';
import type { UsualCosts } from '@/lib/jobs/rules/known-cost';

/**
 * Titles of the menu entries. Pure.
 * @param known what recent orders cost. A title names the cost only if it is known
 */
export function wordsOfMenu(
  { parent, targets, pointer, direct, cost, free, withCost }: BackgroundMessages['menu'],
  { isPointerMenuOn, menuStyle, target: usual }: Settings,
  known: UsualCosts | undefined,
): MenuWords {
  const titleOf = (target: Target) => {
    const { credits } = known?.[target] ?? {};
    if (credits === undefined) return targets[target];
    return withCost(targets[target], credits === 0 ? free : cost(credits));
  };
  const isDirect = menuStyle === 'direct';
  return {
    title: isDirect ? direct(titleOf(usual)) : parent,
    targets: isDirect ? [] : TARGETS.map((target) => ({ target, title: titleOf(target) })),
    ...(isPointerMenuOn && { pointerTitle: pointer }),
  };
}
