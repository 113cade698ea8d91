import type { Options } from '../en/options';
import { pluralIn } from '../plural';
import { connection } from './connection';
import { elsewhere } from './elsewhere';
import { keys } from './keys';
import { settings } from './settings';

const number = pluralIn('zh-TW')({ other: '#' });

/** Traditional Chinese of the options page. */
export const options: Options = {
  ...settings,
  ...connection,
  elsewhere,
  keys,
  title: '設定',
  unofficial: '非官方擴充功能，與即夢、Dreamina、字節跳動無關。',
  upscaling: {
    title: '放大',
    size: '大小',
    sizeHint:
      '沒有另外指定時使用；右鍵選單每次都會讓你選擇。4K 可能需要{site}會員，實際像素由{site}決定。',
    upscaler: '放大方式',
  },
  upscalers: {
    auto: {
      name: '自動',
      text: '先用智能超清；如果{site}沒有給出更大的圖片，就依次改用其他方式，並記住一週內有效的方式。',
    },
    'super-resolution': {
      name: '細節修復',
      text: '始終使用它。對於上傳的圖片，即夢很少能完成，結果也可能沒有變大。',
    },
    'smart-hd': {
      name: '智能超清',
      text: '會補充細節，文字和人臉可能改變。據最近所見，即夢的 2K 消耗 1 點。',
    },
    'fast-hd': {
      name: '超清',
      text: '速度快，據最近所見在即夢不消耗點數。不區分 2K 和 4K，大約放大一倍。',
    },
  },
  ways: {
    title: '選單與快速鍵',
    pointer: '在網頁、連結和影片的右鍵選單裡提供「放大此處的圖片」',
    pointerHint:
      '適用於背景、圖形，以及被遮住或尚未載入的圖片：瀏覽器在這些位置看不到圖片。瀏覽器也無法預先判斷，所以沒有圖片的地方也會出現這一項。',
    noShortcut: '未設定',
    changeShortcuts: '變更快速鍵',
  },
  access: {
    title: '網站存取權限',
    why: '大多數圖片不需要授權：你點選時，擴充功能只能檢視目前這一個網頁。但不少網頁把圖片放在別的網站上，其中有些只提供給你允許存取該網站的擴充功能。這時圖片會等待，並只請求存取那一個網站。',
    sites: '已允許的網站',
    noSites: '暫時沒有。',
    revoke: '撤銷',
    revokeSite: (site) => `撤銷 ${site}`,
    everywhere: '所有網站',
    everywhereHint:
      '圖片不再需要逐個請求授權。瀏覽器會允許擴充功能讀取你造訪的所有網站，但擴充功能仍然只讀取你選擇的圖片。',
    permissions: {
      title: '權限',
      hint: '瀏覽器允許本擴充功能做的一切，以及各自的用途。',
      show: '顯示全部',
      reasons: {
        activeTab: '在你點選之後檢視目前網頁，不檢視其他網頁。',
        scripting: '在該網頁中找到並讀取圖片。在你已允許的網站上，還會記住你上次按右鍵的位置。',
        contextMenus: '在右鍵選單中新增一項。',
        menus: '得知你在網頁的哪個部分按右鍵。',
        storage: '儲存這些設定。',
        unlimitedStorage: '避免瀏覽器在空間不足時刪除歷史記錄。',
        alarms: '彈出視窗關閉後繼續處理圖片。',
        downloads: '儲存結果，並確認檔案已經寫入。',
        cookies: '得知你是否已登入即夢或 Dreamina，從不儲存登入資訊。',
        declarativeNetRequestWithHostAccess:
          '為擴充功能自己的請求註明來源，{site}和部分圖片網站要求這樣做。',
        offscreen: '在擴充功能自己的隱藏頁面中轉換圖片、生成檔案。',
        sidePanel: '在網頁旁邊顯示歷史記錄。',
        notifications: '圖片完成時通知你，僅在你開啟後使用。',
        'https://*/*': '你的帳號所在的網站和圖片所在的網站：僅限你在這裡允許的網站。',
        'http://*/*': '同上，適用於未加密的網站。',
      },
    },
  },
  history: {
    title: '歷史記錄',
    why: '這裡的內容只儲存在此瀏覽器中。',
    storage: '佔用',
    storageHint: (rows, size) =>
      size ? `${number(rows)} 張圖片，在此瀏覽器中佔用 ${size}。` : `${number(rows)} 張圖片。`,
    keep: '保留',
    keepHint: '較早的項目會連同圖片自動移除。進行中的和尚未儲存的會保留。',
    keepRows: '保留多少張圖片',
    keepDays: '圖片保留多久',
    rows: (count) => (count === 0 ? '不限數量' : `最近 ${number(count)} 張`),
    days: (count) => (count === 0 ? '永久' : count === 365 ? '一年' : `${number(count)} 天`),
    space: '結果佔用的空間',
    spaceHint: '超出的結果會被移除，最早儲存的先移除。項目、縮圖和原圖會保留。',
    spaceUsed: (results, sources) => `結果佔用 ${results}，原圖佔用 ${sources}。`,
    keepSpace: '結果最多佔用多少空間',
    size: (size) => (size ? `最多 ${size}` : '不限大小'),
    unsaved: '也移除從未儲存的圖片',
    unsavedHint: '已完成但未儲存的圖片可能花費過點數。',
    file: '匯出與匯入',
    fileHint:
      '匯出的檔案包含名稱、網頁的網址和標題、圖片網址，以及每次放大的結果，不含圖片、登入資訊和結果連結。匯入不會改動已有的項目。',
    exportNow: '匯出',
    importNow: '匯入',
    imported: ({ added, known, skipped }) =>
      `新增 ${number(added)} 筆，已有 ${number(known)} 筆，無法讀取 ${number(skipped)} 筆。`,
    importing: '正在匯入',
    tooLarge: '該檔案過大，不會是匯出的歷史記錄，因此沒有讀取。',
    importBroken: (added) => `匯入中斷，已新增 ${number(added)} 筆。再次匯入該檔案即可繼續。`,
    notImported: '該檔案不是匯出的歷史記錄。',
    clear: '清除',
    clearHint: '移除所有已結束的圖片及其檔案，進行中的會保留。',
    clearNow: '清除歷史記錄',
  },
  privacy: {
    title: '隱私權',
    points: [
      {
        to: '傳送到你的帳號所在的網站，即夢或 Dreamina（字節跳動）',
        text: '你選擇的圖片、大小和放大方式，使用那個帳號。',
      },
      {
        to: '傳送到圖片所在的網站',
        text: '讀取這張圖片的請求。只有該網站拒絕時，才會帶上你在該網站的 Cookie。',
      },
      {
        to: '留在這個瀏覽器',
        text: '歷史記錄，包括圖片和來源網址，直到你移除。這些設定也在這裡，除非你把它們傳送到瀏覽器的同步。',
      },
      {
        to: '從不儲存',
        text: '你的登入資訊。擴充功能只知道你是否已登入，並保留一個僅用於區分帳號的指紋值。',
      },
    ],
    nothingElse: '除此之外沒有任何資料離開瀏覽器：沒有使用分析，也沒有我們的伺服器。',
  },
};
