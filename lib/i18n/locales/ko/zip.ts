import type { Zip } from '../en/zip';
import { pluralIn } from '../plural';

const plural = pluralIn('ko');
const number = plural({ other: '#' });

/** Korean about the ZIP. */
export const zip: Zip = {
  packing: (done, all) => `ZIP 만드는 중: ${number(all)}장 중 ${number(done)}장`,
  stop: '중지',
  saving: 'ZIP 저장 중…',
  saved: plural({ other: '이미지 #장을 ZIP에 담았습니다.' }),
  partly: (packed, all) =>
    `${number(all)}장 중 ${number(packed)}장을 ZIP에 담았습니다. 더는 읽을 수 없는 이미지:`,
  close: '닫기',
  oneAtATime: 'ZIP은 한 번에 하나만 만들 수 있습니다. 이 ZIP이 끝난 뒤 다음 것을 저장하세요.',
  failures: {
    'storage-full': '디스크가 가득 찼습니다. ZIP을 저장하지 못했습니다.',
    'nothing-left': '이 이미지들은 모두 더는 읽을 수 없습니다. ZIP이 없습니다.',
    interrupted:
      '브라우저가 확장 프로그램을 여러 번 멈췄습니다. ZIP을 저장하지 못했습니다. 이미지 수를 줄여 보세요.',
    'save-failed': '브라우저가 ZIP을 저장하지 못했습니다.',
  },
};
