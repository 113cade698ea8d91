import type { Settings } from '@/lib/browser/storage/settings';
import type { MenuWords } from '@/lib/browser/tabs/menus';
import type { BackgroundMessages } from '@/lib/i18n/background-messages';
import { SITE_NAMES, type SiteName } from '@/lib/jimeng/model/sites';
import { TARGETS, type Target } from '@/lib/jimeng/model/tools';
import type { UsualCosts } from '@/lib/jobs/rules/known-cost';

/** What recent orders cost, as far as known: at the site in use, or at each for a menu that names each. */
interface KnownCosts {
  now?: UsualCosts | undefined;
  bySite?: Readonly<Record<SiteName, UsualCosts | undefined>>;
}

/**
 * Titles of the menu entries. Pure.
 * @param known a title names the cost only if it is known
 */
export function wordsOfMenu(
  { menu, siteNames }: Pick<BackgroundMessages, 'menu' | 'siteNames'>,
  { isPointerMenuOn, menuStyle, target: usual }: Settings,
  known: KnownCosts,
): MenuWords {
  const { parent, targets, pointer, several, direct, cost, free, withCost } = menu;
  const titleOf = (target: Target, costs: UsualCosts | undefined) => {
    const { credits } = costs?.[target] ?? {};
    if (credits === undefined) return targets[target];
    return withCost(targets[target], credits === 0 ? free : cost(credits));
  };
  const ofSite = (site: SiteName) =>
    TARGETS.map((target) => ({
      target,
      site,
      title: `${siteNames[site]} · ${titleOf(target, known.bySite?.[site])}`,
    }));
  const ofAny = () => TARGETS.map((target) => ({ target, title: titleOf(target, known.now) }));
  const sizes = () => (menuStyle === 'sites' ? SITE_NAMES.flatMap(ofSite) : ofAny());
  const isDirect = menuStyle === 'direct';
  return {
    title: isDirect ? direct(titleOf(usual, known.now)) : parent,
    targets: isDirect ? [] : sizes(),
    ...(isPointerMenuOn && { pointerTitle: pointer }),
    severalTitle: several,
  };
}
