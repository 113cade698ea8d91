import type { Replace } from '../en/replace';
import { pluralIn } from '../plural';

const plural = pluralIn('ko');

/** Korean about results that are shown in pages. */
export const replace: Replace = {
  show: '페이지에 표시',
  hide: '원본 다시 표시',
  always: (host) => `${host}에서 항상 결과 표시`,
  never: (host) => `${host}에서 항상 표시 중지`,
  looking: '페이지에서 이미지를 찾는 중…',
  shown: plural({ other: '페이지의 #곳에 표시했습니다.' }),
  notFound: '페이지는 열려 있지만 이 이미지를 찾지 못했습니다.',
  impossible: '이 페이지는 다른 이미지를 허용하지 않습니다.',
  forbidden: '이 페이지에는 아무것도 표시할 수 없습니다.',
  gone: '결과 또는 해당 페이지가 더 이상 없습니다.',
  noAccess: (host) => `그곳에 표시하려면 ${host} 액세스를 허용하세요.`,
  sites: {
    title: '페이지의 결과',
    lead: '이 사이트에서는 원본 대신 결과를 표시합니다. 이를 위해 전송하는 것은 없습니다.',
    none: '아직 없습니다. 완료된 이미지의 메뉴에서 해당 사이트를 추가할 수 있습니다.',
    noAccess: '이 사이트에 대한 액세스가 없습니다.',
    mark: '바뀐 이미지에 표시 달기',
    ahead: '미리 업스케일할 이미지 수',
    limit: '페이지당 최대(크레딧)',
    hint: '페이지의 버튼을 누르면 읽는 동안 다음 이미지를 이 한도 안에서 업스케일합니다. 빈칸이 있으면 아무것도 주문하지 않습니다.',
    remove: '삭제',
    removeSite: (host) => `${host} 삭제`,
  },
};
