import type { Replace } from '../en/replace';
import { pluralIn } from '../plural';

const plural = pluralIn('zh-TW');

/** Traditional Chinese about results that are shown in pages. */
export const replace: Replace = {
  show: '在網頁上顯示',
  hide: '重新顯示原圖',
  always: (host) => `一律在 ${host} 上顯示結果`,
  never: (host) => `不再一律在 ${host} 上顯示結果`,
  looking: '正在網頁上尋找這張圖片…',
  shown: plural({ other: '已顯示在網頁上 # 處。' }),
  notFound: '網頁已開啟，但沒有找到這張圖片。',
  impossible: '此網頁不允許顯示其他圖片。',
  forbidden: '此網頁上無法顯示任何內容。',
  gone: '結果或來源網頁已不存在。',
  noAccess: (host) => `要在那裡顯示，請允許存取 ${host}。`,
  sites: {
    title: '網頁上的結果',
    lead: '在這些網站上，結果會取代原圖顯示。為此不會傳送任何內容。',
    none: '暫時沒有。可以在已完成圖片的選單中加入它的網站。',
    noAccess: '沒有存取此網站的權限。',
    mark: '標記被取代的圖片',
    ahead: '提前放大的圖片數',
    limit: '每個網頁最多（點數）',
    hint: '網頁上的按鈕會在你閱讀時放大接下來的圖片，不會超過此上限。任何一項留空時不會下任務。',
    remove: '移除',
    removeSite: (host) => `移除 ${host}`,
  },
};
