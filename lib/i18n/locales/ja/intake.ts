import type { IntakeMessages } from '../en/intake';
import { pluralIn } from '../plural';

const plural = pluralIn('ja');

/** Japanese about what was dropped, pasted or chosen. */
export const intake: IntakeMessages = {
  chooseFolder: 'フォルダを選択',
  adding: '画像を追加しています…',
  added: plural({ other: '# 枚の画像を追加しました。' }),
  waiting: plural({ other: '# 枚の画像が開始を待っています。' }),
  discard: '破棄',
  notImages: plural({ other: '# 個のファイルは画像ではないため除外しました。' }),
  notAddresses: plural({ other: '# 行はウェブアドレスではないため除外しました。' }),
  tooMany: plural({ other: '一度に追加できる数を超えたため、# 件を除外しました。' }),
  nothing: '画像もウェブアドレスもありません。',
  refused: {
    encrypted: (name) => `「${name}」はパスワードで保護されているため除外しました。`,
    damaged: (name) => `「${name}」は破損しています。読み取れない部分は除外しました。`,
    'too-large': (name) => `「${name}」は展開後のサイズが大きすぎるため除外しました。`,
    'too-many': (name) => `「${name}」はファイル数が多すぎるため除外しました。`,
  },
  sites: plural({ other: '先に # 件のサイトへのアクセスを許可してください。' }),
};
