import type { Settings } from '../en/settings';
import { pluralIn } from '../plural';

const plural = pluralIn('ja');

/** Japanese messages of the settings, except upscaling, access, history and privacy. */
export const settings: Settings = {
  saved: '保存しました',
  notSaved: 'ブラウザが最後の変更を保存できませんでした。1 分後にもう一度試してください。',
  account: {
    title: 'アカウント',
    'signed-in': 'ログインしています。',
    credits: plural({ other: 'ログイン中、残り # クレジット。' }),
    'signed-out': 'ログアウトしています。画像はログインするまで待機します。',
    unknown: '確認中…',
  },
  sites: {
    title: 'アカウントのサイト',
    why: 'アカウントは、このどちらか、または両方のサイトにあります。拡張機能は、許可したサイトにだけアクセスできます。',
    states: {
      all: 'アクセスは許可されています。',
      some: 'アクセスは一部だけ許可されています。残りの許可を待つ画像があるかもしれません。',
      none: 'アクセスは許可されていません。このサイトで処理する画像は待機します。',
    },
    everywhere: '「すべてのサイト」がオンなので、アクセスは許可されています。',
    allow: 'アクセスを許可',
    allowSite: (site) => `${site} へのアクセスを許可`,
    remove: 'アクセスを取り消す',
    removeSite: (site) => `${site} へのアクセスを取り消す`,
    hosts: 'アクセスできる範囲を表示',
    use: '新しい画像に使うアカウント',
    useHint: '「自動」では、ログインしているサイトを使います。',
    auto: '自動',
    page: {
      title: '{site} のページ経由で依頼を送信',
      agreed:
        '同意済みです。ここでいつでも取り消せます。取り消すと、{site} で処理する画像は待機します。',
      notAgreed: '同意するまで、{site} で処理する画像は待機します。',
    },
  },
  tuning: {
    detail: '細部の強さ',
    detailHint: 'スマート HD がどこまで細部を補うか。値が小さいほど元画像に近くなります。',
    background: '透明部分',
    backgroundHint:
      '{site} の画像は不透明です。拡張機能が結果に透明部分を戻すか、色の上に重ねて送信します。',
    backgrounds: { keep: '保持', white: '白', colour: '色' },
    search: 'より大きい元画像を探す',
    searchHint:
      'ページには縮小版が表示されていることがよくあります。拡張機能は、同じ画像の元のものを最長でこの時間だけ探します。',
    searchSeconds: (seconds) => (seconds === 0 ? 'オフ' : `${seconds} 秒`),
    dayLimit: '1 日の上限',
    dayLimitHint: 'すべての画像を合わせた 1 日のクレジットの上限。空欄：上限なし。',
    parallel: '同時処理数',
    parallelHint:
      '{site} で同時に処理する画像の数。3 枚にすると、会員でないアカウントは待たされることがあります。',
  },
  pageWay: {
    title: 'Jimeng のページ経由で依頼を送信',
    hint: 'Jimeng が自身のページ以外からの依頼を拒否する場合にのみ必要です。Jimeng のタブが必要で、拡張機能がバックグラウンドで開き、使わなくなると閉じます。',
  },
  saving: {
    title: '保存',
    name: 'ファイル名',
    nameHint: '文字とフィールドで指定します。拡張子は画像に合わせて付きます。',
    saved: '保存したファイル名',
    savedHint: '押すと使われます。',
    keepName: 'このファイル名を残す',
    removeName: (template) => `${template} を削除`,
    fields: 'フィールドを追加',
    fieldNames: {
      name: '名前',
      host: 'サイト',
      title: 'ページのタイトル',
      alt: '画像の説明',
      batch: '一括処理',
      index: '一括内の番号',
      folder: '元のフォルダー',
      date: '日付',
      time: '時刻',
      width: '幅',
      height: '高さ',
      scale: '拡大率',
      upscaler: 'アップスケーラー',
      target: '指定サイズ',
      counter: '連番',
      id: '短い ID',
      ext: '拡張子',
    },
    folder: 'フォルダー',
    folderHint:
      'ブラウザのダウンロードフォルダー内です。ここでもフィールドを使えます。スラッシュでサブフォルダーになります。「元のフォルダー」は、ドロップしたもののフォルダー構成を保ちます。',
    folderNone: 'なし',
    preview: '例',
    conflict: '同名のファイルがある場合',
    conflicts: { number: '両方残す', overwrite: '置き換える', skip: 'スキップ', ask: '毎回確認' },
    conflictHint:
      '「スキップ」では、その画像のファイルが残っていれば何も書き込みません。「毎回確認」では、保存のたびにブラウザのダイアログが開きます。',
    format: '形式',
    formats: { original: '元のまま', png: 'PNG', jpeg: 'JPEG', webp: 'WebP' },
    formatHint:
      '保存時に sRGB で変換します。履歴の画像は変わりません。JPEG は透明に対応していません。',
    quality: '画質',
    auto: '完了したら自動保存',
    autoHint: '画像ごとに 1 回、ダイアログなしで保存します。',
    note: 'ファイルに出典を書き込む',
    noteHint:
      'ページ、日付、アップスケーラー、AI による拡大であることを、ほかのソフトで表示できるメタデータ（XMP）として書き込みます。ファイルを持つ人は、ページのアドレス（疑問符より前）を読めます。',
  },
  of: (page, choice) => `${page}：${choice}`,
  menu: {
    style: 'コンテキストメニュー',
    styles: { sizes: '2K と 4K', sites: 'サイト別', direct: '1 項目' },
    styleHint: '1 項目にすると、上のサイズですぐにアップスケールします。',
    text: '独自の文字',
    textHint:
      '英字の前に「&」を付けると、メニューを開いているときのキーになります（「&Upscale」なら U）。ほかの項目と同じキーや macOS では使えません。「&&」は「&」を表示します。空欄なら通常の文字です。',
  },
  appearance: {
    title: '表示',
    language: '言語',
    languageOfBrowser: 'ブラウザの言語',
    languageHint: '拡張機能の名前とショートカットの名前は、ブラウザの言語になります。',
    theme: '配色',
    themes: { auto: 'システム', light: 'ライト', dark: 'ダーク' },
    toast: 'ページ上にメッセージを表示',
    toastHint: '画像の追加時、完了時、操作が必要なときに、隅に小さなメッセージを表示します。',
    notify: '画像の完了時や失敗時に通知',
    notifyHint:
      'ブラウザが許可を求めます。許可しない場合は、ツールバーのボタンだけでお知らせします。',
  },
  consent: {
    title: '同意',
    given: (day) => `${day}に同意しました。選んだ画像はアカウントのあるサイトに送られます。`,
    missing: '未同意。画像は送信されません。',
    takeBack: '撤回',
    read: '読んで決める',
  },
  help: {
    title: 'ヘルプ',
    welcome: 'はじめに',
    welcomeHint: '何がどこに送信されるか、ログインの方法、最初のお試し。',
    openWelcome: 'もう一度表示',
    diagnostics: '不具合レポート',
    noReport: '履歴を読み込めない間は、レポートを作成できません。',
    diagnosticsHint:
      'バージョン、設定、件数、エラーコード、ログインの有無。アドレスや名前、アカウントを特定できるものは含みません。',
    copy: 'レポートをコピー',
    copied: 'コピーしました',
    show: 'レポートを表示',
    reset: '設定をリセット',
    resetHint: 'このページの設定を既定値に戻します。履歴、サイトへのアクセス、同意は変わりません。',
    resetNow: 'リセット',
    resetSure: 'すべての設定をリセット',
  },
};
