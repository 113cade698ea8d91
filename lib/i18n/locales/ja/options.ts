import type { Options } from '../en/options';
import { pluralIn } from '../plural';
import { connection } from './connection';
import { elsewhere } from './elsewhere';
import { keys } from './keys';
import { settings } from './settings';

const number = pluralIn('ja')({ other: '#' });

/** Japanese messages of the options page. */
export const options: Options = {
  ...settings,
  ...connection,
  elsewhere,
  keys,
  title: '設定',
  unofficial: '非公式です。Jimeng、Dreamina、ByteDance が作成または承認したものではありません。',
  upscaling: {
    title: 'アップスケール',
    size: 'サイズ',
    sizeHint:
      '既定のサイズです。右クリックメニューでは毎回選べます。4K には {site} の会員登録が必要な場合があります。正確なピクセル数は {site} が決めます。',
    upscaler: 'アップスケーラー',
  },
  upscalers: {
    auto: {
      name: '自動',
      text: 'スマート HD から始めます。{site} で画像が大きくならなければ、ほかのアップスケーラーを順に試します。うまくいったものを 1 週間記憶します。',
    },
    'super-resolution': {
      name: '超解像',
      text: '常にこれを使います。アップロードした画像では、Jimeng がほとんど完了できず、同じサイズのまま返すことがあります。',
    },
    'smart-hd': {
      name: 'スマート HD',
      text: '細部を補うため、文字や顔が変わることがあります。Jimeng での 2K は、前回確認時に 1 クレジットでした。',
    },
    'fast-hd': {
      name: '高速 HD',
      text: '高速です。Jimeng では前回確認時に無料でした。2K と 4K の区別はなく、画像を約 2 倍にします。',
    },
  },
  ways: {
    title: 'メニューとキーボード',
    pointer: 'ページ、リンク、動画に「ここの画像をアップスケール」を表示',
    pointerHint:
      '背景や図形、隠れている画像、未読み込みの画像など、ブラウザが画像と認識しないもののための項目です。ブラウザは事前に判断できないため、画像のない場所にも表示されます。',
    noShortcut: '未設定',
    changeShortcuts: 'ショートカットを変更',
  },
  access: {
    title: 'サイトへのアクセス',
    why: 'ほとんどの画像に許可は不要です。クリックすると、拡張機能はそのページだけを読み取れます。ただし、画像を別のサイトに置いているページも多く、その一部は、許可された拡張機能にだけ画像を渡します。その場合、画像は待機し、そのサイトだけの許可を求めます。',
    sites: '許可したサイト',
    noSites: 'まだありません。',
    revoke: '取り消す',
    revokeSite: (site) => `${site} を取り消す`,
    everywhere: 'すべてのサイト',
    everywhereHint:
      '画像ごとの確認がなくなります。ブラウザは訪れるすべてのサイトの読み取りを許可しますが、拡張機能が読み取るのは選んだ画像だけです。',
    permissions: {
      title: '権限',
      hint: 'ブラウザがこの拡張機能に許可していることと、その理由のすべて。',
      show: 'すべて表示',
      reasons: {
        activeTab: 'クリックの後に、そのページだけを読み取ります。ほかのページは読み取りません。',
        scripting:
          'そのページの画像を見つけて読み取ります。許可したサイトでは、最後に右クリックした場所も記憶します。',
        contextMenus: '右クリックメニューに項目を追加します。',
        menus: 'ページのどの部分を右クリックしたかを知らせます。',
        storage: 'これらの設定を保存します。',
        unlimitedStorage: '容量が不足したときに、ブラウザが履歴を削除しないようにします。',
        alarms: 'ポップアップを閉じていても処理を続けます。',
        downloads: '結果を保存し、各ファイルが書き込まれたことを確認します。',
        cookies:
          'Jimeng または Dreamina にログインしているかどうかを調べます。ログイン情報そのものは保存しません。',
        declarativeNetRequestWithHostAccess:
          '{site} と一部の画像サイトが求めるため、自身の要求に送信元を設定します。',
        offscreen: '自身の非表示ページで、画像の変換とファイルの作成を行います。',
        sidePanel: 'ページの横に履歴を表示します。',
        notifications: '画像の完了をお知らせします。オンにした場合にのみ使います。',
        'https://*/*': 'アカウントのあるサイトと、画像のあるサイト。ここで許可したサイトだけです。',
        'http://*/*': '暗号化されていないサイトについても同じです。',
      },
    },
  },
  history: {
    title: '履歴',
    why: '履歴は、このブラウザにだけ保存されます。',
    storage: '使用量',
    storageHint: (rows, size) =>
      size ? `${number(rows)} 枚、このブラウザで ${size}。` : `${number(rows)} 枚。`,
    keep: '保存期間',
    keepHint:
      '古い項目は、画像とともに自動的に削除されます。処理中のものと未保存の結果は残ります。',
    keepRows: '残す画像の数',
    keepDays: '画像を残す期間',
    rows: (count) => (count === 0 ? '制限なし' : `最新の ${number(count)} 枚`),
    days: (count) => (count === 0 ? '無期限' : count === 365 ? '1 年間' : `${number(count)} 日間`),
    space: '結果に使う容量',
    spaceHint:
      'これを超えた分の結果は、保存したのが古いものから削除されます。項目、サムネイル、元画像は残ります。',
    spaceUsed: (results, sources) => `結果は ${results}、元画像は ${sources} を使用しています。`,
    keepSpace: '結果が使ってよい容量',
    size: (size) => (size ? `最大 ${size}` : '制限なし'),
    unsaved: '未保存の結果も削除',
    unsavedHint: '保存していない完了済みの画像は、クレジットを消費している可能性があります。',
    file: '書き出しと読み込み',
    fileHint:
      'ファイルには、名前、ページのアドレスとタイトル、画像のアドレス、各処理の結果が含まれます。画像、ログイン情報、結果へのリンクは含まれません。読み込んでも、既存の項目は変わりません。',
    exportNow: '書き出す',
    importNow: '読み込む',
    imported: ({ added, known, skipped }) =>
      `${number(added)} 枚を追加、${number(known)} 枚は既存、${number(skipped)} 枚は読み取り不可。`,
    importing: '読み込み中',
    tooLarge: 'このファイルは書き出した履歴としては大きすぎるため、読み込みませんでした。',
    importBroken: (added) =>
      `読み込みが中断されました。${number(added)} 枚を追加済みです。残りは、ファイルをもう一度読み込んでください。`,
    notImported: 'このファイルは書き出した履歴ではありません。',
    clear: '消去',
    clearHint: '処理中でないすべての画像を、ファイルとともに削除します。処理中のものは残ります。',
    clearNow: '履歴を消去',
  },
  privacy: {
    title: 'プライバシー',
    points: [
      {
        to: 'アカウントのあるサイト（Jimeng または Dreamina、ByteDance）へ',
        text: '選んだ画像、サイズ、方式。そのアカウントを使います。',
      },
      {
        to: '画像のサイトへ',
        text: '画像の要求。そのサイトの Cookie は、付けないと拒否される場合にのみ含めます。',
      },
      {
        to: 'このブラウザに残るもの',
        text: '画像とページのアドレスを含む履歴。削除するまで残ります。これらの設定も、ブラウザの同期に自分で送らないかぎり同様です。',
      },
      {
        to: '保存しないもの',
        text: 'ログイン情報。拡張機能はログインの有無を確認し、アカウントを区別するためだけの指紋値を保持します。',
      },
    ],
    nothingElse:
      'それ以外のデータがブラウザの外に出ることはありません。アクセス解析も、当方のサーバーもありません。',
  },
};
