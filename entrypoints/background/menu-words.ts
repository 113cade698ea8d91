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
  { isPointerMenuOn, menuStyle, menuText, target: usual }: Settings,
  known: KnownCosts,
): MenuWords {
  const { parent, targets, pointer, several, list, direct, cost, free, withCost } = menu;
  const own = withPlainAmpersands(withoutSelection(menuText.trim()));
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
  const usualTitle = isDirect ? direct(titleOf(usual, known.now)) : parent;
  const ownTitle = isDirect ? `${own} · ${titleOf(usual, known.now)}` : own;
  return {
    title: own === '' ? usualTitle : ownTitle,
    targets: isDirect ? [] : sizes(),
    ...(isPointerMenuOn && { pointerTitle: pointer }),
    severalTitle: several,
    listTitle: list,
  };
}

/** Browsers put the selected text in place of `%s`. An invisible joiner between the two keeps the person's text. */
function withoutSelection(text: string): string {
  return text.replaceAll('%s', '%\u2060s');
}

/** Before a letter or a digit, `&` makes it a key. Browsers would make one of a space, too, and show no `&`. */
function withPlainAmpersands(text: string): string {
  return text.replaceAll(/&&|&(?![\p{L}\p{N}])/gu, '&&');
}
