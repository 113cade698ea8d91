import type { Keys } from '../en/keys';

/** Japanese messages about keyboard shortcuts. */
export const keys: Keys = {
  title: 'キーボードショートカット',
  hint: '候補のキーは Chrome も Firefox も使いません。ほかの拡張機能が使うことはあります。',
  suggestion: (keys) => `候補：${keys}`,
  use: (keys) => `${keys} を使う`,
  refused: 'ブラウザがこのキーを受け付けませんでした。',
  names: {
    _execute_action: 'ポップアップを開く',
    'upscale-under-pointer': 'ポインターの下の画像をアップスケール',
    'upscale-2k': 'ポインターの下の画像を 2K にアップスケール',
    'upscale-4k': 'ポインターの下の画像を 4K にアップスケール',
    'choose-several': 'このページの画像を複数選ぶ',
    'show-results': 'このページに結果を表示、または元の画像に戻す',
    'open-list': '一覧をタブで開く',
    'open-panel': 'サイドパネルを開く',
    'compare-newest': '最新の結果を比較',
    'save-newest': '最新の結果を保存',
    'pause-all': 'すべて一時停止または再開',
    'open-options': '設定を開く',
  },
  list: '一覧をタブで開く',
  listHint: 'ポップアップのすべてを表示します。ツールバーのないウィンドウでも使えます。',
  openTab: 'タブで開く',
};
