import type { Space } from '../en/space';

/** Simplified Chinese messages about results that were removed to save space. */
export const space: Space = {
  removed: '为节省空间，完整大小的结果已被移除。',
  missing: '结果已不在本地。',
  savedAnew: '如果{site}仍保留着，保存时会重新取回。',
  upscaledAnew: '重新放大这张图片即可再次得到。',
};
