import type { IntakeMessages } from '../en/intake';
import { pluralIn } from '../plural';

const plural = pluralIn('ko');

/** Korean about what was dropped, pasted or chosen. */
export const intake: IntakeMessages = {
  chooseFolder: '폴더 선택',
  adding: '이미지를 추가하는 중…',
  added: plural({ other: '이미지 #개를 추가했습니다.' }),
  waiting: plural({ other: '이미지 #장이 시작을 기다리고 있습니다.' }),
  discard: '버리기',
  notImages: plural({ other: '이미지가 아닌 파일 #개를 제외했습니다.' }),
  notAddresses: plural({ other: '웹 주소가 아닌 #줄을 제외했습니다.' }),
  tooMany: plural({ other: '한 번에 추가할 수 있는 수를 넘어 #개를 제외했습니다.' }),
  nothing: '이미지도 웹 주소도 없습니다.',
  refused: {
    encrypted: (name) => `‘${name}’은(는) 암호로 보호되어 제외했습니다.`,
    damaged: (name) => `‘${name}’이(가) 손상되었습니다. 읽을 수 없는 부분은 제외했습니다.`,
    'too-large': (name) => `‘${name}’은(는) 압축을 풀면 너무 커서 제외했습니다.`,
    'too-many': (name) => `‘${name}’에 파일이 너무 많아 제외했습니다.`,
  },
  sites: plural({ other: '먼저 사이트 #곳에 대한 접근을 허용해야 합니다.' }),
};
