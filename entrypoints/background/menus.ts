import { readSettings } from '@/lib/browser/storage/settings';
import { AT, createMenus, DIRECT, type MenuWords, renameMenus } from '@/lib/browser/tabs/menus';
import { readPerSite, SITE_NAMES, type SiteName } from '@/lib/jimeng/model/sites';
import { TARGETS, type Target } from '@/lib/jimeng/model/tools';
import type { Wish } from '@/lib/jobs/model/job';
import type { UsualCosts } from '@/lib/jobs/rules/known-cost';
import type { WorkerLanguage } from './language';
import { wordsOfMenu } from './menu-words';

/** The entries of the context menu. */
export interface ContextMenu {
  /** Creates the entries anew, by the settings of the moment. */
  build(): Promise<void>;
  /** Writes new titles on the entries, such as after a cost became known. */
  rename(): Promise<void>;
}

/**
 * Creates the context menu.
 * @param costs what orders usually cost at a site, by default at the one in use; may reject
 */
export function createContextMenu(
  language: WorkerLanguage,
  costs: (site?: SiteName) => Promise<UsualCosts>,
): ContextMenu {
  async function words(): Promise<MenuWords> {
    await language.ready;
    // Without a readable history the menu still works; it only names no costs.
    const known = (site?: SiteName) => costs(site).catch(() => undefined);
    const settings = await readSettings();
    const seen =
      settings.menuStyle === 'sites'
        ? { bySite: await readPerSite(known) }
        : { now: await known() };
    return wordsOfMenu(language.messages(), settings, seen);
  }
  return { build: () => createMenus(words), rename: () => renameMenus(words) };
}

/** What a clicked entry asks for; undefined if the entry is not known. */
export async function wishOf(itemId: string): Promise<Wish | undefined> {
  if (itemId === DIRECT) return { target: await defaultTarget() };
  const [size, name] = itemId.split(AT);
  const target = TARGETS.find((each) => each === size);
  const site = SITE_NAMES.find((each) => each === name);
  return target && { target, ...(site && { site }) };
}

/** The size for clicks that name none. */
export async function defaultTarget(): Promise<Target> {
  return (await readSettings()).target;
}
