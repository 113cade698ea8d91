import type { IntakeMessages } from '../en/intake';
import { pluralIn } from '../plural';

const plural = pluralIn('zh-CN');

/** Simplified Chinese about what was dropped, pasted or chosen. */
export const intake: IntakeMessages = {
  chooseFolder: '选择文件夹',
  adding: '正在添加图片…',
  added: plural({ other: '已添加 # 张图片。' }),
  waiting: plural({ other: '# 张图片等待你开始。' }),
  discard: '放弃',
  notImages: plural({ other: '# 个文件不是图片，已跳过。' }),
  notAddresses: plural({ other: '# 行不是网址，已跳过。' }),
  tooMany: plural({ other: '一次添加过多，已跳过 # 项。' }),
  nothing: '没有图片，也没有网址。',
  refused: {
    encrypted: (name) => `“${name}”受密码保护，已跳过。`,
    damaged: (name) => `“${name}”已损坏，无法读取的部分已跳过。`,
    'too-large': (name) => `“${name}”解压后过大，已跳过。`,
    'too-many': (name) => `“${name}”包含的文件过多，已跳过。`,
  },
  sites: plural({ other: '需要先允许访问 # 个网站。' }),
};
