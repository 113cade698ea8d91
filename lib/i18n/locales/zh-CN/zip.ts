import type { Zip } from '../en/zip';
import { pluralIn } from '../plural';

const plural = pluralIn('zh-CN');
const number = plural({ other: '#' });

/** Simplified Chinese about the ZIP. */
export const zip: Zip = {
  packing: (done, all) => `正在打包 ZIP：${number(done)} / ${number(all)}`,
  stop: '停止',
  saving: '正在保存 ZIP…',
  saved: plural({ other: '# 张图片已放入 ZIP。' }),
  partly: (packed, all) =>
    `${number(all)} 张中有 ${number(packed)} 张已放入 ZIP。以下图片已无法读取：`,
  close: '关闭',
  oneAtATime: '一次只能打包一个 ZIP。请等这个完成后再保存下一个。',
  failures: {
    'storage-full': '磁盘已满，ZIP 未能保存。',
    'nothing-left': '这些图片都已无法读取，没有生成 ZIP。',
    interrupted: '浏览器多次停止了扩展，ZIP 未能保存。请减少图片数量再试。',
    'save-failed': '浏览器未能保存 ZIP。',
  },
};
