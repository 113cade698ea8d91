import type { Elsewhere } from '../en/elsewhere';
import { pluralIn } from '../plural';

const plural = pluralIn('ja');

/** Japanese messages about taking the settings to another browser. */
export const elsewhere: Elsewhere = {
  title: '設定をほかのブラウザへ',
  why: 'このページと拡張機能のほかのページで選んだ設定を、ほかのブラウザに移します。画像、履歴、同意、権限、アカウントに関するものは含みません。',
  file: 'ファイルで',
  fileHint: 'ファイルで何が変わるかは、変わる前に表示されます。',
  exportNow: '設定を書き出す',
  importNow: '設定を読み込む',
  sync: 'ブラウザの同期で',
  syncHint:
    'ボタンを押したときだけです。ブラウザの同期がオンなら、送った設定がほかの端末に届きます。',
  send: '同期に送る',
  fetch: '同期から取り込む',
  lastSent: (day, version) => `最後に送った日：${day}（バージョン ${version}）。`,
  neverSent: 'まだ送っていません。',
  tooLong: (names) =>
    `送りませんでした。ブラウザの同期には長すぎます：${names}。短くするか、ファイルを使ってください。何も変わっていません。`,
  refused: (words) => `ブラウザが拒否したため、何も変わっていません：${words}`,
  mixed: (words) => `一部しか送れませんでした。もう一度送ってください。ブラウザの説明：${words}`,
  said: {
    sent: '送りました。',
    full: '送りませんでした。設定の合計がブラウザの同期には長すぎます。何も変わっていません。',
    'too-often':
      '送りませんでした。短い時間に変更が多すぎます。数分後にもう一度試してください。何も変わっていません。',
    nothing: 'ブラウザの同期に設定はありません。',
    incomplete: 'ほかの端末の設定がまだそろっていません。あとでもう一度試してください。',
    newer: 'この設定は拡張機能の新しいバージョンで書かれました。先に拡張機能を更新してください。',
    'no-settings': 'このファイルは書き出した設定ではありません。',
    'too-large-file': 'このファイルは書き出した設定としては大きすぎるため、読み込みませんでした。',
    applied: '設定を適用しました。',
    'put-back': '前の設定に戻しました。',
    'not-stored': 'ブラウザが設定を保存できませんでした。何も変わっていません。',
  },
  preview: {
    title: '変わるもの',
    from: {
      file: (day, version) => `${day}のファイル（バージョン ${version}）。`,
      sync: (day, version) => `${day}に送信（バージョン ${version}）。`,
    },
    changes: plural({ other: '# 件の設定が変わります' }),
    same: plural({ other: '# 件は同じです' }),
    nothing: 'すでにこの設定です。',
    damaged: (names) => `壊れているため適用しません：${names}。`,
    unknown: (names) => `このバージョンにないため適用しません：${names}。`,
    shortens: '履歴に残る数が減ります。古い項目は完全に削除され、ここでは元に戻せません。',
    apply: '適用',
  },
  previous: {
    title: '前の設定',
    from: {
      file: (day) => `${day}に読み込む前の設定。`,
      sync: (day) => `${day}に同期から取り込む前の設定。`,
      reset: (day) => `${day}にリセットする前の設定。`,
      'put-back': (day) => `${day}に戻す前の設定。`,
    },
    putBack: '前の設定に戻す',
  },
  values: {
    on: 'オン',
    off: 'オフ',
    none: 'なし',
    templates: plural({ other: 'テンプレート # 件' }),
  },
};
