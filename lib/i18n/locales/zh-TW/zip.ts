import type { Zip } from '../en/zip';
import { pluralIn } from '../plural';

const plural = pluralIn('zh-TW');
const number = plural({ other: '#' });

/** Traditional Chinese about the ZIP. */
export const zip: Zip = {
  packing: (done, all) => `正在打包 ZIP：${number(done)} / ${number(all)}`,
  stop: '停止',
  saving: '正在儲存 ZIP…',
  saved: plural({ other: '# 張圖片已放入 ZIP。' }),
  partly: (packed, all) =>
    `${number(all)} 張中有 ${number(packed)} 張已放入 ZIP。以下圖片已無法讀取：`,
  close: '關閉',
  oneAtATime: '一次只能打包一個 ZIP。請等這個完成後再儲存下一個。',
  failures: {
    'storage-full': '磁碟已滿，ZIP 未能儲存。',
    'nothing-left': '這些圖片都已無法讀取，沒有產生 ZIP。',
    interrupted: '瀏覽器多次停止了擴充功能，ZIP 未能儲存。請減少圖片數量再試。',
    'save-failed': '瀏覽器未能儲存 ZIP。',
  },
};
