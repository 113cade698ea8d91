import type { Space } from '../en/space';

/** Traditional Chinese messages about results that were removed to save space. */
export const space: Space = {
  removed: '為節省空間，完整大小的結果已被移除。',
  missing: '結果已不在本地。',
  savedAnew: '如果{site}仍保留著，儲存時會重新取回。',
  upscaledAnew: '重新放大這張圖片即可再次得到。',
};
