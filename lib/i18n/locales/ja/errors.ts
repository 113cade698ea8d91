import type { Errors } from '../en/errors';

/** Japanese error sentences. */
export const errors: Errors = {
  'signed-out': 'Jimeng からログアウトされました。ログインしてから再試行してください。',
  'confirmation-needed':
    'Jimeng が、新しい規約などへの同意を求めています。Jimeng のサイトで済ませてから再試行してください。',
  'no-credits': 'Jimeng アカウントのクレジットが足りません。',
  'membership-needed': (p) => `${p.target} には Jimeng の会員登録が必要です。`,
  'daily-limit': 'Jimeng アカウントが本日の上限に達しました。明日、再試行してください。',
  busy: 'Jimeng が混雑しており、受け付けられませんでした。しばらくしてから再試行してください。',
  'risk-control':
    'Jimeng のリスク管理により拒否されました。再試行すると状況が悪化します。Jimeng のサイトで何を求められているか確認してください。',
  'account-restricted':
    'Jimeng がこのアカウントの画像生成を制限しています。理由は Jimeng のサイトでのみ確認できます。',
  'input-refused': 'Jimeng のコンテンツ審査により、この画像は拒否されました。',
  'output-refused': 'Jimeng のコンテンツ審査により、結果が拒否されました。',
  'content-refused': 'Jimeng のコンテンツ審査により拒否されました。',
  'copyright-refused': '著作権上の理由により、Jimeng がこの画像を拒否しました。',
  outdated:
    'Jimeng が変更され、この拡張機能のバージョンは受け付けられなくなりました。更新をお待ちください。それまでは Jimeng のサイトを使ってください。',
  'system-busy':
    '毎回、Jimeng から混雑中との応答がありました。しばらくしてから再試行してください。',
  'page-signature-missing':
    'Jimeng は、この種類の要求を自身のページからのみ受け付けます。そのページを経由して続けられます。',
  'page-unavailable':
    'Jimeng のページを準備できなかったため、何も送信されていません。Jimeng を開いてログインしてから、再試行してください。',
  'region-refused': 'お住まいの地域またはネットワークでは Jimeng を利用できません。',
  'generation-failed':
    'Jimeng はこの画像をアップスケールできませんでした。理由は示されていません。',
  'upload-unreadable': 'Jimeng は受け取った画像を読み取れませんでした。',
  'upload-refused': 'Jimeng のストレージがアップロードを拒否しました。',
  'upload-corrupted': '画像が Jimeng への送信中に破損しました。',
  'host-not-allowed': 'Jimeng が示したアドレスは安全に使えないため、拡張機能は使いませんでした。',
  'result-deleted': '結果はダウンロードする前に Jimeng から削除されました。',
  'result-expired': '結果へのリンクの有効期限が切れました。再試行すると新しいリンクを取得します。',
  'result-missing': 'Jimeng は成功と報告しましたが、画像がありませんでした。',
  'http-refused': 'Jimeng が理由を示さずに要求を拒否しました。',
  'server-error': '現在、Jimeng に問題が発生しています。しばらくしてから再試行してください。',
  'bad-response': 'Jimeng の応答を解釈できませんでした。',
  network: 'Jimeng との接続が切れました。',
  timeout: 'Jimeng から時間内に応答がありませんでした。',
  'line-too-slow':
    'この画像には回線が遅すぎます。時間を延ばしながら 3 回試しました。より速い回線で再試行するか、小さいファイルを使ってください。',
  'unknown-refusal': 'Jimeng が、この拡張機能の知らない理由で拒否しました。',
  'image-empty': '画像ファイルが空です。',
  'image-is-page':
    'サイトが画像ではなくウェブページを返しました。そのサイトでログインが必要な場合があります。',
  'image-unknown-type':
    'この種類の画像はアップスケールできません。JPEG、PNG、WebP を使ってください。',
  'image-broken': '画像ファイルが破損しているか、不完全です。',
  'image-too-small':
    'この画像は小さすぎてアップスケールできません。ページにより大きい画像があるかもしれません。',
  'image-too-large': 'この画像は Jimeng の上限を超えています。小さいファイルを選んでください。',
  'image-too-many-pixels':
    'この画像は 5,100 万画素を超えており、必要なメモリが多すぎます。縮小してから、そのファイルを選んでください。',
  'image-blank': '画像が空白です。ページの読み込みが終わっていない可能性があります。',
  'image-heic':
    'このブラウザは HEIC 画像を読み取れません。写真を開いて JPEG で保存し、そのファイルを選んでください。',
  'image-jxl':
    'このブラウザは JPEG XL 画像を読み取れません。画像を開いて JPEG か PNG で保存し、そのファイルを選んでください。',
  'image-tiff':
    'ブラウザは TIFF 画像を読み取れません。画像を開いて JPEG か PNG で保存し、そのファイルを選んでください。',
  'image-psd':
    'これは Photoshop ファイル（PSD）です。PNG か JPEG に書き出し、そのファイルを選んでください。',
  'image-pdf':
    'これは PDF 文書です。中の画像を JPEG か PNG で保存し、そのファイルを選んでください。',
  'image-svg-unreadable': 'この SVG 図形は画像に変換できません。PNG 版を使ってください。',
  'image-result-too-large':
    'この画像は長すぎるため、アップスケールすると表示できない大きさになります。短く切り分けてから、それらのファイルを選んでください。',
  'image-too-many-parts':
    'この画像は細長すぎるため、32 件を超える依頼が必要になります。短く切り分けてから、それらのファイルを選んでください。',
  'source-not-found': (p) => `${p.host ?? 'サイト'} にこの画像はもうありません。`,
  'source-refused': (p) =>
    `${p.host ?? 'サイト'} が、拡張機能によるこの画像の読み取りを許可していません。ページから画像を保存し、そのファイルを選んでください。`,
  'source-host-error': (p) => `現在、${p.host ?? 'サイト'} に問題が発生しています。`,
  'source-unreachable': (p) => `${p.host ?? 'サイト'} に接続できません。`,
  'source-timeout': (p) => `${p.host ?? 'サイト'} から時間内に画像が送られてきませんでした。`,
  'source-gone':
    'この画像のページは閉じられたか、変更されています。ページを開き、画像をもう一度クリックしてください。',
  'source-hidden':
    'この画像は画面に表示されていません。そのタブに切り替え、画像までスクロールして、そこで再試行してください。',
  'source-malformed': 'ページ内の画像データを読み取れません。',
  'source-private':
    '画像はこのコンピューターまたはお使いのネットワークにありますが、ページはそうではありません。画像を自分で保存し、そのファイルを選んでください。',
  'source-unsupported':
    '拡張機能は、この種類のページの画像を読み取れません。ローカルファイルの場合は、ブラウザの拡張機能の設定で「ファイルの URL へのアクセスを許可する」をオンにするか、ここでファイルを選んでください。',
  'submit-unconfirmed':
    '要求は送信されましたが、Jimeng から応答がなく、Jimeng の一覧にも見つかりません。',
  'result-broken': '結果が有効な画像ではありません。',
  'join-failed':
    'アップスケールした部分を 1 枚の画像に結合できませんでした。各部分は保存されています。再試行すると結合だけをやり直し、新しい依頼はしません。',
  'save-failed': 'ブラウザがファイルを書き込めませんでした。画像はここに残っています。',
  'storage-full':
    'ブラウザの空き容量がありません。ここで画像をいくつか削除してから、再試行してください。',
  'input-lost':
    '元画像はもう保存されていません。ページを開き、画像をもう一度クリックしてください。',
  'row-damaged':
    'この項目はブラウザのストレージ内で破損しており、続けられません。削除してから、画像をもう一度クリックしてください。',
  internal: '拡張機能で問題が発生しました。',
};
