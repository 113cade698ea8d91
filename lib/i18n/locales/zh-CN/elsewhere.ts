import type { Elsewhere } from '../en/elsewhere';
import { pluralIn } from '../plural';

const plural = pluralIn('zh-CN');

/** Simplified Chinese messages about taking the settings to another browser. */
export const elsewhere: Elsewhere = {
  title: '把设置带到别处',
  why: '把你在本页和扩展其他页面里的选择带到另一个浏览器。绝不包含图片、历史记录、同意、权限或任何账号内容。',
  file: '用文件',
  fileHint: '文件生效之前，会先显示它要更改什么。',
  exportNow: '导出设置',
  importNow: '导入设置',
  sync: '用浏览器的同步',
  syncHint: '只在你按下按钮时进行。如果浏览器开启了同步，它会把你发送的设置带到你的其他设备。',
  send: '发送到同步',
  fetch: '从同步取回',
  lastSent: (day, version) => `上次发送：${day}，版本 ${version}。`,
  neverSent: '还没有发送过。',
  tooLong: (names) =>
    `没有发送。超出浏览器同步的长度限制：${names}。请缩短，或改用文件。没有更改任何内容。`,
  refused: (words) => `浏览器拒绝，没有更改任何内容：${words}`,
  mixed: (words) => `只发送了一部分，请再次发送。浏览器的说明：${words}`,
  said: {
    sent: '已发送。',
    full: '没有发送：所有设置加起来超出浏览器同步的长度限制。没有更改任何内容。',
    'too-often': '没有发送：短时间内更改过多，请几分钟后再试。没有更改任何内容。',
    nothing: '浏览器的同步里没有设置。',
    incomplete: '另一台设备的设置还没有全部到达，请稍后再试。',
    newer: '这些设置由更新版本的扩展写入，请先更新扩展。',
    'no-settings': '该文件不是导出的设置文件。',
    'too-large-file': '该文件过大，不会是导出的设置，因此没有读取。',
    applied: '设置已应用。',
    'put-back': '已恢复之前的设置。',
    'not-stored': '浏览器没有保存这些设置。没有更改任何内容。',
  },
  preview: {
    title: '将会更改',
    from: {
      file: (day, version) => `${day} 的文件，版本 ${version}。`,
      sync: (day, version) => `${day} 发送，版本 ${version}。`,
    },
    changes: plural({ other: '更改 # 项设置' }),
    same: plural({ other: '# 项不变' }),
    nothing: '你已经在使用这些设置。',
    damaged: (names) => `已损坏，不会应用：${names}。`,
    unknown: (names) => `此版本不认识，不会应用：${names}。`,
    shortens: '历史记录的保留会变少：较早的条目会被永久移除，这里无法恢复。',
    apply: '应用',
  },
  previous: {
    title: '之前的设置',
    from: {
      file: (day) => `${day} 导入之前的设置。`,
      sync: (day) => `${day} 从同步取回之前的设置。`,
      reset: (day) => `${day} 重置之前的设置。`,
      'put-back': (day) => `${day} 恢复之前的设置。`,
    },
    putBack: '恢复之前的设置',
  },
  values: {
    on: '开',
    off: '关',
    none: '无',
    templates: plural({ other: '# 个模板' }),
  },
};
