import type { Compare } from '../en/compare';
import { pluralIn } from '../plural';

const plural = pluralIn('ja');

/** Japanese messages of the compare page. */
export const compare: Compare = {
  title: (name) => `${name}：処理前と処理後`,
  stage: (name) => `${name} の処理前と処理後`,
  before: '処理前',
  after: '処理後',
  gone: 'この画像はもう履歴にありません。',
  noResult:
    '結果はもうここに保存されていません。{site} に残っていれば、「保存」で再びダウンロードします。',
  unreadable: 'このブラウザでは結果を表示できません。保存はできます。',
  noBefore: '元画像はもうここに保存されていないため、結果だけを表示しています。',
  goesOn: '結果はここに表示されます。',
  needsYou: '続けるには、拡張機能のポップアップを開いてください。',
  divider: '処理前と処理後の境界',
  dividerAt: (share) => `処理前 ${share}`,
  view: {
    title: '表示',
    fit: '全体',
    actual: '1:1',
    zoomIn: '拡大',
    zoomOut: '縮小',
    zoom: (share) => `表示倍率 ${share}`,
    differences: '違い',
    pixels: 'ピクセル',
  },
  keys: {
    title: 'キーボード',
    hint: '画像にフォーカスがあるときに使えます。スクロールかピンチで拡大縮小、ドラッグで移動します。',
    divider: '境界を動かす',
    pan: '画像を動かす',
    zoom: '拡大縮小',
    fit: '画像全体',
    actual: '実際のピクセル',
    swap: '処理前のみ、処理後のみ、両方',
    differences: '違いを表示',
    pixels: 'ピクセルを表示',
  },
  facts: {
    title: '詳細',
    grown: '拡大率',
    times: (factor) => `幅が ${factor} 倍`,
    asked: '指定サイズ',
    upscaler: 'アップスケーラー',
    credits: '消費クレジット',
    time: '所要時間',
    from: '見つけたページ',
    image: '画像のアドレス',
    changes: 'アップロード前の変更',
    converted: (format) => `${format} に変換`,
    'turned-upright': '正しい向きに回転',
    colours: (name) => {
      if (name === '16 bit') return '1 色あたり 16 ビットから 8 ビットに変換';
      if (/PQ|HLG/.test(name)) return `HDR を標準レンジに変換（${name}）`;
      return name ? `色を ${name} から sRGB に変換` : '色を sRGB に変換';
    },
    transparency: {
      kept: '透明部分を後で復元',
      shape: '1 色のみのため、形でアップスケール',
      flattened: '透明部分を色で塗りつぶし',
    },
    'first-frame': '最初のフレームのみ',
    'later-frame': '1 フレームのみ（空白でない最初のもの）',
    compressed: (format) => `圧縮（${format}）`,
    shrunk: (size) => `${size} に縮小`,
    rasterised: (size) => `${size} で描画`,
  },
  check: {
    title: '同じ画像のままですか？',
    checking: '比較中…',
    faithful: '忠実です。元のサイズに縮小すると、同じに見えます。',
    differs: (share) =>
      `画像の ${share} が異なります。特に文字と顔など、その部分を先に確認してください。`,
    unknown: '画像を比較できませんでした。',
    score: (structure, colour) => `構造 ${structure}、色差 ${colour}`,
    scoreHint:
      '構造は元のサイズでの SSIM です。色差は ΔE で、約 2 未満の差はほとんど見分けられません。',
    showWhere: '場所を表示',
  },
  again: {
    title: '再アップスケール',
    hint: '別のサイズやアップスケーラーを選びます。この結果は残ります。',
    costs: plural({ other: '前回と同じ約 # クレジット。' }),
    free: '前回は無料。',
    costUnknown: '{site} のクレジットを消費する可能性があります。',
    impossible: '元のファイルはもう保存されていません。ポップアップでもう一度選択してください。',
  },
  open: '開く',
  honest:
    '細部は AI が補ったもので、実際とは異なる場合があります。{site} が透かしを入れることがあります。',
};
