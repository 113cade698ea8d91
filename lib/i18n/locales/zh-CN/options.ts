import type { Options } from '../en/options';
import { pluralIn } from '../plural';
import { connection } from './connection';
import { elsewhere } from './elsewhere';
import { keys } from './keys';
import { settings } from './settings';

const number = pluralIn('zh-CN')({ other: '#' });

/** Simplified Chinese of the options page. */
export const options: Options = {
  ...settings,
  ...connection,
  elsewhere,
  keys,
  title: '设置',
  unofficial: '非官方扩展，与即梦、Dreamina、字节跳动无关。',
  upscaling: {
    title: '放大',
    size: '大小',
    sizeHint:
      '没有另外指定时使用；右键菜单每次都会让你选择。4K 可能需要{site}会员，实际像素由{site}决定。',
    upscaler: '放大方式',
  },
  upscalers: {
    auto: {
      name: '自动',
      text: '先用智能超清；如果{site}没有给出更大的图片，就依次改用其他方式，并记住一周内有效的方式。',
    },
    'super-resolution': {
      name: '细节修复',
      text: '始终使用它。对于上传的图片，即梦很少能完成，结果也可能没有变大。',
    },
    'smart-hd': {
      name: '智能超清',
      text: '会补充细节，文字和人脸可能改变。据最近所见，即梦的 2K 消耗 1 积分。',
    },
    'fast-hd': {
      name: '超清',
      text: '速度快，据最近所见在即梦不消耗积分。不区分 2K 和 4K，大约放大一倍。',
    },
  },
  ways: {
    title: '菜单与快捷键',
    pointer: '在网页、链接和视频的右键菜单里提供“放大此处的图片”',
    pointerHint:
      '适用于背景、图形，以及被遮住或尚未加载的图片：浏览器在这些位置看不到图片。浏览器也无法预先判断，所以没有图片的地方也会出现这一项。',
    noShortcut: '未设置',
    changeShortcuts: '更改快捷键',
  },
  access: {
    title: '网站访问权限',
    why: '大多数图片不需要授权：你点击时，扩展只能查看当前这一个网页。但不少网页把图片放在别的网站上，其中有些只提供给你允许访问该网站的扩展。这时图片会等待，并只请求访问那一个网站。',
    sites: '已允许的网站',
    noSites: '暂时没有。',
    revoke: '撤销',
    revokeSite: (site) => `撤销 ${site}`,
    everywhere: '所有网站',
    everywhereHint:
      '图片不再需要逐个请求授权。浏览器会允许扩展读取你访问的所有网站，但扩展仍然只读取你选择的图片。',
    permissions: {
      title: '权限',
      hint: '浏览器允许本扩展做的一切，以及各自的用途。',
      show: '显示全部',
      reasons: {
        activeTab: '在你点击之后查看当前网页，不查看其他网页。',
        scripting: '在该网页中找到并读取图片。在你已允许的网站上，还会记住你上次右键点击的位置。',
        contextMenus: '在右键菜单中添加一项。',
        menus: '得知右键点击的是网页的哪个部分。',
        storage: '保存这些设置。',
        unlimitedStorage: '避免浏览器在空间不足时删除历史记录。',
        alarms: '弹出窗口关闭后继续处理图片。',
        downloads: '保存结果，并确认文件已经写入。',
        cookies: '得知你是否已登录即梦或 Dreamina，从不保存登录信息。',
        declarativeNetRequestWithHostAccess:
          '为扩展自己的请求注明来源，{site}和部分图片网站要求这样做。',
        offscreen: '在扩展自己的隐藏页面中转换图片、生成文件。',
        sidePanel: '在网页旁边显示历史记录。',
        notifications: '图片完成时通知你，仅在你开启后使用。',
        'https://*/*': '你的账号所在的网站和图片所在的网站：仅限你在这里允许的网站。',
        'http://*/*': '同上，适用于未加密的网站。',
      },
    },
  },
  history: {
    title: '历史记录',
    why: '这里的内容只保存在此浏览器中。',
    storage: '占用',
    storageHint: (rows, size) =>
      size ? `${number(rows)} 张图片，在此浏览器中占用 ${size}。` : `${number(rows)} 张图片。`,
    keep: '保留',
    keepHint: '较早的条目会连同图片自动移除。进行中的和尚未保存的会保留。',
    keepRows: '保留多少张图片',
    keepDays: '图片保留多久',
    rows: (count) => (count === 0 ? '不限数量' : `最近 ${number(count)} 张`),
    days: (count) => (count === 0 ? '永久' : count === 365 ? '一年' : `${number(count)} 天`),
    space: '结果占用的空间',
    spaceHint: '超出的结果会被移除，最早保存的先移除。条目、缩略图和原图会保留。',
    spaceUsed: (results, sources) => `结果占用 ${results}，原图占用 ${sources}。`,
    keepSpace: '结果最多占用多少空间',
    size: (size) => (size ? `最多 ${size}` : '不限大小'),
    unsaved: '也移除从未保存的图片',
    unsavedHint: '已完成但未保存的图片可能花费过积分。',
    file: '带走历史记录',
    fileHint:
      '导出的文件包含名称、网页的网址和标题、图片网址，以及每次放大的结果，不含图片、登录信息和结果链接。导入不会改动已有的条目。',
    exportNow: '导出',
    importNow: '导入',
    imported: ({ added, known, skipped }) =>
      `新增 ${number(added)} 条，已有 ${number(known)} 条，无法读取 ${number(skipped)} 条。`,
    importing: '正在导入',
    tooLarge: '该文件过大，不会是导出的历史记录，因此没有读取。',
    importBroken: (added) => `导入中断，已添加 ${number(added)} 条。再次导入该文件即可继续。`,
    notImported: '该文件不是导出的历史记录。',
    clear: '清空',
    clearHint: '移除所有已结束的图片及其文件，进行中的会保留。',
    clearNow: '清空历史记录',
  },
  privacy: {
    title: '隐私',
    points: [
      {
        to: '发送到你的账号所在的网站，即梦或 Dreamina（字节跳动）',
        text: '你选择的图片、大小和放大方式，使用那个账号。',
      },
      {
        to: '发送到图片所在的网站',
        text: '读取这张图片的请求。只有该网站拒绝时，才会带上你在该网站的 Cookie。',
      },
      {
        to: '留在这个浏览器',
        text: '历史记录，包括图片和来源网址，直到你移除。这些设置也在这里，除非你把它们发送到浏览器的同步。',
      },
      {
        to: '从不保存',
        text: '你的登录信息。扩展只知道你是否已登录，并保留一个仅用于区分账号的指纹值。',
      },
    ],
    nothingElse: '除此之外没有任何数据离开浏览器：没有统计，也没有我们的服务器。',
  },
};
