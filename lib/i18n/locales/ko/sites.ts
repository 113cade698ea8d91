import type { Sites } from '../en/sites';

export const siteNames: Sites['names'] = { jimeng: 'Jimeng', dreamina: 'Dreamina' };

/** Korean: where accounts are, and the access that each site needs. */
export const sites: Sites = {
  names: siteNames,
  options: { jimeng: 'Jimeng', dreamina: 'Dreamina(베타)' },
  beta: '베타: 공개된 보고를 바탕으로 만들었으며 실제 사이트에서는 시험하지 못했습니다. 처음 업스케일한 뒤 보고서를 보내 주세요.',
  places: {
    jimeng: 'jimeng.jianying.com, 중국 본토',
    dreamina: 'dreamina.capcut.com, 그 밖의 모든 지역',
  },
  inContainer: (site) => `${site}, 컨테이너`,
  switchTo: (site, other) => `새 이미지는 ${site} 계정으로 보냅니다. ${other} 계정으로 바꾸기`,
  accessTitle: (site) => `${site} 액세스 허용`,
  accessText: (site) =>
    `이 확장 프로그램은 ${site} 사이트에 액세스할 수 없습니다. 업스케일하려면 액세스를 허용하세요.`,
  reasons: {
    account: '로그인, 작업, 크레딧',
    upload: '선택한 이미지를 받음',
    result: '결과를 전달함',
  },
  and: ', ',
  priceUnknown:
    '이 사이트의 요금을 아직 알 수 없습니다. 다른 이미지에서 요금이 확인되면 이어서 진행되며, 지금 업스케일할 수도 있습니다.',
  hosts: '액세스를 요청할 사이트',
};
