import type { Connection } from '../en/connection';
import { pluralIn } from '../plural';

const plural = pluralIn('ja');
const recorded = plural({ other: '# 件の応答を記録' });

/** Japanese messages of the connection check and of the versions. */
export const connection: Connection = {
  connection: {
    title: '接続',
    lead: '画像が失敗する場合は、まずここで確認してください。',
    check: '依頼までの各手順',
    checkHint:
      '無料の手順をひとつずつ試し、描画した小さな画像をアップロードします。クレジットは消費せず、依頼もしません。',
    start: '接続を確認',
    again: 'もう一度確認',
    checking: '確認中…',
    needsConsent: '確認する前に、最初のページで同意してください。それまでは何も送信されません。',
    allGood: 'すべての手順が正常です。',
    someBad: plural({ other: '# 件の手順が失敗しました。' }),
    steps: {
      cookie: { name: 'セッション Cookie', good: 'このブラウザで {site} にログインしています。' },
      read: { name: '署名付き要求', good: '{site} が署名とセッションを受け付けました。' },
      balance: { name: 'クレジット', good: '{site} が残りのクレジットを返しました。' },
      token: { name: 'アップロードキー', good: '{site} がアップロード用のキーを発行しました。' },
      apply: { name: 'アップロード先', good: '{site} が画像用のサーバーを指定しました。' },
      put: { name: 'アップロード', good: 'サーバーが小さな画像を受信しました。' },
      commit: { name: 'アップロードの確定', good: '{site} が画像を確認しました。' },
      'look-up': { name: 'ジョブの状態', good: '存在しないジョブについて {site} が応答しました。' },
      sent: { name: '要求ヘッダー', good: '{site} のサイトと同じです。' },
    },
    states: {
      waiting: '未実行',
      running: '実行中',
      good: '正常',
      bad: '失敗',
      skipped: '省略',
    },
    problems: {
      'cookie-missing':
        'このブラウザに {site} のセッションがありません。{site} のサイトでログインしてください。',
      'no-access':
        'この拡張機能は {site} のサイトにアクセスできません。「アカウントのサイト」で許可してください。',
      'needs-earlier': '前の手順が失敗したため、省略しました。',
      stopped: '確認を中止したため、省略しました。',
      unexpected: '{site} が、そのジョブは存在すると応答しました。',
      'rule-missing':
        'Origin と Referer を設定する規則が有効ではありません。ブラウザを再起動してください。',
      'signed-out':
        '{site} がセッションを受け付けません。{site} のサイトでもう一度ログインしてください。',
      'risk-control':
        '{site} のリスク管理により要求が拒否され、確認を中止しました。{site} を開き、しばらくお待ちください。',
      'account-restricted': '{site} がこのアカウントを制限しています。確認を中止しました。',
      'confirmation-needed': '{site} が、先に {site} のサイトで同意することを求めています。',
      outdated:
        '{site} はこれらのバージョンを受け付けなくなりました。下の「詳細設定」をご覧ください。',
      'system-busy': '{site} が混雑しているか、署名を受け付けていません。',
      busy: '要求が多すぎます。1 分ほどお待ちください。',
      'region-refused':
        'このネットワークからは {site} を利用できません。VPN やデータセンターの IP アドレスが原因かもしれません。',
      'bad-response': '応答の形式が想定と異なります。',
      network: '接続がありません。',
      timeout: '時間内に応答がありません。',
      'line-too-slow': 'アップロードが遅すぎました。',
      'server-error': '{site} のサーバーでエラーが発生しました。',
      'host-not-allowed': '{site} が指定したサーバーに、この拡張機能はアクセスできません。',
      'upload-refused': 'アップロードが拒否されました。',
      'http-refused': '{site} のサーバーが要求を拒否しました。',
      'unknown-refusal': '{site} が不明なコードで要求を拒否しました。',
      'upload-corrupted': 'サーバーが受信したデータは、送信したものと異なります。',
    },
    otherProblem: (code) => `失敗：${code}。`,
    number: (code) => `コード ${code}。`,
    missing: (path) => `不足：${path}。`,
    sent: {
      set: (header) => `${header}：設定済み。`,
      notSet: (header) => `${header}：未設定。`,
      cookies: 'Cookie：送信され、認識されました。',
      noCookies: 'Cookie：認識されていません。',
      unknownCookies: 'Cookie：不明。',
      how: '拡張機能は実際に送信されたヘッダーを読み取れません。これは、拡張機能の規則と応答から分かることです。',
    },
    test: 'テスト画像を 1 枚送信',
    testHint: (cost) => `ようこそページの小さな画像を実際に 2K にアップスケールします。${cost}`,
    testCost: plural({ other: '前回確認時は # クレジットでした。' }),
    testFree: '前回確認時は無料でした。',
    testCostUnknown: '消費するクレジットはまだ分かりません。',
    testNow: '送信',
    testSent: '開始しました。履歴に表示されます。',
    testNoRoom: 'ブラウザの空き容量がありません。',
    report: '接続レポート',
    reportHint:
      'バージョン、サーバー名、エラーコード、時間、応答のフィールド名と型。内容は含みません。セッション、画像、ページのアドレス、名前は含まれません。',
    copy: 'コピー',
    copied: 'コピーしました',
    notCopied: 'ブラウザがコピーできませんでした。代わりに保存してください。',
    ms: (count) => `${count} ミリ秒`,
    save: 'ファイルに保存',
    record: '今から 10 分間記録する',
    recordHint:
      '{site} からのすべての応答のフィールド名と型をレポートに加えます。メモリにのみ保存し、ブラウザを閉じると消えます。ツールバーのボタンに REC と表示されます。',
    recorded: (count) => `${recorded(count)}しました。`,
    recordingUntil: (time, count) => `${time} まで記録中。${recorded(count)}しました。`,
  },
  advanced: {
    title: '詳細設定',
    versions: 'バージョン',
    hint: '拡張機能が {site} に名乗るバージョンです。{site} が古いとして要求を拒否し、新しい値を誰かに教えてもらった場合にのみ変更してください。',
    show: 'バージョンを表示',
    builtIn: (value, day) => `内蔵：${value}（${day} 時点）。`,
    overridden: '変更済み',
    invalidNumber: '8.4.0 のように、数字とピリオドで入力してください。保存されていません。',
    invalidName: '英字、数字、_、カンマで入力してください。保存されていません。',
    reset: '内蔵のバージョンを使う',
    notes: {
      appvr: 'すべての要求',
      daVersion: 'すべての要求',
      webVersion: 'すべての要求',
      appSdkVersion: 'すべての要求',
      aigcFeatures: 'すべての要求',
      rootModel: '依頼',
      draftMinVersion: '依頼、下書き',
      componentMinVersion: '依頼、コンポーネント',
      originalAppvr: '超解像',
      originalDaVersion: '超解像',
    },
  },
};
