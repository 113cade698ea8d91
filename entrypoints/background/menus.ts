import { readSettings } from '@/lib/browser/storage/settings';
import { createMenus, DIRECT, type MenuWords, renameMenus } from '@/lib/browser/tabs/menus';
import { TARGETS, type Target } from '@/lib/jimeng/model/tools';
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
 * @param costs what orders usually cost; may reject
 */
export function createContextMenu(
  language: WorkerLanguage,
  costs: () => Promise<UsualCosts>,
): ContextMenu {
  async function words(): Promise<MenuWords> {
    await language.ready;
    // Without a readable history the menu still works; it only names no costs.
    const [settings, known] = await Promise.all([readSettings(), costs().catch(() => undefined)]);
    return wordsOfMenu(language.messages().menu, settings, known);
  }
  return { build: () => createMenus(words), rename: () => renameMenus(words) };
}

/** The target of a clicked entry; undefined if the entry is not known. */
export async function targetOf(itemId: string): Promise<Target | undefined> {
  return itemId === DIRECT ? defaultTarget() : TARGETS.find((target) => target === itemId);
}

/** The size for clicks that name none. */
export async function defaultTarget(): Promise<Target> {
  return (await readSettings()).target;
}
