import type { Parts } from '../en/parts';
import { pluralIn } from '../plural';

const plural = pluralIn('ko');
const number = plural({ other: '#' });
const credits = plural({ other: '# 크레딧' });
const about = (cost: number | undefined): string =>
  cost === undefined ? '' : `(약 ${credits(cost)})`;

/** Korean about a long image, which is sent in parts. */
export const parts: Parts = {
  severalOrders: (count, cost) =>
    cost === undefined
      ? `긴 이미지라서 ${number(count)}개로 나누어 보냅니다. 부분마다 이미지 한 장만큼의 크레딧이 차감됩니다.`
      : `긴 이미지라서 ${number(count)}개로 나누어 보냅니다. 모두 약 ${credits(cost)}입니다.`,
  moreOrders: (count, cost) =>
    `결과의 일부가 더 이상 저장되어 있지 않습니다. 계속하려면 작업 ${number(count)}개가 더 필요합니다${about(cost)}.`,
  of: (part, count) => `${number(count)}개 중 ${number(part)}번째`,
  joined: plural({ other: '#개 부분 결합' }),
  kept: (done, count) =>
    `${number(count)}개 중 ${number(done)}개가 완료되어 보관되었습니다. 다시 시도하면 나머지를 계속합니다.`,
  cancelled: '취소했습니다.',
  notCharged: '이 부분에는 크레딧이 차감되지 않았습니다.',
};
