import type { Compare } from '../en/compare';
import { pluralIn } from '../plural';

const plural = pluralIn('zh-TW');

/** Traditional Chinese messages of the compare page. */
export const compare: Compare = {
  title: (name) => `${name}：放大前後比較`,
  stage: (name) => `${name} 的放大前後比較`,
  before: '放大前',
  after: '放大後',
  gone: '歷史記錄裡已經沒有這張圖片。',
  noResult: '結果已不在本地。如果{site}仍保留著，儲存時會重新取回。',
  unreadable: '這個瀏覽器無法顯示結果，但仍可以儲存。',
  noBefore: '原圖已不在本地，因此只顯示結果。',
  goesOn: '完成後會自動顯示在這裡。',
  needsYou: '請開啟擴充功能的彈出視窗繼續。',
  divider: '放大前後的分界線',
  dividerAt: (share) => `放大前佔 ${share}`,
  view: {
    title: '顯示',
    fit: '適合視窗',
    actual: '實際大小',
    zoomIn: '放大顯示',
    zoomOut: '縮小顯示',
    zoom: (share) => `顯示比例 ${share}`,
    differences: '差異',
    pixels: '像素',
  },
  keys: {
    title: '快速鍵',
    hint: '焦點在圖片上時可用。滾輪或雙指縮放，拖動可移動。',
    divider: '移動分界線',
    pan: '移動圖片',
    zoom: '縮放',
    fit: '整張圖片',
    actual: '一個像素對應一個像素',
    swap: '只看放大前、只看放大後、兩者同時顯示',
    differences: '顯示差異',
    pixels: '顯示像素',
  },
  facts: {
    title: '詳細資訊',
    grown: '放大倍數',
    times: (factor) => `寬度為原來的 ${factor} 倍`,
    asked: '所選大小',
    upscaler: '放大方式',
    credits: '消耗',
    time: '耗時',
    from: '來源',
    image: '圖片網址',
    changes: '上傳前的改動',
    converted: (format) => `轉為 ${format} 格式`,
    'turned-upright': '轉正方向',
    colours: (name) => {
      if (name === '16 bit') return '每個顏色通道由 16 位轉換為 8 位';
      if (/PQ|HLG/.test(name)) return `HDR 轉換為標準動態範圍（${name}）`;
      return name ? `顏色由 ${name} 轉換為 sRGB` : '顏色轉換為 sRGB';
    },
    transparency: {
      kept: '透明部分在放大後還原',
      shape: '只有一種顏色：按形狀放大',
      flattened: '透明部分已填充顏色',
    },
    'first-frame': '只取第一個影格',
    'later-frame': '只取一個影格，即第一張非空白的畫面',
    compressed: (format) => `壓縮（${format}）`,
    shrunk: (size) => `縮小到 ${size}`,
    rasterised: (size) => `繪製為 ${size} 的圖片`,
  },
  check: {
    title: '還是同一張圖片嗎？',
    checking: '正在比較…',
    faithful: '忠實於原圖。縮回原圖大小後，看起來一樣。',
    differs: (share) => `有 ${share} 的畫面與原圖不同。請先看這些地方，尤其是文字和人臉。`,
    unknown: '無法比較。',
    score: (structure, colour) => `結構 ${structure}，色差 ${colour}`,
    scoreHint: '結構是縮回原圖大小後的 SSIM；色差是 ΔE，約 2 以上才看得出來。',
    showWhere: '顯示位置',
  },
  again: {
    title: '重新放大',
    hint: '換一種大小或放大方式，現有結果會保留。',
    costs: plural({ other: '大約消耗 # 點，與上次相同。' }),
    free: '上次免費，沒有消耗點數。',
    costUnknown: '可能消耗{site}點數。',
    impossible: '原圖檔案已不在本地，請在彈出視窗中重新選擇。',
  },
  open: '開啟',
  honest: '細節由 AI 生成，可能與事實不符。{site}可能會加上浮水印。',
};
