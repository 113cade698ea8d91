import type { Batch } from '../en/batch';
import { pluralIn } from '../plural';

const plural = pluralIn('ko');
const credits = plural({ other: '# 크레딧' });

/** Korean about pictures that were picked together. */
export const batch: Batch = {
  unnamed: '페이지의 이미지',
  progress: (name) => `${name} 진행 상황`,
  counts: {
    found: plural({ other: '발견 #장' }),
    large: plural({ other: '이미 큼 #장' }),
    known: plural({ other: '이전에 확대 #장' }),
    done: plural({ other: '완료 #장' }),
    failed: plural({ other: '실패 #장' }),
    waiting: plural({ other: '대기 #장' }),
    cancelled: plural({ other: '취소 #장' }),
    gone: plural({ other: '삭제 또는 중복 #장' }),
  },
  needs: plural({ other: '확인 필요 #장' }),
  asks: {
    large: plural({ other: '이미지 #개는 이미 큽니다.' }),
    known: plural({ other: '이미지 #개는 이전에 업스케일했습니다.' }),
  },
  leave: { large: '그대로 두기(무료)', known: '그 결과 사용하기(무료)' },
  left: (duration) => `약 ${duration} 남음(추정)`,
  spent: (spent, budget) =>
    budget === undefined
      ? `${credits(spent)} 사용`
      : `최대 ${credits(budget)} 중 ${credits(spent)} 사용`,
  paused: {
    person: '일시 중지됨.',
    budget:
      '일시 중지됨: 다음 작업이 이 묶음의 한도를 넘을 수 있습니다. 한도를 올리면 같은 이미지로 계속합니다.',
    day: '일시 중지됨: 다음 작업이 하루 한도를 넘을 수 있습니다. 내일 또는 설정에서 한도를 올리면 계속합니다.',
    price:
      '일시 중지됨: 잔액에서 작업 비용을 읽지 못했습니다. 계속을 누르면 작업을 하나 더 보냅니다.',
    risk: '{site}이 보안상의 이유로 작업을 거부하여 일시 중지했습니다. {site}에서 확인을 요청하는지 살펴본 뒤 계속하세요.',
    refused:
      '일시 중지됨: {site}이 작업 하나를 거부했으며 나머지도 같은 이유로 거부할 것입니다. 이유는 실패한 항목에 표시됩니다.',
  },
  jump: (name, price, expected) =>
    `${name}: 예상 ${credits(expected)} 대신 ${credits(price)}이 들었습니다.`,
  jumped: (price, expected) => `예상 ${credits(expected)} 대신 ${credits(price)}이 들었습니다.`,
  inQueue: (place, length) =>
    length === undefined ? `순서 대기: ${place}번째` : `순서 대기: ${length}개 중 ${place}번째`,
  pause: '일시 중지',
  resume: '계속',
  pauseAll: '모두 일시 중지',
  resumeAll: '모두 계속',
  allPaused: '모두 일시 중지되었습니다. 이미 확대 중인 이미지는 계속됩니다.',
  read: '읽기',
  cancelRest: '나머지 취소',
  retryFailed: '실패 항목 다시 시도',
  remove: '모두 삭제',
  limit: '최대(크레딧)',
  setLimit: '한도 설정',
};
