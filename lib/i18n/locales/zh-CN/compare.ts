import type { Compare } from '../en/compare';
import { pluralIn } from '../plural';

const plural = pluralIn('zh-CN');

/** Simplified Chinese messages of the compare page. */
export const compare: Compare = {
  title: (name) => `${name}：放大前后对比`,
  stage: (name) => `${name} 的放大前后对比`,
  before: '放大前',
  after: '放大后',
  gone: '历史记录里已经没有这张图片。',
  noResult: '结果已不在本地。如果{site}仍保留着，保存时会重新取回。',
  unreadable: '这个浏览器无法显示结果，但仍可以保存。',
  noBefore: '原图已不在本地，因此只显示结果。',
  goesOn: '完成后会自动显示在这里。',
  needsYou: '请打开扩展的弹出窗口继续。',
  divider: '放大前后的分界线',
  dividerAt: (share) => `放大前占 ${share}`,
  view: {
    title: '显示',
    fit: '适合窗口',
    actual: '实际大小',
    zoomIn: '放大显示',
    zoomOut: '缩小显示',
    zoom: (share) => `显示比例 ${share}`,
    differences: '差异',
    pixels: '像素',
  },
  keys: {
    title: '快捷键',
    hint: '焦点在图片上时可用。滚轮或双指缩放，拖动可移动。',
    divider: '移动分界线',
    pan: '移动图片',
    zoom: '缩放',
    fit: '整张图片',
    actual: '一个像素对应一个像素',
    swap: '只看放大前、只看放大后、两者同时显示',
    differences: '显示差异',
    pixels: '显示像素',
  },
  facts: {
    title: '详情',
    grown: '放大倍数',
    times: (factor) => `宽度为原来的 ${factor} 倍`,
    asked: '所选大小',
    upscaler: '放大方式',
    credits: '消耗',
    time: '用时',
    from: '来源',
    image: '图片地址',
    changes: '上传前的改动',
    converted: (format) => `转为 ${format} 格式`,
    'turned-upright': '转正方向',
    colours: (name) => {
      if (name === '16 bit') return '每个颜色通道由 16 位转换为 8 位';
      if (/PQ|HLG/.test(name)) return `HDR 转换为标准动态范围（${name}）`;
      return name ? `颜色由 ${name} 转换为 sRGB` : '颜色转换为 sRGB';
    },
    transparency: {
      kept: '透明部分在放大后还原',
      shape: '只有一种颜色：按形状放大',
      flattened: '透明部分已填充颜色',
    },
    'first-frame': '只取第一帧',
    'later-frame': '只取一帧，即第一张非空白的画面',
    compressed: (format) => `压缩（${format}）`,
    shrunk: (size) => `缩小到 ${size}`,
    rasterised: (size) => `绘制为 ${size} 的图片`,
  },
  check: {
    title: '还是同一张图片吗？',
    checking: '正在对比…',
    faithful: '忠实于原图。缩回原图大小后，看起来一样。',
    differs: (share) => `有 ${share} 的画面与原图不同。请先看这些地方，尤其是文字和人脸。`,
    unknown: '无法对比。',
    score: (structure, colour) => `结构 ${structure}，色差 ${colour}`,
    scoreHint: '结构是缩回原图大小后的 SSIM；色差是 ΔE，大约到 2 才看得出来。',
    showWhere: '显示位置',
  },
  again: {
    title: '重新放大',
    hint: '换一种大小或放大方式，现有结果会保留。',
    costs: plural({ other: '大约消耗 # 积分，与上次相同。' }),
    free: '上次免费，没有消耗积分。',
    costUnknown: '可能消耗{site}积分。',
    impossible: '原图文件已不在本地，请在弹出窗口中重新选择。',
  },
  open: '打开',
  honest: '细节由 AI 生成，可能与事实不符。{site}可能会添加水印。',
};
