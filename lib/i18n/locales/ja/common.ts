import type { Common } from '../en/common';
import { pluralIn } from '../plural';
import { batch } from './batch';
import { intake } from './intake';
import { menu } from './menu';
import { parts } from './parts';
import { replace } from './replace';
import { sites } from './sites';
import { space } from './space';
import { units } from './units';
import { zip } from './zip';

const plural = pluralIn('ja');
const number = plural({ other: '#' });
const creditCount = plural({ other: '# クレジット' });

/** Japanese messages shared by several pages. */
export const common: Common = {
  join: (first, second) => `${first}${second}`,
  units,
  app: {
    title: 'Dreamina でアップスケール',
    credits: creditCount,
    openService: (credits) => `残り ${credits}。{site} を開く`,
    settings: '設定',
    openPanel: 'サイドパネルで開く',
  },
  menu,
  intake,
  add: {
    invite: { drop: 'ドロップ、貼り付け', or: '、または', choose: '選択', what: 'で画像を追加' },
    dropNow: 'ドロップしてアップスケール',
    choose: '画像を選択',
    target: 'サイズ',
    membership: '4K には {site} の会員登録が必要な場合があります。',
    cost: (credits, day) =>
      credits === 0 ? `無料（${day} 時点）` : `約 ${creditCount(credits)}（${day} 時点）`,
    pick: 'このページの画像を選ぶ',
    several: 'このページの画像を複数選ぶ',
    notImages: '画像ではありません。画像ファイルをドロップするか、貼り付けてください。',
  },
  empty: {
    title: '画像を右クリック',
    text: '「Dreamina でアップスケール」から 2K か 4K を選びます。大きくなった画像がここに表示され、いつでも保存できます。',
    pointer: {
      before: 'メニュー項目がないときは、画像にポインターを合わせて ',
      after: ' を押します。',
    },
    pick: { before: '上の ', after: ' を使って、ページ上で選ぶこともできます。' },
    privacy:
      '画像は、ご自身のアカウントで {site}（ByteDance）に送信されます。それ以外のデータがブラウザの外に出ることはありません。',
  },
  notices: {
    allowAccess: 'アクセスを許可',
    reachTitle: 'このページにはアクセスできません',
    reachText:
      'サイドパネルは、直前にこの拡張機能を使ったページにだけアクセスできます。画像を右クリックするか、先にそのページでツールバーのボタンをクリックしてください。',
    unreadableTitle: '現在、履歴を読み込めません',
    unreadableText:
      'ブラウザがストレージを開けませんでした。削除されたものはありません。もう一度試しても直らない場合は、ブラウザを再起動してください。',
    tryAgain: 'もう一度試す',
    newerTitle: '履歴は新しいバージョンのものです',
    newerText:
      'この履歴は、拡張機能の新しいバージョンで書き込まれました。変更も削除もしていません。拡張機能を更新すると表示できます。',
    fullTitle: '空き容量がなく、画像を追加できませんでした',
    fullText:
      'ブラウザが最後の画像を保存できませんでした。不要な結果を削除するか、ディスクの空き容量を増やしてから、画像をもう一度クリックしてください。',
    fullElsewhere:
      'ブラウザが最後の画像を保存できませんでした。ディスクの空き容量を増やしてから、画像をもう一度クリックしてください。',
    makeRoom: '削除する画像を選ぶ',
    fullRead: 'OK',
    signInTitle: '{site} にログイン',
    signInText:
      'アップスケールはご自身のアカウントで行われます。この拡張機能がパスワードを見ることはありません。',
    otherJars: {
      containers:
        '通常のタブでログインしてください。コンテナー内のログインは、そのコンテナーのタブにある画像に使われます。',
      isolated: 'ファーストパーティ分離がログインを隠しています。先にオフにしてください。',
    },
    signInWaiting: plural({ other: '# 枚が待機中です。ログインすると自動的に続きます。' }),
  },
  broken: {
    row: '拡張機能のエラーのため、この画像を表示できません。',
    title: 'このページを表示できません',
    text: '拡張機能で問題が発生しました。履歴と画像は残っています。ページを再読み込みしてください。直らない場合は、レポートをコピーして開発者に送ってください。',
    reload: '再読み込み',
    copy: 'レポートをコピー',
    copied: 'コピーしました',
    copyFailed: 'レポートをコピーできませんでした',
  },
  history: {
    search: '検索',
    sort: '並べ替え',
    sorts: { newest: '新しい順', oldest: '古い順', name: '名前順', size: '大きい順' },
    filter: '表示',
    filters: { all: 'すべて', running: '処理中', done: '完了', needs: '要操作' },
    select: '選択',
    choose: (name) => `${name} を選択`,
    nothing: '一致する画像はありません。',
    reading: '読み込み中…',
    justDone: plural({ other: '# 枚が完了しました' }),
    removed: plural({ other: '# 枚を削除しました' }),
    undo: '元に戻す',
    joined: (target) => `すでに ${target} にアップスケール中です`,
    showJoined: '表示',
    selection: {
      title: '選択した画像',
      all: 'すべて',
      count: plural({ other: '# 枚を選択中' }),
      end: '選択を終了',
      save: (count) => (count > 0 ? `${number(count)} 枚を保存` : '選択分を保存'),
      retry: (count) => (count > 0 ? `${number(count)} 枚を再試行` : '選択分を再試行'),
      remove: (count) => (count > 0 ? `${number(count)} 枚を削除` : '選択分を削除'),
      retryHint:
        '再試行してもクレジットを消費しない画像だけを再試行します。ほかの画像は 1 枚ずつ再試行してください。',
      more: 'ほかの保存方法',
      zip: 'ZIP で保存',
      csv: '一覧を保存（CSV）',
      json: '一覧を保存（JSON）',
    },
    zip,
  },
  actions: {
    save: '保存',
    saving: '保存中…',
    saved: '保存しました',
    alreadyThere: '保存済み',
    saveAgain: 'もう一度保存',
    saveAs: '名前を付けて保存…',
    copy: '画像をコピー',
    copying: 'コピー中…',
    copied: 'コピーしました',
    copyFailed: 'ブラウザが画像をコピーできませんでした。代わりに保存してください。',
    compare: '比較',
    retry: '再試行',
    haveCredits: 'クレジットを用意した',
    retryMayCost: '再試行（クレジットを消費する可能性あり）',
    pollAgain: 'もう一度確認',
    useAccount: 'このアカウントを使う',
    useAccountMayCost: 'このアカウントを使う（再度消費する可能性あり）',
    useAccountHint: '現在ログインしているアカウントで画像をアップスケールします。',
    cancel: 'キャンセル',
    remove: '削除',
    openPage: 'ページを開く',
    more: 'その他',
    signIn: 'ログイン',
    readConsent: '内容を読んで同意',
    allow: (host) => `${host} を許可`,
    allowEverywhere: 'すべてのサイトで許可',
    use2k: '2K にアップスケール',
    useExisting: 'この結果を使う',
    showOther: '表示する',
    upscale: 'アップスケール',
    upscaleAgain: '再アップスケール',
    againWith: '再アップスケール…',
    upscaleAnyway: 'それでもアップスケール',
    keepOriginal: 'そのまま使う（無料）',
    useShown: 'ページ上の画像を使う',
    useScreen: '画面の表示を使う',
    useScreenHint: '許可は不要ですが、大きさは現在の表示サイズになります。',
    openService: '{site} を開く',
    continueInPage: '{site} のページ経由で続ける',
    skipPage: 'ページを経由せずに送信',
    checkConnection: '接続を確認',
    chooseFile: 'ファイルを選択',
  },
  pageConsent: {
    only: '{site} は、依頼を自身のページからのみ受け付けます。',
    sentence:
      '同意すると、拡張機能が {site} のページをバックグラウンドのタブで開き（すでに開いている場合はそれを使い）、そのページから依頼を送信します。',
    agree: '同意する',
    decline: '今はしない',
  },
  job: {
    target: { '2k': '2K', '4k': '4K' },
    localFile: 'この端末から',
    unnamed: '無題の画像',
    becomes: (from, to) => `${from} → ${to}`,
    credits: creditCount,
    left: (duration) => `残り約 ${duration}`,
    retryIn: (duration) => `${duration}後に再試行`,
    progress: (name) => `${name} の進行状況`,
    thumbnail: (target) => `${target} へ`,
    serviceSaid: '{site} からの説明：',
    reference: (ret) => `コード ${ret}`,
    switched: (now, before) => `${before}が {site} で完了しなかったため、${now}に切り替えました。`,
    switchedForSize: (now, before) =>
      `${before}では画像が大きくならなかったため、${now}に切り替えました。`,
    sentSmaller: '{site} が大きいファイルを処理できなかったため、小さいファイルで送信しました。',
    cancelled: 'アップスケールの開始前にキャンセルしました。クレジットは消費されていません。',
    cancelledLate:
      'アップスケールの開始後にキャンセルしました。{site} が処理を完了し、クレジットを消費する可能性があります。',
    savedPlain: {
      format: '変換できなかったため、元の形式で保存しました。',
      note: 'ファイルに書き込む場所がないため、出典なしで保存しました。',
    },
    saveFailed: 'ブラウザがファイルを書き込めませんでした。画像はここに残っています。',
    kept: '元画像のまま、無料',
    largerOriginal: ({ size, host, shown }) =>
      `${host ? `${host} の` : ''}より大きい元画像${size ? `（${size}）` : ''}を使用${shown ? `（ページ上の画像は ${shown}）` : ''}`,
    fromScreen: '画面からキャプチャ',
  },
  batch,
  replace,
  parts,
  sites,
  space,
  tools: {
    'super-resolution': '超解像',
    'smart-hd': 'スマート HD',
    'fast-hd': '高速 HD',
  },
  stages: {
    preparing: '準備中',
    uploading: 'アップロード中',
    slot: '順番待ち',
    ordering: '{site} に送信中',
    checking: '受付を確認中',
    generating: 'アップスケール中',
    collecting: '結果をダウンロード中',
    joining: '結合中',
    done: '完了',
    failed: '失敗',
    cancelled: 'キャンセル済み',
  },
  waiting: {
    'sign-in': '{site} にログインしていません。ログインすると続きます。',
    consent: '{site} への画像の送信にまだ同意していません。同意すると続きます。',
    'page-consent': 'この依頼は {site} 自身のページを経由します。同意すると続きます。',
    otherAccount: (name, isKnown) => {
      if (name) {
        return `この画像を送信したアカウント「${name}」で {site} にログインしてください。ログインすると自動的に続きます。`;
      }
      return isKnown
        ? 'この画像は別の {site} アカウントで送信されました。そのアカウントでログインすると自動的に続きます。'
        : '現在ログインしている {site} アカウントは、この画像を送信したものではありません。送信したアカウントでログインすると自動的に続きます。';
    },
    network: '{site} に接続できません。接続が回復すると続きます。',
    permission: {
      before: 'この画像は ',
      after: ' にあります。読み取るには許可が必要です。',
    },
    uploadHost: {
      before: '{site} は画像の送信先として ',
      after: ' を指定しています。送信するには許可が必要です。',
    },
    resultHost: {
      before: '{site} の結果は ',
      after: ' にあります。取得するには許可が必要です。追加のクレジットは消費されません。',
    },
    serviceHost: { before: '続けるには ', after: ' への許可が必要です。' },
    cookies: {
      before: 'この画像は ',
      after:
        ' にあり、ログインしていない相手には送信されません。許可すると、この画像の取得に限り、そのサイトの Cookie を付けて送信します。',
    },
    duplicate: (target, twin) => {
      switch (twin) {
        case 'running':
          return `この画像はすでに ${target} にアップスケール中です。`;
        case 'unconfirmed':
          return `この画像の ${target} のクレジットは、すでに消費されている可能性があります。前の項目を再試行してください。先に結果を探します。`;
        case 'gone':
          return `${target} の結果はもう保存されていません。もう一度アップスケールすると、クレジットを消費する可能性があります。`;
        default:
          return `この画像はすでに ${target} にアップスケール済みです。その結果を無料で使いますか？`;
      }
    },
    alreadyLarge: (size, target) =>
      size === undefined
        ? `この画像はすでに ${target} と同じ大きさです。そのまま使う場合は無料です。`
        : `この画像はすでに ${size} で、${target} と同じ大きさです。そのまま使う場合は無料です。`,
    credits: (code, target, balance) => {
      if (code === 'daily-limit') {
        return '{site} の本日の上限に達しました。明日、自動的に続きます。';
      }
      if (code === 'membership-needed') {
        return `${target} には {site} の会員登録が必要です。クレジットは消費されていません。`;
      }
      const left = balance === undefined ? '' : `（残り ${number(balance)}）`;
      return `{site} のクレジットが足りません${left}。足りるようになると続きます。`;
    },
    coolDown: (code) =>
      code === 'risk-control' || code === 'account-restricted'
        ? '{site} のリスク管理により拒否されました。すべての処理を一時停止し、後で再開します。{site} のサイトで確認を求められていないか確かめてください。'
        : '{site} が混雑しているため、一時停止しています。自動的に再開します。クレジットは消費されていません。',
    dayLimit: (credits) =>
      `次の依頼で 1 日の上限（${creditCount(credits)}）を超える可能性があります。明日、または設定で上限を変えると再開します。`,
    stillRunning: (polledAt) =>
      `{site} で処理中です${polledAt ? `（最終確認 ${polledAt}）` : ''}。完了すると自動的に続きます。再確認は無料です。`,
  },
  announce: {
    done: (name) => `${name} が完了しました。`,
    saved: (name) => `${name} を保存しました。`,
    failed: (name, sentence) => `${name} は失敗しました。${sentence}`,
    waiting: (name, sentence) => `${name} は待機中です。${sentence}`,
    stage: (name, stage) => `${name}：${stage}`,
  },
  flaws: {
    black: '結果が真っ黒です。',
    uniform: '結果が 1 色だけです。',
    'transparency-lost': '元画像には透明な部分がありますが、結果にはありません。',
    'wrong-shape':
      '結果の縦横比が元画像と異なります。切り抜かれたか、引き伸ばされた可能性があります。',
    'not-larger': '結果が元画像より大きくありません。',
    'short-of-target': (target) => `結果が ${target} より小さくなっています。`,
  },
  charged: {
    no: 'クレジットは消費されていません。',
    maybe: 'クレジットが消費された可能性があります。',
  },
  refund: {
    yes: 'クレジットは返還されました。',
    no: 'クレジットは返還されていません。',
    unknown: 'クレジットが返還されたかどうかは不明です。',
  },
};
