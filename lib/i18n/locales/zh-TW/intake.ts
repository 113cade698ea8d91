import type { IntakeMessages } from '../en/intake';
import { pluralIn } from '../plural';

const plural = pluralIn('zh-TW');

/** Traditional Chinese about what was dropped, pasted or chosen. */
export const intake: IntakeMessages = {
  chooseFolder: '選擇資料夾',
  adding: '正在加入圖片…',
  added: plural({ other: '已加入 # 張圖片。' }),
  waiting: plural({ other: '# 張圖片等待你開始。' }),
  discard: '捨棄',
  notImages: plural({ other: '# 個檔案不是圖片，已略過。' }),
  notAddresses: plural({ other: '# 行不是網址，已略過。' }),
  tooMany: plural({ other: '一次加入過多，已略過 # 項。' }),
  nothing: '沒有圖片，也沒有網址。',
  refused: {
    encrypted: (name) => `「${name}」受密碼保護，已略過。`,
    damaged: (name) => `「${name}」已損毀，無法讀取的部分已略過。`,
    'too-large': (name) => `「${name}」解壓縮後過大，已略過。`,
    'too-many': (name) => `「${name}」包含的檔案過多，已略過。`,
  },
  sites: plural({ other: '需要先允許存取 # 個網站。' }),
};
