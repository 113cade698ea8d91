import { backgroundMessages } from '@/lib/i18n/all-messages';
import type { AnyCase } from '@/simulator/pages/any-cases';
import { placeOf } from '../browsers/case-place';
import { openFirefoxStage } from '../browsers/firefox-stage';
import type { FirefoxTab } from '../browsers/firefox-tab';
import { until } from '../browsers/firefox-wait';
import type { FinderHand } from './finder-hand';
import type { OwnPage } from './finder-rows';

const { parent, targets, pointer } = backgroundMessages('en').menu;

/** @param build folder of the extension */
export async function openFirefoxHand(build: string): Promise<FinderHand> {
  const stage = await openFirefoxStage({ build, isSignedIn: true });
  const popup = await stage.openPopup();
  // A toast would lie over what is pointed at.
  await popup.evaluate(async () => {
    await browser.storage.local.set({ settings: { isToastOn: false } });
  });
  const tabs = new Map<string, FirefoxTab>();

  async function openAnew(path: string): Promise<FirefoxTab> {
    await tabs.get(path)?.close();
    const tab = await stage.openGallery(path);
    tabs.set(path, tab);
    return tab;
  }

  async function tabOf({ page: path = '/any' }: AnyCase): Promise<FirefoxTab> {
    const known = tabs.get(path);
    if (known) return known;
    const tab = await openAnew(path);
    if (path === '/any') {
      const isReady = () => tab.evaluate(() => document.documentElement.dataset.ready === '');
      await until(async () => (await isReady()) || undefined, 'the page /any');
    }
    return tab;
  }

  const menuOf = ({ menuInFirefox, menu }: AnyCase) => menuInFirefox ?? menu;
  return {
    popup: popup as OwnPage,
    menuOf,
    close: stage.close,
    press: (key) => stage.press(key),

    async show(one) {
      // Other pages than this one have few cases, and a click may have changed them.
      const isLong = (one.page ?? '/any') === '/any';
      const tab = isLong ? await tabOf(one) : await openAnew(one.page ?? '');
      if (one.visit) await stage.openTab(one.visit);
      await tab.bringToFront();
    },

    async ask(one, way, rest) {
      const place = await placeOf(await tabOf(one), one);
      const how = { awake: rest === 'awake' };
      if (way === 'shortcut') return stage.pressCommand(place, one.selector, how);
      const entry = menuOf(one) === 'image' ? targets['2k'] : pointer;
      return stage.rightClick(place, one.selector, [parent, entry], how);
    },

    wordsOn: async (one) => (await tabOf(one)).words(),
  };
}
