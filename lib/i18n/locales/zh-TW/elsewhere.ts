import type { Elsewhere } from '../en/elsewhere';
import { pluralIn } from '../plural';

const plural = pluralIn('zh-TW');

/** Traditional Chinese messages about taking the settings to another browser. */
export const elsewhere: Elsewhere = {
  title: '把設定帶到別處',
  why: '把你在本頁和擴充功能其他頁面裡的選擇帶到另一個瀏覽器。絕不包含圖片、歷史記錄、同意、權限或任何帳號內容。',
  file: '用檔案',
  fileHint: '檔案生效之前，會先顯示它要變更什麼。',
  exportNow: '匯出設定',
  importNow: '匯入設定',
  sync: '用瀏覽器的同步',
  syncHint: '只在你按下按鈕時進行。如果瀏覽器開啟了同步，它會把你傳送的設定帶到你的其他裝置。',
  send: '傳送到同步',
  fetch: '從同步取回',
  lastSent: (day, version) => `上次傳送：${day}，版本 ${version}。`,
  neverSent: '還沒有傳送過。',
  tooLong: (names) =>
    `沒有傳送。超出瀏覽器同步的長度限制：${names}。請縮短，或改用檔案。沒有變更任何內容。`,
  refused: (words) => `瀏覽器拒絕，沒有變更任何內容：${words}`,
  mixed: (words) => `只傳送了一部分，請再次傳送。瀏覽器的說明：${words}`,
  said: {
    sent: '已傳送。',
    full: '沒有傳送：所有設定加起來超出瀏覽器同步的長度限制。沒有變更任何內容。',
    'too-often': '沒有傳送：短時間內變更過多，請幾分鐘後再試。沒有變更任何內容。',
    nothing: '瀏覽器的同步裡沒有設定。',
    incomplete: '另一台裝置的設定還沒有全部到達，請稍後再試。',
    newer: '這些設定由較新版本的擴充功能寫入，請先更新擴充功能。',
    'no-settings': '該檔案不是匯出的設定檔。',
    'too-large-file': '該檔案過大，不會是匯出的設定，因此沒有讀取。',
    applied: '設定已套用。',
    'put-back': '已還原先前的設定。',
    'not-stored': '瀏覽器沒有儲存這些設定。沒有變更任何內容。',
  },
  preview: {
    title: '將會變更',
    from: {
      file: (day, version) => `${day} 的檔案，版本 ${version}。`,
      sync: (day, version) => `${day} 傳送，版本 ${version}。`,
    },
    changes: plural({ other: '變更 # 項設定' }),
    same: plural({ other: '# 項不變' }),
    nothing: '你已經在使用這些設定。',
    damaged: (names) => `已損壞，不會套用：${names}。`,
    unknown: (names) => `此版本不認識，不會套用：${names}。`,
    shortens: '歷史記錄的保留會變少：較早的項目會被永久移除，這裡無法還原。',
    apply: '套用',
  },
  previous: {
    title: '先前的設定',
    from: {
      file: (day) => `${day} 匯入之前的設定。`,
      sync: (day) => `${day} 從同步取回之前的設定。`,
      reset: (day) => `${day} 重設之前的設定。`,
      'put-back': (day) => `${day} 還原之前的設定。`,
    },
    putBack: '還原先前的設定',
  },
  values: {
    on: '開',
    off: '關',
    none: '無',
    templates: plural({ other: '# 個範本' }),
  },
};
