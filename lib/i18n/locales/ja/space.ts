import type { Space } from '../en/space';

/** Japanese messages about results that were removed to save space. */
export const space: Space = {
  removed: '容量を節約するため、フルサイズの結果は削除されました。',
  missing: '結果はもうここに保存されていません。',
  savedAnew: '{site} に残っていれば、「保存」で再びダウンロードします。',
  upscaledAnew: 'もう一度アップスケールすると、また入手できます。',
};
