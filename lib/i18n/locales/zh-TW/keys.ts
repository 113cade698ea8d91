import type { Keys } from '../en/keys';

/** Traditional Chinese messages about keyboard shortcuts. */
export const keys: Keys = {
  title: '快速鍵',
  hint: 'Chrome 和 Firefox 自己都不使用建議的按鍵，但其他擴充功能可能會用。',
  suggestion: (keys) => `建議：${keys}`,
  use: (keys) => `使用 ${keys}`,
  refused: '瀏覽器沒有接受這組按鍵。',
  names: {
    _execute_action: '開啟彈出視窗',
    'upscale-under-pointer': '放大指標下的圖片',
    'upscale-2k': '把指標下的圖片放大到 2K',
    'upscale-4k': '把指標下的圖片放大到 4K',
    'choose-several': '在此網頁上選擇多張圖片',
    'show-results': '在此網頁上顯示結果，或還原原圖',
    'open-list': '在分頁中開啟清單',
    'open-panel': '開啟側邊面板',
    'compare-newest': '比較最新的結果',
    'save-newest': '儲存最新的結果',
    'pause-all': '全部暫停或繼續',
    'open-options': '開啟設定',
  },
  list: '在分頁中檢視清單',
  listHint: '彈出視窗裡的全部內容，沒有工具列的視窗也能用。',
  openTab: '在分頁中開啟',
};
